import { enrolmentSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import type { Scope, Store } from "./store.js";

const enrolmentKind = { table: "enrolments", key: "id", schema: enrolmentSchema };

/** Who trains in which session. */
export function enrolmentsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["enrolments"] {
  const enrolments = shelf(enrolmentKind, trx, workspace, scope);
  const id = (session: string, trainee: string) => `${session}|${trainee}`;
  return {
    get: (session, trainee) => enrolments.get(id(session, trainee)),
    ofSession: (session) => enrolments.read(enrolments.rows().where({ session_reference: session }).orderBy("trainee_id")),
    ofTrainee: (trainee) => enrolments.read(enrolments.rows().where({ trainee_id: trainee }).orderBy("position")),
    save: (enrolment) => {
      const { sessionReference, traineeId, siret } = enrolment;
      const columns = {
        id: id(sessionReference, traineeId),
        session_reference: sessionReference,
        trainee_id: traineeId,
        siret,
        search: "",
      };
      return enrolments.put(enrolment, columns);
    },
    remove: async (session, trainee) => {
      await enrolments
        .rows()
        .where({ id: id(session, trainee) })
        .delete();
    },
  };
}
