import type { Knex } from "./driver.js";

/**
 * Where two databases want other words for the same thing. Every other statement is one that both take: quoted names where
 * letters are mixed, `is distinct from`, an order wherever it shows.
 */
export interface Dialect {
  /** The rows of a statement in plain words. */
  rows<Row>(trx: Knex, sql: string, bindings: readonly Binding[]): Promise<readonly Row[]>;
  /** How many rows a statement in plain words changed: counted where they are, not brought here. */
  changed(trx: Knex, sql: string, bindings: readonly Binding[]): Promise<number>;
  /** A field of a column that holds a JSON object, as text. */
  field(column: string, name: string): string;
  /** Does the list under `list`, in a JSON object, hold an object whose field is the value that is bound. */
  listHolds(column: string, list: string, field: string): string;
  /** The texts of a JSON list that is bound. */
  readonly texts: string;
  /** A JSON list of objects that is bound, as rows with these columns of a table, and their `place` from 0. */
  records(table: string, columns: readonly string[]): string;
  /** Pairs of a quoted name and a column, as a JSON object. */
  object(pairs: string): string;
  /** Joins so that the left side is walked and the right one looked up. */
  readonly walkedJoin: string;
  /** An order that no index may be walked for: few are sorted sooner than many passed. */
  sorted(...columns: readonly string[]): string;
  /** One row for so many entries of the trail. Bindings: workspace, number before, how many. */
  readonly trailPage: string;
}

/** A connection, a transaction or a query. */
type Reached = Pick<Knex, "client"> | Pick<Knex.QueryBuilder, "client">;

type Binding = string | number | null;

/** Words that both take. */
const pageFields = (separator: string) =>
  `previous || ${separator} || sequence || ',"' || at || '","' || actor || '","' || act || '","' || object || '","' || outcome
    || '",' || ${separator} || details || ${separator} || hash`;
const pageRows = "(select * from audit_entries where workspace = ? and sequence > ? order by sequence limit ?) as entries";

const sqlite: Dialect = {
  rows: (trx, sql, bindings) => trx.raw(sql, [...bindings]),
  changed: async (trx, sql, bindings) => {
    await trx.raw(sql, [...bindings]);
    const [row]: readonly { readonly changed: number }[] = await trx.raw("select changes() as changed");
    return row?.changed ?? 0;
  },
  field: (column, name) => `json_extract(${column}, '$.${name}')`,
  listHolds: (column, list, field) =>
    `exists (select 1 from json_each(${column}, '$.${list}') where json_extract(value, '$.${field}') = ?)`,
  texts: "select value from json_each(?)",
  records: (_table, columns) =>
    `(select key as place, ${columns.map((name) => `json_extract(value, '$.${name}') as ${name}`).join(", ")} from json_each(?)) as given`,
  object: (pairs) => `json_object(${pairs})`,
  walkedJoin: "cross join",
  sorted: (...columns) => columns.map((column) => `+${column} desc`).join(", "),
  // A text sorts before any bytes: `plain` is 0 when one value at least is bytes where text belongs.
  trailPage: `select count(*) as count, max(sequence) as last,
    min(at < x'' and actor < x'' and act < x'' and object < x'' and outcome < x'' and details < x'' and previous < x'' and hash < x'') as plain,
    group_concat(${pageFields("char(31)")}, char(31)) as texts
    from ${pageRows}`,
};

const postgres: Dialect = {
  rows: async (trx, sql, bindings) => (await trx.raw(sql, [...bindings])).rows,
  changed: async (trx, sql, bindings) => (await trx.raw(sql, [...bindings])).rowCount,
  field: (column, name) => `(kairos_json(${column}) ->> '${name}')`,
  listHolds: (column, list, field) =>
    `exists (select 1 from json_array_elements(kairos_json(${column}) -> '${list}') as one where one ->> '${field}' = ?)`,
  texts: "select json_array_elements_text(kairos_json(?))",
  records: (table, columns) =>
    `(select ordinality - 1 as place, ${columns.join(", ")}
    from json_populate_recordset(null::${table}, kairos_json(?)) with ordinality) as given`,
  object: (pairs) => `json_build_object(${pairs})::text`,
  walkedJoin: "join",
  sorted: (...columns) => columns.map((column) => `${column} desc`).join(", "),
  trailPage: `select count(*) as count, max(sequence) as last, 1 as plain,
    string_agg(${pageFields("chr(31)")}, chr(31) order by sequence) as texts
    from ${pageRows}`,
};

/** The words of the database that a connection leads to. */
export function dialectOf(base: Reached): Dialect {
  return isPostgres(base) ? postgres : sqlite;
}

export function isPostgres(base: Reached): boolean {
  return base.client.driverName === "pg";
}
