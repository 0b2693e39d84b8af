import { fold, ownProfileSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

export const ownProfileKind = { table: "own_profiles", key: "id", schema: ownProfileSchema };

/** The profiles the provider made for itself, in the order it did. */
export function ownProfilesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["ownProfiles"] {
  const profiles = shelf(ownProfileKind, trx, workspace, scope);
  return {
    list: () => profiles.read(profiles.rows().orderBy("position")),
    save: (profile) => profiles.put(profile, { id: profile.id, siret: profile.siret, search: fold(`${profile.name} ${profile.id}`) }),
  };
}
