import { fold, traineeSchemaMatching } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { among, holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

/** The id was judged by the pattern of the provider's settings when it was entered; here any is read back. */
export const traineeKind = { table: "trainees", key: "id", schema: traineeSchemaMatching(".") };

/** The people who train, the last entered first. */
export function traineesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["trainees"] {
  const trainees = shelf(traineeKind, trx, workspace, scope);
  return {
    get: (id) => trainees.get(id),
    list: ({ search, limit } = {}) => trainees.read(latest(holding(trainees.rows(), search), limit)),
    several: (ids) => trainees.read(among(trainees.rows(), "id", ids)),
    ofPerson: (person) => trainees.read(trainees.rows().where({ person }).orderBy("position")),
    save: (trainee) => {
      const { id, siret, firstName, lastName, person } = trainee;
      return trainees.put(trainee, { id, siret, person, search: fold(`${id} ${firstName} ${lastName}`) });
    },
  };
}
