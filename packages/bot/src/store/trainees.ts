import { fold } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { among, holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";
import { keepNamesOf, traineeKind } from "./trainee-names.js";

/** The people who train, the last entered first. */
export function traineesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["trainees"] {
  const trainees = shelf(traineeKind, trx, workspace, scope);
  return {
    get: (id) => trainees.get(id),
    list: ({ ids, search, limit } = {}) => {
      const rows = ids === undefined ? trainees.rows() : among(trainees.rows(), "id", ids);
      return trainees.read(latest(holding(rows, search), limit));
    },
    ofPerson: (person) => trainees.read(trainees.rows().where({ person }).orderBy("position")),
    namedBy: async (words, siret) => {
      const named = (part: "family" | "given") => among(trx("trainee_names").where({ workspace, siret, part }), "word", words);
      const ids: string[] = await named("family").distinct("trainee_id").pluck("trainee_id");
      const given: string[] = await named("given").distinct("word").pluck("word");
      const people = ids.length === 0 ? [] : await trainees.read(among(trainees.rows().where({ siret }), "id", ids));
      return [...people, ...given.map((firstName) => ({ firstName, lastName: "" }))];
    },
    save: async (trainee) => {
      const { id, siret, firstName, lastName, person } = trainee;
      await trainees.put(trainee, { id, siret, person, search: fold(`${id} ${firstName} ${lastName}`) });
      await keepNamesOf(trx, workspace, trainee);
    },
  };
}
