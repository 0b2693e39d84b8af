import { fold, type Provider, providerSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { grantsIn } from "./grants.js";
import type { Scope, Store } from "./store.js";

export const providerKind = { table: "providers", key: "siret", schema: providerSchema };

/** The establishments of a workspace, the first registered first. */
export function providersIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["providers"] {
  const within = (limits: Scope) => shelf(providerKind, trx, workspace, limits);
  const providers = within(scope);
  return {
    get: (siret) => providers.get(siret),
    list: () => providers.read(providers.rows().orderBy("position")),
    save: (provider) => providers.put(provider, columnsOf(provider)),
    open: async (provider, first) => {
      const every = within("all");
      if ((await every.get(provider.siret)) !== undefined) return false;
      await every.put(provider, columnsOf(provider));
      await grantsIn(trx, workspace, "all").save(first);
      return true;
    },
  };
}

function columnsOf({ siret, name }: Provider) {
  return { siret, search: fold(`${siret} ${name}`) };
}
