import type { Instant } from "./calendar.js";
import type { Siret } from "./identifiers.js";

/** What a calendar shows, in UTC: a calendar file reads badly with any other zone. */
export interface CalendarEvent {
  /** The same for the same thing, whatever changes of it and whoever asks. */
  readonly uid: string;
  /** Grows with each change: a calendar keeps the greatest. */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
  readonly status: CalendarEventStatus;
  /** When it last changed. */
  readonly changedAt: Instant;
}

export type CalendarEventStatus = "confirmed" | "tentative" | "cancelled";

/**
 * `RDV-2026-0001@99900014400017.kairos.invalid`: a reference is unique in an establishment and never changes, the
 * domain exists nowhere, and neither says anything of anybody.
 */
export function eventUid(reference: string, siret: Siret): string {
  return `${encodeURIComponent(reference)}@${siret}.kairos.invalid`;
}
