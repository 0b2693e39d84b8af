import type { Half } from "../sessions/index.js";
import type { Instant, IsoDate, Minutes } from "../shared/calendar.js";
import type { Siret } from "../shared/identifiers.js";

/** What was said outside of the desk of a half-day: declared to the agency, or billed. */
export const claimKinds = ["declared", "billed"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Minutes of one half-day of one trainee, as they were declared or billed. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly sessionReference: string;
  readonly siret: Siret;
  readonly traineeId: string;
  readonly day: IsoDate;
  readonly half: Half;
  readonly minutes: Minutes;
  /** What says so: the month that was closed, `2026-12`, an invoice's number, or `IMP-0001`. */
  readonly reference: string;
  readonly at: Instant;
}
