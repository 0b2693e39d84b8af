import type { Siret } from "@kairos/core";
import * as z from "zod/mini";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { within } from "./queries.js";
import type { Scope } from "./store.js";

/** A table that keeps one kind of aggregate: JSON in `data`, beside the columns that searches need. */
export interface Kind<Schema extends z.core.$ZodType> {
  readonly table: string;
  /** The column that identifies one in its workspace. */
  readonly key: string;
  readonly schema: Schema;
}

/** The aggregates of one kind that a workspace keeps, limited to a scope. */
export interface Shelf<Value> {
  get(id: string): Promise<Value | undefined>;
  /** Adds or replaces. What is out of scope is never replaced. */
  put(value: Value, columns: Columns): Promise<void>;
  /** Adds or replaces many, a statement for a thousand. */
  putMany(several: readonly (readonly [value: Value, columns: Columns])[]): Promise<void>;
  /** The rows in scope, for a search. */
  rows(): Knex.QueryBuilder;
  read(rows: Knex.QueryBuilder): Promise<readonly Value[]>;
}

export interface Columns extends Readonly<Record<string, string | number | undefined>> {
  readonly siret: Siret;
  /** Folded text that searches look into. */
  readonly search: string;
}

export function shelf<Schema extends z.core.$ZodType>(
  kind: Kind<Schema>,
  trx: Knex.Transaction,
  workspace: string,
  scope: Scope,
): Shelf<z.output<Schema>> {
  const { table, key } = kind;
  const rows = () => within(trx(table).where({ workspace }), scope);
  return {
    rows,
    read: async (query) => {
      const found: readonly Stored[] = await query.select("data", { key });
      return found.map((row) => decode(kind, row));
    },
    get: async (id) => {
      const row: Stored | undefined = await rows()
        .where({ [key]: id })
        .first("data", { key });
      return row && decode(kind, row);
    },
    put: async (value, columns) => {
      const id = String(columns[key]);
      if (scope !== "all" && !scope.includes(columns.siret)) throw new Error(`${table} ${id} is of an establishment out of scope`);
      const row = { ...withNulls(columns), data: encode(kind, id, value) };
      const position = trx.raw("(select coalesce(max(position), 0) + 1 from ?? where workspace = ?)", [table, workspace]);
      const written: readonly unknown[] = await trx(table)
        .insert({ ...row, workspace, position })
        .onConflict(["workspace", key])
        .merge(row)
        .modify((merge) => within(merge, scope, `${table}.siret`))
        .returning(key);
      if (written.length === 0) throw new Error(`${table} ${id} exists already, out of scope`);
    },
    putMany: async (several) => {
      for (let start = 0; start < several.length; start += batch) {
        const rows = several.slice(start, start + batch).map(([value, columns]): Readonly<Record<string, string | number | null>> => {
          const id = String(columns[key]);
          if (scope !== "all" && !scope.includes(columns.siret)) throw new Error(`${table} ${id} is of an establishment out of scope`);
          return { ...withNulls(columns), data: encode(kind, id, value) };
        });
        // One statement writes a row once: the last said of it.
        const last = [...new Map(rows.map((row) => [row[key], row])).values()];
        const names = Object.keys(last[0] ?? {});
        const written = await dialectOf(trx).rows(
          trx,
          `insert into ?? (workspace, position, ${names.join(", ")})
          select ?, (select coalesce(max(position), 0) from ?? where workspace = ?) + place + 1, ${names.join(", ")}
          from ${dialectOf(trx).records(table, names)} where true
          on conflict (workspace, ??) do update set ${names
            .filter((name) => name !== key && name !== "siret")
            .map((name) => `${name} = excluded.${name}`)
            .join(", ")}
          where ??.siret = excluded.siret
          returning ??`,
          [table, workspace, table, workspace, JSON.stringify(last), key, table, key],
        );
        if (written.length < last.length) throw new Error(`Something of this list of ${table} exists already, out of scope`);
      }
    },
  };
}

/** Rows that one statement takes. */
const batch = 1000;

/** Reads a row back through its schema. A row that no longer parses is a bug, told without any of its values. */
export function decode<Schema extends z.core.$ZodType>(kind: Kind<Schema>, row: Stored): z.output<Schema> {
  return checked(kind, row.key, unjson(row.data));
}

interface Stored {
  readonly key: string;
  readonly data: string;
}

/** What could not be read back is not written. */
export function encode<Schema extends z.core.$ZodType>(kind: Kind<Schema>, id: string, value: unknown): string {
  return JSON.stringify(checked(kind, id, value));
}

function checked<Schema extends z.core.$ZodType>(kind: Kind<Schema>, id: string, value: unknown): z.output<Schema> {
  const parsed = z.safeParse(kind.schema, value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.code}`);
  throw new Error(`${kind.table} ${id} does not parse: ${faults.join(", ")}`);
}

/** knex leaves `undefined` out of an update: what is no longer known would stay. */
function withNulls(columns: Columns): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value ?? null]));
}

function unjson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
