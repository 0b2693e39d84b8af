import { setImmediate } from "node:timers/promises";
import {
  type AuditHead,
  type AuditProblem,
  checkLink,
  checkOpening,
  checkpointAct,
  checkpointOf,
  type Digest,
  openingOf,
  vouching,
} from "@kairos/core";
import { type EntryRow, entryOf } from "./audit-rows.js";
import type { TrailVerdict } from "./audit-words.js";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { followPage, type TrailPage } from "./trail-page.js";

/** Recomputes a workspace's trail, as `verifyTrail` does, page after page: the next is read while one is judged. */
export async function verifyIn(trx: Knex.Transaction, workspace: string, digest: Digest, atOnce = pageSize): Promise<TrailVerdict> {
  const rows = () => trx<EntryRow>("audit_entries").where({ workspace });
  const first = await rows().orderBy("sequence").first();
  const opening = first === undefined ? { sequence: 0, hash: "" } : openingOf(first);
  if (first === undefined) return { problems: [], entries: 0, opening };
  let head: AuditHead = opening;
  const verdict = (problem: AuditProblem | undefined): TrailVerdict => ({
    problems: problem === undefined ? [] : [problem],
    entries: head.sequence - opening.sequence,
    opening,
    since: first.at,
    ...(head !== opening && { head }),
  });
  const dialect = dialectOf(trx);
  const page = async (after: number): Promise<TrailPage | undefined> =>
    (await dialect.rows<TrailPage>(trx, dialect.trailPage, [workspace, after, atOnce]))[0];
  let after = before;
  for (let next = page(after); ; ) {
    const read = await next;
    if (read === undefined || read.count === 0) break;
    next = page(read.last);
    // Not waited for when the trail turns out broken.
    next.catch(() => undefined);
    // Lets the query leave for the driver's thread before this one is busy.
    await setImmediate();
    const followed = followPage(read, head, workspace, digest);
    const { head: reached, problem } =
      followed === undefined
        ? follow(await rows().where("sequence", ">", after).orderBy("sequence").limit(atOnce).select(), head, digest)
        : { head: followed };
    head = reached;
    if (problem !== undefined) return verdict(problem);
    after = read.last;
  }
  const checkpoints = (await rows().where({ act: checkpointAct }).orderBy("sequence")).flatMap((row) => checkpointOf(entryOf(row)) ?? []);
  const checkpoint = vouching(opening, checkpoints);
  return { ...verdict(checkOpening(opening, checkpoints)), ...(checkpoint !== undefined && { checkpoint }) };
}

/** The plain way: what is wrong is named, and the head stays at the last entry that held. */
function follow(rows: readonly EntryRow[], from: AuditHead, digest: Digest): { head: AuditHead; problem?: AuditProblem } {
  let head = from;
  for (const row of rows) {
    const problem = checkLink(head, entryOf(row), digest);
    if (problem !== undefined) return { head, problem };
    head = { sequence: row.sequence, hash: row.hash };
  }
  return { head };
}

const pageSize = 2000;
/** Before any number, those that an entry cannot have included. */
const before = Number.MIN_SAFE_INTEGER;
