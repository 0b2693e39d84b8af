import { type AttendanceRecord, traineeSlotKey } from "@kairos/core";
import type { FormerFact } from "../store/store.js";

/** A change of a fact, with what it made of it; nothing when it erased it. */
export interface FactChanged extends FormerFact {
  readonly after: AttendanceRecord | undefined;
}

/** The changes of some facts, the last first. What one made is what the next one found, or what stands now. */
export function changesOf(history: readonly FormerFact[], records: readonly AttendanceRecord[]): readonly FactChanged[] {
  const next = new Map(records.map((record) => [traineeSlotKey(record), record]));
  return history.map((change) => {
    const key = traineeSlotKey(change.former);
    const found = next.get(key);
    next.set(key, change.former);
    // Recorded anew after it was erased: not what this change made.
    return { ...change, after: found !== undefined && found.recordedAt <= change.at ? found : undefined };
  });
}
