import { checkSettings, type Lanes } from "./lanes.js";
import { migrate } from "./migrate.js";
import { connectServer, expectedServer, readServerSettings } from "./postgres.js";
import { rewriteTables } from "./postgres-schema.js";
import { purgeOwed } from "./purge.js";
import { createQueue, type Queue, refusingInside } from "./queue.js";

/**
 * Opens a PostgreSQL database and brings its schema up to date. A workspace's writers queue behind one lock of the server,
 * taken before anything is read: each sees all that the one before it committed. Those of other workspaces run beside.
 */
export async function lanesOnServer(url: string): Promise<Lanes> {
  const base = connectServer(url, "write");
  const beside = connectServer(url, "read");
  const close = async () => {
    await Promise.all([base.destroy(), beside.destroy()]);
  };
  try {
    checkSettings(await readServerSettings(base), expectedServer);
    await migrate(base);
  } catch (error) {
    await close();
    throw error;
  }
  const desk = {};
  const lines = linesOf(desk);
  const free = refusingInside(desk);
  const reading: Lanes["reading"] = (work) => free(() => beside.transaction(work, { readOnly: true, isolationLevel: "repeatable read" }));
  return {
    writing: (workspace, work) =>
      lines(workspace)(() =>
        base.transaction(async (trx) => {
          await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, ?))", [workspace, lockSeed]);
          return work(trx);
        }),
      ),
    reading,
    readingApart: reading,
    purge: () => free(() => purgeOwed(base, rewriteTables)),
    // The server analyses its tables by itself.
    tend: () => Promise.resolve(),
    settings: () => free(() => readServerSettings(base)),
    close,
  };
}

/** `KAIR`: other programs may lock the same words. */
const lockSeed = 0x4b414952;

/** A line for each workspace: one that is busy holds one connection, not all. Those nobody stands in are forgotten. */
function linesOf(desk: object): (workspace: string) => Queue {
  const lines = new Map<string, { readonly queue: Queue; waiting: number }>();
  return (workspace) => async (task) => {
    const line = lines.get(workspace) ?? { queue: createQueue(desk), waiting: 0 };
    lines.set(workspace, line);
    line.waiting += 1;
    try {
      return await line.queue(task);
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) lines.delete(workspace);
    }
  };
}
