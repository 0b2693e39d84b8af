import { randomUUID } from "node:crypto";
import type { Knex } from "./driver.js";

/** Notes, in the same transaction, that something was erased which the free space of the database still holds. */
export async function owePurge(trx: Knex.Transaction, workspace: string): Promise<void> {
  await trx(table).insert({ workspace, id: randomUUID() });
}

/** Rewrites what a database keeps, when something was erased from it. False when it must be tried again. */
export async function purgeOwed(base: Knex, rewrite: (base: Knex) => Promise<boolean>): Promise<boolean> {
  const owed: readonly string[] = await base(table).pluck("id");
  if (owed.length === 0) return true;
  if (!(await rewrite(base))) return false;
  // Whatever was erased meanwhile is owed still.
  await base(table)
    .whereIn("id", [...owed])
    .delete();
  return true;
}

const table = "purges_owed";
