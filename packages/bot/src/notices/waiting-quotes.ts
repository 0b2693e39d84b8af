import { establishmentsFor, type Quote, waitingStatuses } from "@kairos/core";
import type { Look } from "./notice.js";

/** The quotes a person may read that may wait for somebody. People of the same establishments share one reading. */
export function waitingQuotesIn(look: Look): (person: string) => Promise<readonly Quote[]> {
  const readings = new Map<string, Promise<readonly Quote[]>>();
  return async (person) => {
    const scope = [...establishmentsFor(look.accessOf(person), "quote.read")].sort();
    if (scope.length === 0) return [];
    const key = scope.join();
    const reading =
      readings.get(key) ??
      look.read(scope, async ({ quotes }) => {
        const lists: Quote[] = [];
        for (const status of waitingStatuses) lists.push(...(await quotes.list({ status })));
        return lists;
      });
    readings.set(key, reading);
    return reading;
  };
}
