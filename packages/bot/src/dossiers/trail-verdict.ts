import type { TrailVerdict } from "../store/store.js";

/** The verdict a command asked for. It has none when the right came between the two looks: the person asks again. */
export function soundnessOf(trail: TrailVerdict | undefined): TrailVerdict {
  if (trail === undefined) throw new Error("The trail was not recomputed for this command");
  return trail;
}
