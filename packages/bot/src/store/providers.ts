import { fold, providerSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

export const providerKind = { table: "providers", key: "siret", schema: providerSchema };

/** The establishments of a workspace, the first registered first. */
export function providersIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["providers"] {
  const providers = shelf(providerKind, trx, workspace, scope);
  return {
    get: (siret) => providers.get(siret),
    list: () => providers.read(providers.rows().orderBy("position")),
    save: (provider) => providers.put(provider, { siret: provider.siret, search: fold(`${provider.siret} ${provider.name}`) }),
  };
}
