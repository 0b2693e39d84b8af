import type { Digest } from "@kairos/core";
import { connect, isOurs, type Knex } from "./driver.js";
import { migrationNames } from "./migrations/source.js";
import { verifyIn } from "./verify-trail.js";

/** Why a file is no sound database of ours. */
export type Unsoundness = "foreign" | "damaged" | "newer" | "trail";

/** What a sound file holds. */
export interface Inventory {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly tables: number;
  /** The last number of each workspace's trail. */
  readonly heads: Readonly<Record<string, number>>;
  /** Entries of all trails, each found sound. */
  readonly entries: number;
  /** Is its schema the one this Kairos writes: an older one is brought up to date when it is opened. */
  readonly isCurrent: boolean;
}

export type Inspection = { readonly ok: true; readonly inventory: Inventory } | { readonly ok: false; readonly fault: Unsoundness };

/** Reads a file that nobody else has open, from its first page to the last link of its trails. Changes nothing in it. */
export async function inspect(file: string, digest: Digest): Promise<Inspection> {
  const base = connect(file, "apart");
  try {
    if (!(await isOurs(base)) || !(await base.schema.hasTable("migrations"))) return { ok: false, fault: "foreign" };
    return await base.transaction((trx) => inspectIn(trx, digest));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "SQLITE_NOTADB") return { ok: false, fault: "foreign" };
    if (code === "SQLITE_CORRUPT") return { ok: false, fault: "damaged" };
    throw error;
  } finally {
    await base.destroy();
  }
}

async function inspectIn(trx: Knex.Transaction, digest: Digest): Promise<Inspection> {
  const pages: readonly { integrity_check: string }[] = await trx.raw("PRAGMA integrity_check(1)");
  const links: readonly unknown[] = await trx.raw("PRAGMA foreign_key_check");
  if (pages[0]?.integrity_check !== "ok" || links.length > 0) return { ok: false, fault: "damaged" };
  const applied: readonly string[] = await trx("migrations").pluck("name");
  if (applied.some((name) => !migrationNames.has(name))) return { ok: false, fault: "newer" };
  const heads = await headsIn(trx);
  let entries = 0;
  for (const workspace of Object.keys(heads)) {
    const verdict = await verifyIn(trx, workspace, digest);
    if (verdict.problems.length > 0) return { ok: false, fault: "trail" };
    entries += verdict.entries;
  }
  const rows = await rowsIn(trx);
  const tables = Object.keys(rows).length;
  return { ok: true, inventory: { rows, tables, heads, entries, isCurrent: applied.length === migrationNames.size } };
}

/** The last number of each trail: what a copy taken later must hold. */
export async function headsIn(trx: Knex): Promise<Readonly<Record<string, number>>> {
  if (!(await trx.schema.hasTable("audit_entries"))) return {};
  const heads: readonly { workspace: string; head: number }[] = await trx("audit_entries")
    .groupBy("workspace")
    .select("workspace")
    .max({ head: "sequence" });
  return Object.fromEntries(heads.map(({ workspace, head }) => [workspace, head]));
}

async function rowsIn(trx: Knex.Transaction): Promise<Readonly<Record<string, number>>> {
  const names: readonly string[] = await trx("sqlite_master").where({ type: "table" }).orderBy("name").pluck("name");
  const rows: Record<string, number> = {};
  for (const name of names.filter((one) => !/^(migrations|sqlite_)/.test(one))) {
    const [found]: readonly { count: number }[] = await trx(name).count({ count: "*" });
    rows[name] = found?.count ?? 0;
  }
  return rows;
}
