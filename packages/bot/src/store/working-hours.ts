import { workingHoursSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

const workingHoursKind = { table: "working_hours", key: "id", schema: workingHoursSchema };

/** When people can be met, in each establishment they work for. */
export function workingHoursIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["workingHours"] {
  const hours = shelf(workingHoursKind, trx, workspace, scope);
  const idOf = (person: string, siret: string) => `${siret}/${person}`;
  return {
    get: (person, siret) => hours.get(idOf(person, siret)),
    list: () => hours.read(hours.rows().orderBy("position")),
    remove: async (person, siret) => {
      await hours
        .rows()
        .where({ id: idOf(person, siret) })
        .del();
    },
    save: (one) => hours.put(one, { id: idOf(one.person, one.siret), siret: one.siret, search: "" }),
  };
}
