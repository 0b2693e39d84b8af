import type { IsoDate } from "../shared/calendar.js";
import type { Siret } from "../shared/identifiers.js";
import { type Grant, isInForce } from "./grant.js";
import type { Permission } from "./permissions.js";
import { type OwnProfile, permissionsOf } from "./profiles.js";

/** What somebody may do on a day, establishment by establishment. Denied unless it is written here. */
export interface Access {
  readonly on: IsoDate;
  readonly rights: ReadonlyMap<Siret, ReadonlySet<Permission>>;
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
  const rights = new Map<Siret, Set<Permission>>();
  for (const grant of beside.left === true ? [] : grants) {
    if (!isInForce(grant, on)) continue;
    const held = rights.get(grant.siret) ?? new Set();
    for (const permission of permissionsOf(grant.profile, grant.siret, beside.own ?? [])) held.add(permission);
    rights.set(grant.siret, held);
  }
  return { on, rights };
}

/** May they do it for an establishment: one look-up. */
export function can(access: Access, permission: Permission, siret: Siret): boolean {
  return access.rights.get(siret)?.has(permission) === true;
}

/** The establishments for which they may do it, in the order of their grants. */
export function establishmentsFor({ rights }: Access, permission: Permission): readonly Siret[] {
  return [...rights].filter(([, held]) => held.has(permission)).map(([siret]) => siret);
}

/** Everything they may do, whatever the establishment. */
export function rightsOf({ rights }: Access): ReadonlySet<Permission> {
  return new Set([...rights.values()].flatMap((held) => [...held]));
}
