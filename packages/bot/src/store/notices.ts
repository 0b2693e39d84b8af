import { createHash } from "node:crypto";
import type { Instant } from "@kairos/core";
import type { ClaimedNotice, NoticeOutcome, PlannedNotice } from "./chat.js";
import type { Knex } from "./driver.js";
import type { Database, Store } from "./store.js";

/** The messages due in one workspace. */
export function noticesIn(trx: Knex.Transaction, workspace: string): Store["notices"] {
  return {
    plan: async (notices) => {
      let added = 0;
      for (const { key, kind, person, dueAt, until, data } of notices) {
        const row = { workspace, key, kind, person, due_at: dueAt, until, data: JSON.stringify(data) };
        const inserted: readonly unknown[] = await trx("notices").insert(row).onConflict(["workspace", "key"]).ignore().returning("key");
        added += inserted.length;
      }
      return added;
    },
    of: async (kind) => {
      // Keys begin with their kind, and only they have an index.
      const rows: readonly NoticeRow[] = await trx("notices")
        .where({ workspace, kind })
        .andWhere("key", ">=", `${kind}:`)
        .andWhere("key", "<", `${kind};`)
        .orderBy("key");
      return rows.map(({ outcome, ...row }) => ({ ...plannedOf(row), ...(outcome !== null && { outcome }) }));
    },
  };
}

/** Every workspace that has a provider: the others have nothing to be told. */
export async function workspacesWithNotices(trx: Knex.Transaction): Promise<readonly string[]> {
  return trx("providers").distinct("workspace").orderBy("workspace").pluck("workspace");
}

/**
 * Takes at most so many that are due, those never tried first, then those tried longest ago. One statement, so that two processes cannot take the same
 * row. `retry_at` holds until when the claim stands: whoever dies before settling leaves the row to be taken again.
 */
export async function claimNotices(trx: Knex.Transaction, now: Instant, retryAt: Instant, most: number): Promise<readonly ClaimedNotice[]> {
  const due = trx("notices")
    .select("workspace", "key")
    .where(isDue(now))
    .orderByRaw("retry_at is not null, retry_at, due_at, workspace, key")
    .limit(most);
  const taken: readonly NoticeRow[] = await trx("notices")
    .whereIn(["workspace", "key"], due)
    .where(isDue(now))
    .update({ retry_at: retryAt })
    .returning("*");
  return taken.map(noticeOf).sort((a, b) => compare(a.dueAt, b.dueAt) || compare(a.workspace, b.workspace) || compare(a.key, b.key));
}

/** Says what became of one. The first to say it is right. */
export async function settleNotice(
  trx: Knex.Transaction,
  { workspace, key }: Pick<ClaimedNotice, "workspace" | "key">,
  outcome: Parameters<Database["notices"]["settle"]>[1],
  at: Instant,
): Promise<void> {
  await trx("notices").where({ workspace, key }).whereNull("settled_at").update({ outcome, settled_at: at });
}

/** Forgets the settled ones, never while they are news: found again, they would be planned and sent again. */
export async function forgetNotices(trx: Knex.Transaction, before: Instant): Promise<number> {
  return trx("notices").where("settled_at", "<", before).where("until", "<", before).delete();
}

function isDue(now: Instant) {
  return (query: Knex.QueryBuilder) =>
    query
      .whereNull("settled_at")
      .where("due_at", "<=", now)
      .where((free) => free.whereNull("retry_at").orWhere("retry_at", "<=", now));
}

interface NoticeRow extends Pick<PlannedNotice, "key" | "kind" | "person" | "until"> {
  readonly workspace: string;
  readonly due_at: Instant;
  readonly data: string;
  readonly outcome: NoticeOutcome | null;
}

function noticeOf(row: NoticeRow): ClaimedNotice {
  const { workspace, key } = row;
  const nonce = createHash("sha256").update(`${workspace}:${key}`).digest("hex").slice(0, 24);
  return { workspace, ...plannedOf(row), nonce };
}

function plannedOf({ key, kind, person, due_at, until, data }: Omit<NoticeRow, "outcome">): PlannedNotice {
  return { key, kind, person, dueAt: due_at, until, data: JSON.parse(data) as PlannedNotice["data"] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
