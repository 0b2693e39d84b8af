import { type Half, halves } from "../sessions/index.js";
import type { IsoDate } from "../shared/calendar.js";

/** A half-day, without its hours. */
export interface Slot {
  readonly day: IsoDate;
  readonly half: Half;
}

/** In the order of time. */
export function compareSlots(a: Slot, b: Slot): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return halves.indexOf(a.half) - halves.indexOf(b.half);
}
