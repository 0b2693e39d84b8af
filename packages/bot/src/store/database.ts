import type { Digest } from "@kairos/core";
import { deliveriesIn, forgetDeliveries, keptDelivery } from "./deliveries.js";
import { draftsIn, forgetDrafts } from "./drafts.js";
import { everyWorkspace, type Lanes, lanesOnFile } from "./lanes.js";
import { claimNotices, forgetNotices, noticesIn, settleNotice, workspacesWithNotices } from "./notices.js";
import type { Database } from "./store.js";
import { suggestIn } from "./suggest.js";
import { trailsOn } from "./trails.js";
import { storeIn, unitIn } from "./unit.js";
import { worksIn } from "./works.js";

/** Where a database is: a file of this machine, `:memory:`, or the address of a PostgreSQL server. */
export type Place = { readonly file: string } | { readonly url: string };

/** Opens a database and brings its schema up to date. */
export async function openDatabase({ digest, ...place }: Place & { readonly digest: Digest }): Promise<Database> {
  // A server's driver is loaded by those who have one.
  const lanes = "file" in place ? await lanesOnFile(place.file) : await (await import("./lanes-server.js")).lanesOnServer(place.url);
  return databaseOn(lanes, digest);
}

function databaseOn(lanes: Lanes, digest: Digest): Database {
  const { reading, writing } = lanes;
  return {
    deliver: async (request, work) => {
      const delivery = await writing(request.workspace, async (trx) => {
        const deliveries = deliveriesIn(trx, request);
        if (!(await deliveries.claim())) {
          if (request.isMarked === true) await worksIn(trx).end(request);
          return deliveries.recall();
        }
        const settled = await deliveries.settle(await work(unitIn(trx, request.workspace, digest)));
        if (request.isMarked === true) await worksIn(trx).end(request);
        return settled;
      });
      // What is committed stays done: a purge that fails is owed, and tried again every hour.
      if (delivery.reply.erases === true && delivery.reply.preview === undefined) await lanes.purge().catch(() => false);
      return delivery;
    },
    read: (workspace, scope, work) => reading((trx) => work(storeIn(trx, workspace, scope, digest))),
    suggest: (query) => reading((trx) => suggestIn(trx, query)),
    recall: (workspace, id) => reading((trx) => keptDelivery(trx, workspace, id)),
    drafts: {
      get: (workspace, id) => reading((trx) => draftsIn(trx, workspace).get(id)),
      begin: (workspace, draft) => writing(workspace, (trx) => draftsIn(trx, workspace).begin(draft)),
      save: (workspace, draft) => writing(workspace, (trx) => draftsIn(trx, workspace).save(draft)),
      remove: (workspace, id) => writing(workspace, (trx) => draftsIn(trx, workspace).remove(id)),
    },
    notices: {
      workspaces: () => reading(workspacesWithNotices),
      plan: (workspace, notices) => writing(workspace, (trx) => noticesIn(trx, workspace).plan(notices)),
      claim: (now, retryAt, most) => writing(everyWorkspace, (trx) => claimNotices(trx, now, retryAt, most)),
      settle: (notice, outcome, at) => writing(notice.workspace, (trx) => settleNotice(trx, notice, outcome, at)),
    },
    works: {
      begin: (work) => writing(work.workspace, (trx) => worksIn(trx).begin(work)),
      end: (work) => writing(work.workspace, (trx) => worksIn(trx).end(work)),
      interrupted: () => reading((trx) => worksIn(trx).interrupted()),
    },
    trails: trailsOn(lanes, digest),
    forget: async (before) => {
      const forgotten = await writing(everyWorkspace, async (trx) => {
        return [await forgetDeliveries(trx, before), await forgetDrafts(trx, before), await forgetNotices(trx, before)];
      });
      await lanes.tend();
      return forgotten.reduce((sum, count) => sum + count, 0);
    },
    purge: lanes.purge,
    settings: lanes.settings,
    close: lanes.close,
  };
}
