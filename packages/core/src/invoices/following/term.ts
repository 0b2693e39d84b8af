import { addDays, daysBetween, type IsoDate } from "../../shared/calendar.js";
import type { IssuedInvoice } from "../invoice.js";

/** The last day on which an invoice is paid in time, and what the days to pay are counted from. */
export interface Term {
  readonly dueOn: IsoDate;
  readonly from: "issue" | "receipt";
  readonly startsOn: IsoDate;
}

/**
 * As printed; the days to pay of a public customer run from the day the invoice reached it where that is later.
 * After a rejection, only what follows counts.
 */
export function termOf(invoice: IssuedInvoice, isPublic: boolean): Term {
  const { issuedOn, dueOn } = invoice.issue;
  const receivedOn = isPublic ? reachedOn(invoice) : undefined;
  return receivedOn === undefined || receivedOn <= issuedOn
    ? { dueOn, from: "issue", startsOn: issuedOn }
    : { dueOn: addDays(receivedOn, daysBetween(issuedOn, dueOn)), from: "receipt", startsOn: receivedOn };
}

function reachedOn({ events }: IssuedInvoice): IsoDate | undefined {
  const rejection = events.map(({ action }) => action).lastIndexOf("reject");
  const since = events.slice(rejection + 1);
  const received = since.filter(({ action }) => action === "receive").at(-1);
  return (received ?? (rejection < 0 ? undefined : since.at(-1)))?.on;
}
