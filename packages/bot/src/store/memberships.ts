import { fold, membershipSchema, membershipStateLabels } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

/** The path to the portal of each establishment, in the order they were begun. */
export function membershipsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["memberships"] {
  const memberships = shelf({ table: "memberships", key: "siret", schema: membershipSchema }, trx, workspace, scope);
  return {
    get: (siret) => memberships.get(siret),
    list: () => memberships.read(memberships.rows().orderBy("position")),
    save: (membership) => {
      const { siret, status } = membership;
      return memberships.put(membership, { siret, search: fold(`${siret} ${membershipStateLabels[status].fr}`) });
    },
  };
}
