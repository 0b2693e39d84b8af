import { fold, grantSchema, hasLeft, isInForce, isProfileId, profiles } from "@kairos/core";
import { accountsIn } from "./accounts.js";
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
    isLastManagerElsewhere: async (person, on) => {
      const everywhere = shelf(grantKind, trx, workspace, "all");
      const left = new Set((await accountsIn(trx, workspace).list()).filter((account) => hasLeft(account, on)).map((one) => one.person));
      const managing = (await everywhere.read(everywhere.rows())).filter(
        (grant) =>
          grant.profile === "rgc" && isInForce(grant, on) && !left.has(grant.person) && !(scope === "all" || scope.includes(grant.siret)),
      );
      const kept = new Set(managing.filter((grant) => grant.person !== person).map(({ siret }) => siret));
      return managing.some((grant) => grant.person === person && !kept.has(grant.siret));
    },
  };
}
