import { maskText } from "@kairos/core";
import fc from "fast-check";
import { people, planted, shows, spared } from "../tests/core/incidents/masking-texts.js";
import { ordinaryTexts } from "../tests/core/incidents/ordinary-texts.js";

/** Half of them hold a planted secret, which none may show any more; of the others, one in a hundred may be touched. */
export const cases = 200_000;

export async function whole(count: number): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const context = { people, spared };
  const half = Math.ceil(count / 2);
  const start = performance.now();
  const missed: string[] = [];
  let again = 0;
  let touched = 0;
  for (let seed = 1; seed <= half; seed += batch) {
    const numRuns = Math.min(batch, half - seed + 1);
    for (const { kind, secret, text } of fc.sample(planted, { numRuns, seed })) {
      const once = maskText(text, context).text;
      if (shows(once, secret)) missed.push(`seed ${seed}: ${kind} « ${secret} » in ${JSON.stringify(text)}`);
      if (maskText(once, context).text !== once) again += 1;
    }
    for (const text of fc.sample(ordinaryTexts, { numRuns, seed })) if (maskText(text, context).text !== text) touched += 1;
  }
  const share = (100 * touched) / half;
  const seconds = Math.round((performance.now() - start) / 1000);
  const told = `${half} planted, ${missed.length} shown, ${again} masked again; ${half} ordinary, ${touched} touched (${share.toFixed(2)} %), in ${seconds} s`;
  const fault = missed[0] ?? (again > 0 ? "a masked text was masked again" : share > 1 ? "too many ordinary texts are touched" : undefined);
  return { fault, told };
}

const batch = 1000;
