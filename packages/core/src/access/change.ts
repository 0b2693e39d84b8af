import type { Siret } from "../shared/identifiers.js";
import { type Access, rightsIn } from "./access.js";
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
  const places = [...new Set([...before.held, ...after.held].map(({ siret }) => siret))];
  return places
    .map((siret) => {
      const [had, has] = [rightsIn(before, siret), rightsIn(after, siret)];
      const among = (test: (permission: Permission) => boolean) => permissions.filter(test);
      return {
        siret,
        gained: among((one) => has.has(one) && !had.has(one)),
        lost: among((one) => had.has(one) && !has.has(one)),
        kept: among((one) => had.has(one) && has.has(one)),
      };
    })
    .filter(({ gained, lost }) => gained.length > 0 || lost.length > 0);
}
