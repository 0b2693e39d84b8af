import { createHash } from "node:crypto";
import type { Digest } from "@kairos/core";
import { connect, type Knex } from "./driver.js";
import { migrate } from "./migrate.js";
import { migrationNames } from "./migrations/source.js";
import { connectServer } from "./postgres.js";
import { verifyIn } from "./verify-trail.js";

/** Why nothing was moved: the target is as it was. */
export type MoveFault =
  | { readonly fault: "older-file" | "target-not-empty" | "written-meanwhile" }
  | { readonly fault: "differs" | "row-refused"; readonly table: string };

export interface Moved {
  readonly rows: number;
  /** Rows of each table that has some. */
  readonly tables: Readonly<Record<string, number>>;
  /** Workspaces whose trail was recomputed in its new place, and how many were broken already. */
  readonly trails: { readonly sound: number; readonly broken: number };
}

/**
 * Copies every row of a desk's file into an empty PostgreSQL database, in one transaction: all of it and as it was, or
 * nothing. The file is only read. What was copied is read back and compared, and each trail recomputed, before it stays.
 */
export async function moveToServer({
  file,
  url,
  digest,
}: {
  readonly file: string;
  readonly url: string;
  readonly digest: Digest;
}): Promise<Moved | MoveFault> {
  const source = connect(file, "read");
  const target = connectServer(url, "write");
  try {
    const known: readonly string[] = (await source.schema.hasTable("migrations")) ? await source("migrations").pluck("name") : [];
    if (known.length !== migrationNames.size) return { fault: "older-file" };
    await migrate(target);
    return await target.transaction((to) => source.transaction((from) => copyAll({ from, to, file, digest })));
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  } finally {
    await Promise.all([source.destroy(), target.destroy()]);
  }
}

/** Undoes the transaction. */
class Refused extends Error {
  constructor(readonly reason: MoveFault) {
    super(reason.fault);
  }
}

interface Copy {
  readonly from: Knex.Transaction;
  readonly to: Knex.Transaction;
  readonly file: string;
  readonly digest: Digest;
}

async function copyAll({ from, to, file, digest }: Copy): Promise<Moved> {
  const tables = await tablesOf(from);
  // A bot that was started on it too early waits.
  await to.raw(`lock table ${tables.map(({ name }) => name).join(", ")} in exclusive mode`);
  for (const { name } of tables) {
    if ((await to(name).first(to.raw("1"))) !== undefined) throw new Refused({ fault: "target-not-empty" });
  }
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const before = await copy(from, to, table);
    if (before.fingerprint !== (await walk(to, table)).fingerprint) throw new Refused({ fault: "differs", table: table.name });
    if (before.rows > 0) counts[table.name] = before.rows;
  }
  const trails = { sound: 0, broken: 0 };
  for (const workspace of await workspacesOf(from)) {
    const [then, now] = [await verifyIn(from, workspace, digest), await verifyIn(to, workspace, digest)];
    if (JSON.stringify(then) !== JSON.stringify(now)) throw new Refused({ fault: "differs", table: "audit_entries" });
    trails[now.problems.length === 0 ? "sound" : "broken"] += 1;
  }
  if ((await headsOf(from)) !== (await headsNow(file))) throw new Refused({ fault: "written-meanwhile" });
  return { rows: Object.values(counts).reduce((sum, count) => sum + count, 0), tables: counts, trails };
}

interface Table {
  readonly name: string;
  /** The columns of its key, in order: rows are walked along it. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** Rows in one go: contents of files may weigh megabytes. */
  readonly atOnce: number;
}

/** Those that point at others come after them. */
async function tablesOf(from: Knex): Promise<readonly Table[]> {
  const names: string[] = await from("sqlite_master").where({ type: "table" }).orderBy("name").pluck("name");
  const pointing: Table[] = [];
  const others: Table[] = [];
  for (const name of names.filter((one) => !/^(migrations|sqlite_)/.test(one))) {
    const columns: readonly { name: string; type: string; pk: number }[] = await from.raw(`PRAGMA table_info(${name})`);
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    const atOnce = columns.some(({ type }) => type.toLowerCase() === "blob") ? 10 : 1000;
    const isPointing = ((await from.raw(`PRAGMA foreign_key_list(${name})`)) as readonly unknown[]).length > 0;
    (isPointing ? pointing : others).push({
      name,
      atOnce,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
    });
  }
  return [...others, ...pointing];
}

async function copy(from: Knex.Transaction, to: Knex.Transaction, table: Table) {
  return walk(from, table, async (rows) => {
    try {
      await to(table.name).insert(rows);
    } catch (error) {
      // A value of another kind, or against a rule of the schema: classes 22 and 23 of the server's errors.
      if (/^2[23]/.test((error as { code?: string }).code ?? "")) throw new Refused({ fault: "row-refused", table: table.name });
      throw error;
    }
  });
}

type Row = Readonly<Record<string, string | number | Buffer | null>>;

/** Every row in the order of the key, by pages; and a fingerprint of all of them, the same in both databases. */
async function walk(
  trx: Knex.Transaction,
  { name, key, columns, atOnce }: Table,
  each: (rows: Row[]) => Promise<void> = async () => undefined,
) {
  const hash = createHash("sha256");
  let count = 0;
  for (let last: Row | undefined; ; ) {
    const query = trx(name)
      .orderBy([...key])
      .limit(atOnce)
      .select([...columns]);
    const after = last;
    if (after !== undefined) {
      query.whereRaw(
        `(${key.join(", ")}) > (${key.map(() => "?").join(", ")})`,
        key.map((column) => after[column] ?? null),
      );
    }
    const rows: Row[] = await query;
    if (rows.length === 0) return { rows: count, fingerprint: hash.digest("hex") };
    await each(rows);
    for (const row of rows) hash.update(JSON.stringify(columns.map((column) => plain(row[column]))));
    count += rows.length;
    last = rows.at(-1);
  }
}

/** NUL, which no text of the server holds, is written there as the letter that stands for what cannot be shown. */
function plain(value: Row[string] | undefined): unknown {
  if (Buffer.isBuffer(value)) return createHash("sha256").update(value).digest("hex");
  return typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value;
}

async function workspacesOf(trx: Knex): Promise<readonly string[]> {
  return trx("audit_entries").distinct("workspace").orderBy("workspace").pluck("workspace");
}

/** Whatever is done leaves an entry: the ends of the trails tell whether anything was. */
async function headsOf(trx: Knex): Promise<string> {
  const heads = await trx("audit_entries").groupBy("workspace").orderBy("workspace").select("workspace").max({ sequence: "sequence" });
  return JSON.stringify(heads);
}

/** As they are now, beside the transaction that sees them as they were. */
async function headsNow(file: string): Promise<string> {
  const beside = connect(file, "read");
  try {
    return await headsOf(beside);
  } finally {
    await beside.destroy();
  }
}
