import type { AttendanceEntry, Said } from "@kairos/core";

/** Entries as they stand among the files, by columns: each value once, and where it stands in each row. */
export interface KeptEntries {
  readonly lines: readonly number[];
  readonly columns: Readonly<Record<string, KeptColumn>>;
}

interface KeptColumn {
  readonly values: readonly unknown[];
  /** Places among the values, from 1; 0 where the row says nothing. Left out when every row has the first. */
  readonly at?: readonly number[];
}

export function keepEntries(entries: readonly AttendanceEntry[]): KeptEntries {
  const columns: Record<string, KeptColumn> = {};
  for (const name of slotNames) keepColumn(columns, name, entries, (entry) => entry[name]);
  for (const name of saidNames) keepColumn(columns, name, entries, ({ said }) => said?.[name]);
  keepColumn(columns, evidence, entries, ({ said }) => said?.evidence?.join(" "));
  return { lines: entries.map(({ line }) => line), columns };
}

export function keptEntries({ lines, columns }: KeptEntries): readonly AttendanceEntry[] {
  const read = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, readerOf(column)]));
  return lines.map((line, index) => {
    const entry: Record<string, unknown> = { line };
    for (const name of slotNames) put(entry, name, read[name]?.(index));
    if (read.status?.(index) === undefined) return entry as unknown as AttendanceEntry;
    const said: Record<string, unknown> = {};
    for (const name of saidNames) put(said, name, read[name]?.(index));
    const kinds = read[evidence]?.(index);
    if (kinds !== undefined) said.evidence = String(kinds).split(" ");
    entry.said = said;
    return entry as unknown as AttendanceEntry;
  });
}

const slotNames = ["sessionReference", "siret", "traineeId", "day", "half", "at", "minutes", "invoice"] as const;
const saidNames = ["status", "lateMinutes", "earlyMinutes", "reason", "document"] as const satisfies readonly (keyof Said)[];
const evidence = "evidence";

function keepColumn(
  columns: Record<string, KeptColumn>,
  name: string,
  entries: readonly AttendanceEntry[],
  valueIn: (entry: AttendanceEntry) => string | number | undefined,
): void {
  const places = new Map<string | number, number>();
  let holes = 0;
  // Most rows say what the row before says.
  let before: string | number | undefined;
  let place = 0;
  const at = entries.map((entry) => {
    const value = valueIn(entry);
    if (value === undefined) {
      holes += 1;
      return 0;
    }
    if (value === before) return place;
    before = value;
    place = places.get(value) ?? places.size + 1;
    if (place > places.size) places.set(value, place);
    return place;
  });
  if (places.size === 0) return;
  const values = [...places.keys()];
  columns[name] = holes === 0 && values.length === 1 ? { values } : { values, at };
}

function readerOf({ values, at }: KeptColumn): (index: number) => unknown {
  return at === undefined ? () => values[0] : (index) => values[(at[index] ?? 0) - 1];
}

function put(row: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) row[name] = value;
}
