import type { InterruptedWork, Works } from "./attendance-words.js";
import type { Knex } from "./driver.js";

/** Long work under way. Written outside of the transaction of the work itself: it outlives one that is cut off. */
export function worksIn(trx: Knex.Transaction): Works {
  return {
    begin: async ({ workspace, id, actor, path, object, startedAt }) => {
      await trx("works").insert({ workspace, id, actor, path, object, started_at: startedAt }).onConflict(["workspace", "id"]).merge();
    },
    end: async ({ workspace, id }) => {
      await trx("works").where({ workspace, id }).delete();
    },
    interrupted: async () => {
      const rows: readonly Row[] = await trx("works").orderBy("started_at").select("*");
      return rows.map(({ started_at: startedAt, ...work }) => ({ ...work, startedAt }));
    },
  };
}

interface Row extends Omit<InterruptedWork, "startedAt"> {
  readonly started_at: string;
}
