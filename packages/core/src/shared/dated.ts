import type { IsoDate } from "./calendar.js";
import type { SourceId } from "./sources.js";

/** A figure in force from a day on. A law changes by adding a row, never by editing one. */
export interface DatedValue<Value> {
  readonly from: IsoDate;
  readonly value: Value;
  readonly source: SourceId;
}

/** The value in force on a day: the latest row begun by then, whatever the order of the rows. */
export function inForce<Value>(values: readonly DatedValue<Value>[], on: IsoDate): Value | undefined {
  let latest: DatedValue<Value> | undefined;
  for (const candidate of values) {
    if (candidate.from <= on && (latest === undefined || candidate.from > latest.from)) latest = candidate;
  }
  return latest?.value;
}
