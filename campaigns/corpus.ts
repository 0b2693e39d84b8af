import { families } from "../tests/corpus/families/index.js";
import { corpus } from "../tests/corpus/seeded.js";
import { randomFrom } from "../tests/trust/random.js";

/** A fault of any kind, planted in any dossier of the corpus that has room for it, is found; nothing was before it. */
export const cases = 100_000;

const rows = Object.values(families).flatMap((faults) => Object.entries(faults));

export function fault(seed: number): string | undefined {
  const random = randomFrom(seed);
  const [code, plant] = random.pick(rows);
  const dossier = random.pick(corpus);
  const planted = plant(dossier, random);
  if (planted === undefined) return undefined;
  const [before, after] = [planted.before, planted.after].map((problems) => problems.map((problem) => problem.code));
  if (before?.length !== 0) return `${code} in « ${dossier.name} »: ${before?.join(", ")} before the fault`;
  return after?.includes(code) ? undefined : `${code} in « ${dossier.name} »: not found among ${after?.join(", ") || "nothing"}`;
}
