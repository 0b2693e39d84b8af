import type { Digest } from "@kairos/core";
import { deliveriesIn, forgetDeliveries, keptDelivery } from "./deliveries.js";
import { draftsIn, forgetDrafts } from "./drafts.js";
import { connect, expectedSettings, type Knex, purge, readingOnly, readSettings } from "./driver.js";
import { migrate } from "./migrate.js";
import { claimNotices, forgetNotices, noticesIn, settleNotice, workspacesWithNotices } from "./notices.js";
import { createQueue } from "./queue.js";
import type { Database } from "./store.js";
import { suggestIn } from "./suggest.js";
import { trailsOn } from "./trails.js";
import { transactionOn } from "./transaction.js";
import { storeIn, unitIn } from "./unit.js";
import { worksIn } from "./works.js";

/** Opens a file, or `:memory:`, and brings its schema up to date. */
export async function openDatabase({ file, digest }: { readonly file: string; readonly digest: Digest }): Promise<Database> {
  const base = connect(file);
  try {
    checkSettings(await readSettings(base), file);
    await migrate(base);
  } catch (error) {
    await base.destroy();
    throw error;
  }
  return databaseOn(base, file, digest);
}

/** Who only reads has a connection and a line apart: beside a write-ahead log, nobody waits there for those who write. */
function databaseOn(base: Knex, file: string, digest: Digest): Database {
  const beside = file === ":memory:" ? undefined : connect(file, "read");
  const desk = {};
  const queue = createQueue(desk);
  const readers = createQueue(desk);
  const transaction = <T>(work: (trx: Knex.Transaction) => Promise<T>) => transactionOn(base, work);
  const reading = <T>(work: (trx: Knex.Transaction) => Promise<T>) =>
    beside === undefined ? queue(() => readingOnly(base, () => transaction(work))) : readers(() => transactionOn(beside, work));
  const writing = <T>(work: (trx: Knex.Transaction) => Promise<T>) => queue(() => transaction(work));
  return {
    deliver: (request, work) =>
      queue(async () => {
        const delivery = await transaction(async (trx) => {
          const deliveries = deliveriesIn(trx, request);
          if (!(await deliveries.claim())) {
            if (request.isMarked === true) await worksIn(trx).end(request);
            return deliveries.recall();
          }
          const delivery = await deliveries.settle(await work(unitIn(trx, request.workspace, digest)));
          if (request.isMarked === true) await worksIn(trx).end(request);
          return delivery;
        });
        // What is committed stays done: a purge that fails is owed, and tried again every hour.
        if (delivery.reply.erases === true && delivery.reply.preview === undefined) await purge(base).catch(() => false);
        return delivery;
      }),
    read: (workspace, scope, work) => reading((trx) => work(storeIn(trx, workspace, scope, digest))),
    suggest: (query) => reading((trx) => suggestIn(trx, query)),
    recall: (workspace, id) => reading((trx) => keptDelivery(trx, workspace, id)),
    drafts: {
      get: (workspace, id) => reading((trx) => draftsIn(trx, workspace).get(id)),
      begin: (workspace, draft) => writing((trx) => draftsIn(trx, workspace).begin(draft)),
      save: (workspace, draft) => writing((trx) => draftsIn(trx, workspace).save(draft)),
      remove: (workspace, id) => writing((trx) => draftsIn(trx, workspace).remove(id)),
    },
    notices: {
      workspaces: () => reading(workspacesWithNotices),
      plan: (workspace, notices) => writing((trx) => noticesIn(trx, workspace).plan(notices)),
      claim: (now, retryAt, most) => writing((trx) => claimNotices(trx, now, retryAt, most)),
      settle: (notice, outcome, at) => writing((trx) => settleNotice(trx, notice, outcome, at)),
    },
    works: {
      begin: (work) => writing((trx) => worksIn(trx).begin(work)),
      end: (work) => writing((trx) => worksIn(trx).end(work)),
      interrupted: () => reading((trx) => worksIn(trx).interrupted()),
    },
    trails: trailsOn({ file, digest, reading, writing }),
    forget: (before) =>
      writing(async (trx) => {
        const forgotten = [await forgetDeliveries(trx, before), await forgetDrafts(trx, before), await forgetNotices(trx, before)];
        return forgotten.reduce((sum, count) => sum + count, 0);
      }),
    purge: () => queue(() => purge(base)),
    settings: () => queue(() => readSettings(base)),
    close: async () => {
      await readers(async () => beside?.destroy());
      await queue(() => base.destroy());
    },
  };
}

function checkSettings(settings: Readonly<Record<string, string | number>>, file: string): void {
  for (const [name, expected] of Object.entries(expectedSettings)) {
    if (settings[name] === expected || (name === "journal_mode" && file === ":memory:")) continue;
    throw new Error(`The database must run with ${name} = ${expected}, and this disk or driver gives ${settings[name]}`);
  }
}
