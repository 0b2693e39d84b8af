import { type Half, halfLabels, halves } from "../sessions/index.js";
import { formatDay, type IsoDate } from "../shared/calendar.js";
import type { Language } from "../shared/language.js";

/** A half-day, without its hours. */
export interface Slot {
  readonly day: IsoDate;
  readonly half: Half;
}

/** `07/12/2026 (matin)`. */
export function formatSlot({ day, half }: Slot, language: Language = "fr"): string {
  return `${formatDay(day, language)} (${halfLabels[half][language]})`;
}

/** In the order of time. */
export function compareSlots(a: Slot, b: Slot): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return halves.indexOf(a.half) - halves.indexOf(b.half);
}
