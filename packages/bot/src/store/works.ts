import { hostname } from "node:os";
import type { InterruptedWork, Works } from "./attendance-words.js";
import type { Knex } from "./driver.js";

/** Long work under way. Written outside of the transaction of the work itself: it outlives one that is cut off. */
export function worksIn(trx: Knex.Transaction): Works {
  return {
    begin: async ({ workspace, id, actor, path, object, startedAt }) => {
      const row = { workspace, id, actor, path, object, started_at: startedAt, process: `${process.pid}@${hostname()}` };
      await trx("works").insert(row).onConflict(["workspace", "id"]).merge();
    },
    end: async ({ workspace, id }) => {
      await trx("works").where({ workspace, id }).delete();
    },
    interrupted: async () => {
      const rows: readonly Row[] = await trx("works").orderBy("started_at").select("*");
      return rows.filter((row) => !isAtWork(row.process)).map(({ started_at: startedAt, process: _, ...work }) => ({ ...work, startedAt }));
    },
  };
}

interface Row extends Omit<InterruptedWork, "startedAt"> {
  readonly started_at: string;
  readonly process: string;
}

/** Is it another process of this machine, that still runs. What this one finds under its own number is of another life. */
function isAtWork(who: string): boolean {
  const [pid = "", host] = who.split("@");
  if (host !== hostname() || pid === String(process.pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
