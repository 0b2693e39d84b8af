import type { Siret } from "../shared/identifiers.js";
import type { Access } from "./access.js";
import { type Permission, permissions } from "./permissions.js";

/** What somebody may do now that they might not before, and the reverse, for one establishment. */
export interface AccessChange {
  readonly siret: Siret;
  readonly gained: readonly Permission[];
  readonly lost: readonly Permission[];
  readonly kept: readonly Permission[];
}

/** Compares two moments of somebody's access, establishment by establishment; those where nothing changed are left out. */
export function accessChanges(before: Access, after: Access): readonly AccessChange[] {
  const places = [...new Set([...before.rights.keys(), ...after.rights.keys()])];
  return places
    .map((siret) => {
      const [had, has] = [before.rights.get(siret), after.rights.get(siret)];
      const among = (test: (permission: Permission) => boolean) => permissions.filter(test);
      return {
        siret,
        gained: among((one) => has?.has(one) === true && had?.has(one) !== true),
        lost: among((one) => had?.has(one) === true && has?.has(one) !== true),
        kept: among((one) => had?.has(one) === true && has?.has(one) === true),
      };
    })
    .filter(({ gained, lost }) => gained.length > 0 || lost.length > 0);
}
