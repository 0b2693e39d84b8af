import * as z from "zod/mini";
import type { IsoDate } from "../shared/calendar.js";
import { type Siret, siretSchema } from "../shared/identifiers.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";
import { type Permission, type ProfileId, profileIds, profiles } from "./profiles.js";

/** A right given to one person, for one establishment, from a day on. Revoked, never deleted. */
export const grantSchema = record({
  id: reference(),
  person: line(80).check(z.minLength(1)),
  siret: siretSchema,
  profile: z.enum(profileIds as [ProfileId, ...ProfileId[]]),
  /** Why this person needs it: asked at the review. */
  reason: line(200).check(z.minLength(1)),
  grantedBy: line(80).check(z.minLength(1)),
  from: isoDateSchema,
  /** Last day, for a temporary grant. */
  until: z.optional(isoDateSchema),
  revokedOn: z.optional(isoDateSchema),
  revokedBy: z.optional(line(80)),
});
export type Grant = z.output<typeof grantSchema>;

/** Is a grant in force on a day. It ends by its dates, not by a job that somebody must run. */
export function isInForce(grant: Pick<Grant, "from" | "until" | "revokedOn">, on: IsoDate): boolean {
  return grant.from <= on && (grant.until === undefined || on <= grant.until) && (grant.revokedOn === undefined || on < grant.revokedOn);
}

/** May the holder of these grants do it, for an establishment, on a day. */
export function can(
  grants: readonly Grant[],
  asked: { readonly permission: Permission; readonly siret: Siret; readonly on: IsoDate },
): boolean {
  return grants.some((grant) => grant.siret === asked.siret && gives(grant, asked.permission) && isInForce(grant, asked.on));
}

/** The establishments for which the holder of these grants may do it on a day. */
export function establishmentsFor(grants: readonly Grant[], permission: Permission, on: IsoDate): readonly Siret[] {
  return [...new Set(grants.filter((grant) => gives(grant, permission) && isInForce(grant, on)).map((grant) => grant.siret))];
}

/** Everything the holder of these grants may do on a day, whatever the establishment. */
export function rightsOf(grants: readonly Grant[], on: IsoDate): ReadonlySet<Permission> {
  return new Set(grants.filter((grant) => isInForce(grant, on)).flatMap((grant) => profiles[grant.profile].permissions));
}

function gives(grant: Grant, permission: Permission): boolean {
  return profiles[grant.profile].permissions.includes(permission);
}
