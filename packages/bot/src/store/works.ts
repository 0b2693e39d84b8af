import { hostname } from "node:os";
import type { InterruptedWork, Works } from "./attendance-words.js";
import { isPostgres } from "./dialect.js";
import type { Knex } from "./driver.js";
import { isConnected } from "./postgres-schema.js";
import { thisProcess } from "./this-process.js";

/** Long work under way. Written outside of the transaction of the work itself: it outlives one that is cut off. */
export function worksIn(trx: Knex.Transaction): Works {
  return {
    begin: async ({ workspace, id, actor, path, object, startedAt }) => {
      const row = { workspace, id, actor, path, object, started_at: startedAt, process: thisProcess };
      await trx("works").insert(row).onConflict(["workspace", "id"]).merge();
    },
    end: async ({ workspace, id }) => {
      await trx("works").where({ workspace, id }).delete();
    },
    interrupted: async () => {
      const rows: readonly Row[] = await trx("works").orderBy("started_at").select("*");
      const cutOff: InterruptedWork[] = [];
      for (const { started_at: startedAt, process: who, ...work } of rows) {
        // What this one finds under its own name is of another life.
        const isUnderWay = who !== thisProcess && (isPostgres(trx) ? await isConnected(trx, who) : isRunning(who));
        if (!isUnderWay) cutOff.push({ ...work, startedAt });
      }
      return cutOff;
    },
  };
}

interface Row extends Omit<InterruptedWork, "startedAt"> {
  readonly started_at: string;
  readonly process: string;
}

/** Is it a process of this machine, that still runs. */
function isRunning(who: string): boolean {
  const [pid = "", host] = who.split("@");
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
