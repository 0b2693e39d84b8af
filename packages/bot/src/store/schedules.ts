import { bookingsOfSession, type Schedule, scheduleSchema } from "@kairos/core";
import { type Shelf, shelf } from "./aggregates.js";
import { keepBookings } from "./bookings.js";
import type { Knex } from "./driver.js";
import { among } from "./queries.js";
import type { Scope, Store } from "./store.js";

const scheduleKind = { table: "schedules", key: "session_reference", schema: scheduleSchema };

/** The half-days of sessions. What they keep follows each change. */
export function schedulesIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["schedules"] {
  const schedules = schedulesOn(trx, workspace, scope);
  return {
    get: (reference) => schedules.get(reference),
    list: (references) => schedules.read(among(schedules.rows(), "session_reference", references).orderBy("position")),
    save: async (schedule, session) => {
      if (schedule.sessionReference !== session.reference || schedule.siret !== session.siret) {
        throw new Error(`The schedule of ${schedule.sessionReference} is not one of ${session.reference}`);
      }
      const { sessionReference, siret } = schedule;
      await schedules.put(schedule, { session_reference: sessionReference, siret, search: "" });
      await keepBookings(trx, workspace, { kind: "session", reference: sessionReference }, bookingsOfSession(session, schedule));
    },
  };
}

export function schedulesOn(trx: Knex.Transaction, workspace: string, scope: Scope): Shelf<Schedule> {
  return shelf(scheduleKind, trx, workspace, scope);
}
