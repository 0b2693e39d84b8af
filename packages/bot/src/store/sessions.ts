import { fold, formatDay, sessionSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const sessionKind = { table: "sessions", key: "reference", schema: sessionSchema };

/** The dated sessions, those that start last first. */
export function sessionsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["sessions"] {
  const sessions = shelf(sessionKind, trx, workspace, scope);
  return {
    get: (reference) => sessions.get(reference),
    list: ({ search, limit } = {}) => sessions.read(latest(holding(sessions.rows().orderBy("starts_on", "desc"), search), limit)),
    save: (session) => {
      const { reference, siret, title, startsOn, endsOn } = session;
      const search = fold(`${reference} ${title} ${formatDay(startsOn)}`);
      return sessions.put(session, { reference, siret, starts_on: startsOn, ends_on: endsOn, search });
    },
  };
}
