import { type Half, halfLabels, halves } from "../sessions/index.js";
import { formatDay, type IsoDate } from "../shared/calendar.js";
import type { Language } from "../shared/language.js";

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

/** `T-0007|2026-12-07|morning`: what names a half-day of one trainee inside a session. */
export function traineeSlotKey({ traineeId, day, half }: { readonly traineeId: string } & Slot): string {
  return `${traineeId}|${day}|${half}`;
}

/** `07/12/2026 matin`, `2026-12-07 morning`. */
export function formatSlot({ day, half }: Slot, language: Language = "fr"): string {
  return `${formatDay(day, language)} ${halfLabels[half][language]}`;
}
