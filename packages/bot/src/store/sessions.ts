import { bookingsOfSession, fold, formatDay, type Session, sessionSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import { keepBookings } from "./bookings.js";
import type { Knex } from "./driver.js";
import { among, holding, latest, within } from "./queries.js";
import { schedulesOn } from "./schedules.js";
import type { Scope, Store } from "./store.js";

export const sessionKind = { table: "sessions", key: "reference", schema: sessionSchema };

/** The dated sessions, those that start last first. What their half-days keep follows each change. */
export function sessionsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["sessions"] {
  const sessions = shelf(sessionKind, trx, workspace, scope);
  const rebook = async (changed: readonly Session[]) => {
    const schedules = schedulesOn(trx, workspace, scope);
    const bySession = new Map(changed.map((session) => [session.reference, session]));
    const rows = among(schedules.rows(), "session_reference", [...bySession.keys()]);
    for (const schedule of await schedules.read(rows)) {
      const session = bySession.get(schedule.sessionReference);
      if (session === undefined) continue;
      await keepBookings(trx, workspace, { kind: "session", reference: session.reference }, bookingsOfSession(session, schedule));
    }
  };
  return {
    get: (reference) => sessions.get(reference),
    list: ({ search, limit, from, until } = {}) => {
      const rows = holding(sessions.rows().orderBy("starts_on", "desc"), search);
      if (from !== undefined) rows.where("ends_on", ">=", from);
      if (until !== undefined) rows.where("starts_on", "<=", until);
      return sessions.read(latest(rows, limit));
    },
    save: async (session) => {
      await sessions.put(session, columnsOf(session));
      await rebook([session]);
    },
    saveMany: async (several) => {
      await sessions.putMany(several.map((session) => [session, columnsOf(session)]));
      await rebook(several);
    },
    removeMany: async (references) => {
      const gone = (query: Knex.QueryBuilder, column: string) =>
        within(among(query.where({ workspace }), column, references), scope).delete();
      await gone(trx("schedules"), "session_reference");
      await gone(trx("bookings").where({ kind: "session" }), "reference");
      return gone(trx("sessions"), "reference");
    },
    existing: async (references) => {
      const rows = among(trx("sessions").where({ workspace }), "reference", references);
      return new Set<string>(await rows.pluck("reference"));
    },
  };
}

function columnsOf({ reference, siret, title, startsOn, endsOn }: Session) {
  const search = fold(`${reference} ${title} ${formatDay(startsOn)}`);
  return { reference, siret, starts_on: startsOn, ends_on: endsOn, search };
}
