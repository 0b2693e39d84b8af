import { checkpointAct, type Digest, prepareCheckpoint } from "@kairos/core";
import { auditIn } from "./audit.js";
import type { Closing, Trails } from "./audit-words.js";
import type { Knex } from "./driver.js";
import type { Lanes } from "./lanes.js";
import { createQueue } from "./queue.js";
import { verifyIn } from "./verify-trail.js";

/** What is done with whole trails. */
export function trailsOn({ reading, readingApart, writing }: Lanes, digest: Digest): Trails {
  const oneAtATime = createQueue();
  return {
    workspaces: () => reading(workspacesIn),
    workedOn: (workspace, most) => reading((trx) => workedOn(trx, workspace, most)),
    closedAt: (workspace) => reading((trx) => closedAt(trx, workspace)),
    // Completion and pages do not wait behind a long trail.
    verify: (workspace) => oneAtATime(() => readingApart((trx) => verifyIn(trx, workspace, digest))),
    close: (workspace, closing) => writing(workspace, (trx) => close(trx, workspace, closing, digest)),
  };
}

/** One look in the index for each: there are few, and many entries. */
async function workspacesIn(trx: Knex.Transaction): Promise<readonly string[]> {
  const found: string[] = [];
  for (;;) {
    const row: { next?: string | null } | undefined = await trx("audit_entries")
      .where("workspace", ">", found.at(-1) ?? "")
      .min({ next: "workspace" })
      .first();
    if (typeof row?.next !== "string") return found;
    found.push(row.next);
  }
}

async function workedOn(trx: Knex.Transaction, workspace: string, most: number): Promise<readonly string[]> {
  const days: string[] = [];
  while (days.length < most) {
    const query = trx("audit_entries").where({ workspace }).whereNot({ act: checkpointAct }).max({ at: "at" });
    const row: { at?: string | null } | undefined = await (days.length === 0 ? query : query.where("at", "<", days.at(-1) ?? "")).first();
    if (typeof row?.at !== "string") break;
    days.push(row.at.slice(0, 10));
  }
  return days;
}

async function closedAt(trx: Knex.Transaction, workspace: string): Promise<string | undefined> {
  const row: { at: string } | undefined = await trx("audit_entries")
    .where({ workspace, act: checkpointAct })
    .orderBy("sequence", "desc")
    .first("at");
  return row?.at;
}

/** The oldest entries, as far as all of them are from before the day; the checkpoint that vouches for them comes first. */
async function close(trx: Knex.Transaction, workspace: string, { before, from, at }: Closing, digest: Digest): Promise<number> {
  const rows = () => trx("audit_entries").where({ workspace });
  // Nothing has this number: a write, to be made first, so that several processes queue.
  await rows().where({ sequence: 0 }).delete();
  const oldest: readonly { sequence: number; hash: string; at: string }[] = await rows()
    .orderBy("sequence")
    .limit(atOnce)
    .select("sequence", "hash", "at");
  const young = oldest.findIndex((entry) => entry.at >= from);
  const removed = young === -1 ? oldest : oldest.slice(0, young);
  const last = removed.at(-1);
  if (last === undefined) return 0;
  const checkpoint = prepareCheckpoint({ last, removed: removed.length, before }, at);
  await auditIn(trx, workspace, digest).append(checkpoint);
  await rows().where("sequence", "<=", last.sequence).delete();
  return removed.length;
}

/** Removed in some 50 ms: whoever writes meanwhile does not notice. */
const atOnce = 2000;
