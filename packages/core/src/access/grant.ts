import * as z from "zod/mini";
import type { IsoDate } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";

/** A right given to one person, for one establishment, from a day on. Revoked, never deleted. */
export const grantSchema = record({
  id: reference(),
  person: line(80).check(z.minLength(1)),
  siret: siretSchema,
  /** One of ours, or the id of one the provider made. */
  profile: reference(),
  /** Why this person needs it: asked at the review. */
  reason: line(200).check(z.minLength(1)),
  grantedBy: line(80).check(z.minLength(1)),
  from: isoDateSchema,
  /** Last day, for a temporary grant. */
  until: z.optional(isoDateSchema),
  revokedOn: z.optional(isoDateSchema),
  revokedBy: z.optional(line(80)),
  revokedReason: z.optional(line(200)),
});
export type Grant = z.output<typeof grantSchema>;

/** Is a grant in force on a day. It ends by its dates, not by a job that somebody must run. */
export function isInForce(grant: Pick<Grant, "from" | "until" | "revokedOn">, on: IsoDate): boolean {
  return grant.from <= on && (grant.until === undefined || on <= grant.until) && (grant.revokedOn === undefined || on < grant.revokedOn);
}

/** Is it in force on a day, or will it be: what somebody still has to look after. */
export function isStanding(grant: Pick<Grant, "until" | "revokedOn">, on: IsoDate): boolean {
  return (grant.revokedOn === undefined || on < grant.revokedOn) && (grant.until === undefined || on <= grant.until);
}
