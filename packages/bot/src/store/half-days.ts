import type { Half } from "@kairos/core";
import type { HalfDayFilter, TraineeSlot } from "./attendance-words.js";
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

/** Rows of a bulk statement, as arrays: `json_each` reads them by place. */
export function inBatches<Value>(values: readonly Value[], most = 5000): readonly (readonly Value[])[] {
  const batches: (readonly Value[])[] = [];
  for (let start = 0; start < values.length; start += most) batches.push(values.slice(start, start + most));
  return batches;
}

/** `json_extract(value, '$[0]'), …` */
export function places(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => `json_extract(value, '$[${from + index}]')`).join(", ");
}

/** Nobody writes for an establishment out of scope. */
export function checkScope(scope: Scope, values: readonly { readonly siret: string }[], what: string): void {
  if (scope === "all") return;
  const reached: ReadonlySet<string> = new Set(scope);
  if (values.some(({ siret }) => !reached.has(siret))) throw new Error(`Some ${what} are of an establishment out of scope`);
}
