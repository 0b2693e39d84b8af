import type { IsoDate } from "../shared/calendar.js";
import type { Siret } from "../shared/identifiers.js";
import { type Grant, isInForce } from "./grant.js";
import type { Permission } from "./permissions.js";
import { type OwnProfile, permissionsOf } from "./profiles.js";

/** The rights somebody holds in one establishment. */
export interface HeldRights {
  readonly siret: Siret;
  readonly rights: ReadonlySet<Permission>;
}

/** What somebody may do on a day: denied unless it is written here. Few hold rights in more than one establishment. */
export interface Access {
  readonly on: IsoDate;
  readonly held: readonly HeldRights[];
}

/**
 * Works out what the holder of these grants may do on a day: the union of what is in force, each profile as it is where
 * it was granted. Somebody who has left may do nothing, whatever still stands.
 */
export function accessOn(
  grants: readonly Grant[],
  on: IsoDate,
  beside: { readonly own?: readonly OwnProfile[]; readonly left?: boolean } = {},
): Access {
  const held = new Map<Siret, Set<Permission>>();
  for (const grant of beside.left === true ? [] : grants) {
    if (!isInForce(grant, on)) continue;
    const rights = held.get(grant.siret) ?? new Set();
    for (const permission of permissionsOf(grant.profile, grant.siret, beside.own ?? [])) rights.add(permission);
    if (rights.size > 0) held.set(grant.siret, rights);
  }
  return { on, held: [...held].map(([siret, rights]) => ({ siret, rights })) };
}

/** May they do it for an establishment: one look-up. */
export function can({ held }: Access, permission: Permission, siret: Siret): boolean {
  for (const place of held) if (place.siret === siret) return place.rights.has(permission);
  return false;
}

/** Everything they may do in one establishment. */
export function rightsIn({ held }: Access, siret: Siret): ReadonlySet<Permission> {
  return held.find((place) => place.siret === siret)?.rights ?? new Set();
}

/** The establishments for which they may do it, in the order of their grants. */
export function establishmentsFor({ held }: Access, permission: Permission): readonly Siret[] {
  return held.filter(({ rights }) => rights.has(permission)).map(({ siret }) => siret);
}

/** Everything they may do, whatever the establishment. */
export function rightsOf({ held }: Access): ReadonlySet<Permission> {
  return new Set(held.flatMap(({ rights }) => [...rights]));
}
