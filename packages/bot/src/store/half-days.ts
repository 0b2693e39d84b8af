import type { Half } from "@kairos/core";
import type { HalfDayFilter, TraineeSlot } from "./attendance-words.js";
import { dialectOf, isPostgres } from "./dialect.js";
import type { Knex } from "./driver.js";
import { within } from "./queries.js";
import type { Scope } from "./store.js";

/** The columns that name a half-day of a trainee. */
export interface SlotRow {
  readonly session_reference: string;
  readonly trainee_id: string;
  readonly day: string;
  readonly half: Half;
}

export function slotOf({ session_reference, trainee_id, day, half }: SlotRow): TraineeSlot {
  return { sessionReference: session_reference, traineeId: trainee_id, day, half };
}

/** The rows a filter keeps, in the order of time, then of trainees. */
export function halfDayRows(
  trx: Knex.Transaction,
  table: string,
  { workspace, scope }: { readonly workspace: string; readonly scope: Scope },
  { session, trainee, from, until }: HalfDayFilter,
): Knex.QueryBuilder {
  const rows = within(trx(table).where({ workspace }), scope);
  if (session !== undefined) rows.where({ session_reference: session });
  if (trainee !== undefined) rows.where({ trainee_id: trainee });
  if (from !== undefined) rows.where("day", ">=", from);
  if (until !== undefined) rows.where("day", "<=", until);
  return rows.orderBy("day").orderByRaw(halfOrder).orderBy("trainee_id");
}

/** By the order of the day, not of the alphabet. */
export const halfOrder = "case half when 'morning' then 0 when 'afternoon' then 1 else 2 end";

/** Rows of a bulk statement. */
export function inBatches<Value>(values: readonly Value[], most = 5000): readonly (readonly Value[])[] {
  const batches: (readonly Value[])[] = [];
  for (let start = 0; start < values.length; start += most) batches.push(values.slice(start, start + most));
  return batches;
}

/**
 * Batches in which nothing comes twice: a statement of PostgreSQL replaces a row once, where SQLite takes each value after
 * the one before.
 */
export function onceInBatches<Value>(trx: Knex, values: readonly Value[], names: Cells<Value>): readonly (readonly Value[])[] {
  if (!isPostgres(trx)) return inBatches(values);
  const batches: Value[][] = [];
  let seen = new Set<string>();
  for (const value of values) {
    const key = JSON.stringify(Object.values(names).map((read) => read(value)));
    const last = batches.at(-1);
    if (last === undefined || last.length === 5000 || seen.has(key)) {
      batches.push([value]);
      seen = new Set([key]);
    } else {
      last.push(value);
      seen.add(key);
    }
  }
  return batches;
}

/** How the columns of a bulk statement are read in a value. */
export type Cells<Value> = Readonly<Record<string, (value: Value) => string | number | null>>;

/** What names a half-day of a trainee, as it is bound. */
export const slotCells: Cells<TraineeSlot> = {
  session_reference: ({ sessionReference }) => sessionReference,
  trainee_id: ({ traineeId }) => traineeId,
  day: ({ day }) => day,
  half: ({ half }) => half,
};

/** The table `given` of a bulk statement, whose columns are some of a table's. */
export interface Given {
  readonly sql: string;
  readonly bindings: readonly (string | number | null)[];
}

/**
 * Values as a table that a statement begins with. What all of them share is bound once; the rest is one JSON text, whose
 * reading is what takes time: a hundred thousand times fourteen places.
 */
export function given<Value>(trx: Knex, table: string, values: readonly Value[], cells: Cells<Value>): Given {
  const [first] = values;
  if (first === undefined) throw new Error("A bulk statement needs a value");
  if (isPostgres(trx)) return givenRecords(trx, table, values, cells);
  const varying: Cells<Value>[string][] = [];
  const bindings: (string | number | null)[] = [];
  const columns = Object.values(cells).map((read) => {
    const one = read(first);
    if (values.every((value) => read(value) === one)) {
      bindings.push(one);
      return "?";
    }
    varying.push(read);
    return `json_extract(value, '$[${varying.length - 1}]')`;
  });
  const json = JSON.stringify(values.map((value) => varying.map((read) => read(value))));
  const sql = `with given (${Object.keys(cells).join(", ")}) as (select ${columns.join(", ")} from json_each(?))`;
  return { sql, bindings: [...bindings, json] };
}

/** The same where a binding has no type of its own: each row names its columns, and the table tells their types. */
function givenRecords<Value>(trx: Knex, table: string, values: readonly Value[], cells: Cells<Value>): Given {
  const columns = Object.keys(cells);
  const rows = values.map((value) => Object.fromEntries(columns.map((name) => [name, cells[name]?.(value)])));
  const sql = `with given as (select ${columns.join(", ")} from ${dialectOf(trx).records(table, columns)})`;
  return { sql, bindings: [JSON.stringify(rows)] };
}

/** Nobody writes for an establishment out of scope. */
export function checkScope(scope: Scope, values: readonly { readonly siret: string }[], what: string): void {
  if (scope === "all") return;
  const reached: ReadonlySet<string> = new Set(scope);
  if (values.some(({ siret }) => !reached.has(siret))) throw new Error(`Some ${what} are of an establishment out of scope`);
}
