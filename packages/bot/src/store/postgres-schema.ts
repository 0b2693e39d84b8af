import type { Knex } from "./driver.js";
import { connectionName } from "./this-process.js";

/**
 * The statements of the migrations, which are SQLite's, in PostgreSQL's words: texts are compared by their bytes, numbers
 * have eight, and a trigger has a function. Anything else is the same.
 */
export function toPostgres(statement: string): readonly string[] {
  const dropped = /^drop trigger (\w+)$/.exec(statement)?.[1];
  if (dropped !== undefined) return [`drop function ${dropped}() cascade`];
  const [, name = "", change = "", table = "", when, message = ""] = trigger.exec(statement) ?? [];
  if (name === "") return [columns(statement)];
  // A row is never replaced behind an insertion here; a table may be emptied behind every row.
  const emptied = name.endsWith("_no_replace");
  const refuse = `raise exception '${message}';`;
  const body =
    when === undefined || emptied ? refuse : `if ${fields(when)} then ${refuse} end if; return ${change === "delete" ? "old" : "new"};`;
  return [
    `create or replace function ${name}() returns trigger language plpgsql as $$ begin ${body} end $$`,
    `create trigger ${name} before ${emptied ? "truncate" : change} on ${table} for each ${emptied ? "statement" : "row"} execute function ${name}()`,
  ];
}

/** What a migration asks of a transaction: it runs statements, and nothing else. */
export function inPostgresWords(trx: Knex): Pick<Knex, "raw"> {
  const raw = async (statement: string) => {
    for (const translated of toPostgres(statement)) await trx.raw(translated);
  };
  return { raw: raw as unknown as Knex["raw"] };
}

/** Makes this transaction the only one that changes the schema. */
export async function claimSchema(trx: Knex.Transaction): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(?)", [schemaLock]);
  await trx.raw(jsonFunction);
}

/** Does the schema hold the desk's own tables, or nothing yet. */
export async function isOurs(base: Knex): Promise<boolean> {
  const { rows } = await base.raw("select table_name as name from information_schema.tables where table_schema = current_schema()");
  const names: readonly string[] = rows.map(({ name }: { readonly name: string }) => name);
  return names.includes("audit_entries") || names.every((name) => /^migrations(_lock)?$/.test(name));
}

/** Does a process hold a connection to this database, from whatever machine. */
export async function isConnected(trx: Knex, process: string): Promise<boolean> {
  const sql = "select 1 from pg_stat_activity where datname = current_database() and application_name = ? limit 1";
  return (await trx.raw(sql, [connectionName(process)])).rows.length > 0;
}

/**
 * Rewrites every table without the rows that were changed or taken out. False while somebody still reads an older state,
 * which keeps them. The server's write-ahead log and its archives are its administrator's.
 */
export async function rewriteTables(base: Knex): Promise<boolean> {
  const older: readonly Reader[] = await readersOf(base);
  for (let left = patienceMs / pauseMs; older.length > 0 && (await stillThere(base, older)); left--) {
    if (left <= 0) return false;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  const { rows } = await base.raw("select tablename as name from pg_tables where schemaname = current_schema()");
  for (const { name } of rows as readonly { readonly name: string }[]) await base.raw("vacuum (full) ??", [name]);
  return true;
}

interface Reader {
  readonly pid: number;
  readonly since: string;
}

const patienceMs = 10_000;
const pauseMs = 100;

/** Who holds a view of this database from before now. */
async function readersOf(base: Knex): Promise<readonly Reader[]> {
  const { rows } = await base.raw(`select pid, xact_start::text as since from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
    and (backend_xmin is not null or backend_xid is not null)`);
  return rows;
}

async function stillThere(base: Knex, older: readonly Reader[]): Promise<boolean> {
  const now = await readersOf(base);
  return older.some(({ pid, since }) => now.some((one) => one.pid === pid && one.since === since));
}

/** `KAIR`. */
const schemaLock = 0x4b414952;

/**
 * A JSON text as JSON: the server takes neither NUL nor half a surrogate pair, which `JSON.stringify` writes as escapes.
 * Where a backslash comes before, the text differs and is as valid.
 */
const jsonFunction = `create or replace function kairos_json(data text) returns json language sql immutable parallel safe as
  $$ select regexp_replace(data, '\\\\u(0000|[dD][89a-fA-F]..)', '\\\\ufffd', 'g')::json $$`;

const trigger = /^create trigger (\w+) before (\w+) on (\w+)\s+(?:when ([\s\S]*?)\s+)?begin select raise\(abort, '([^']*)'\); end$/;

function columns(statement: string): string {
  return statement
    .replace(/\btext\b/g, 'text collate "C"')
    .replace(/\binteger\b/g, "bigint")
    .replace(/\bblob\b/g, "bytea")
    .replace(/\) without rowid$/, ")");
}

function fields(condition: string): string {
  return condition.replace(/json_extract\((\w+), '\$\.(\w+)'\)/g, "(kairos_json($1) ->> '$2')::bigint");
}
