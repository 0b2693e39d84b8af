import { fold, grantSchema, isProfileId, isStanding, profiles } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

export const grantKind = { table: "grants", key: "id", schema: grantSchema };

/** The access rights given, in the order they were. */
export function grantsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["grants"] {
  const grants = shelf(grantKind, trx, workspace, scope);
  return {
    get: (id) => grants.get(id),
    of: (person) => grants.read(grants.rows().where({ person }).orderBy("position")),
    list: () => grants.read(grants.rows().orderBy("position")),
    save: (grant) => {
      const { id, siret, person, profile } = grant;
      const called = isProfileId(profile) ? profiles[profile].label.fr : profile;
      return grants.put(grant, { id, siret, person, search: fold(`${id} ${called}`) });
    },
    standsElsewhere: async (person, on) => {
      if (scope === "all") return false;
      const rows = shelf(grantKind, trx, workspace, "all").rows().where({ person }).whereNotIn("siret", scope);
      return (await grants.read(rows)).some((grant) => isStanding(grant, on));
    },
  };
}
