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

type Value = string | number | undefined;

/** How each column is read in an entry: those that name the half-day, then those of what is said of it. */
const slotColumns: Readonly<Record<string, (entry: AttendanceEntry) => Value>> = {
  sessionReference: ({ sessionReference }) => sessionReference,
  siret: ({ siret }) => siret,
  traineeId: ({ traineeId }) => traineeId,
  day: ({ day }) => day,
  half: ({ half }) => half,
  at: ({ at }) => at,
  minutes: ({ minutes }) => minutes,
  invoice: ({ invoice }) => invoice,
};
const saidColumns: Readonly<Record<string, (said: Said) => Value>> = {
  status: ({ status }) => status,
  lateMinutes: ({ lateMinutes }) => lateMinutes,
  earlyMinutes: ({ earlyMinutes }) => earlyMinutes,
  reason: ({ reason }) => reason,
  document: ({ document }) => document,
  evidence: ({ evidence }) => evidence?.join(" "),
};

/** In one pass: a hundred thousand entries are far apart in memory. */
export function keepEntries(entries: readonly AttendanceEntry[]): KeptEntries {
  const ofSlot = Object.entries(slotColumns).map(([name, read]) => ({ name, read, ...growingColumn(entries.length) }));
  const ofSaid = Object.entries(saidColumns).map(([name, read]) => ({ name, read, ...growingColumn(entries.length) }));
  for (const [index, entry] of entries.entries()) {
    for (const { read, add } of ofSlot) add(index, read(entry));
    const { said } = entry;
    for (const { read, add } of ofSaid) add(index, said === undefined ? undefined : read(said));
  }
  const kept = [...ofSlot, ...ofSaid].flatMap(({ name, column }) => {
    const whole = column();
    return whole === undefined ? [] : [[name, whole] as const];
  });
  return { lines: entries.map(({ line }) => line), columns: Object.fromEntries(kept) };
}

export function keptEntries({ lines, columns }: KeptEntries): readonly AttendanceEntry[] {
  const among = (readers: object) => Object.entries(columns).filter(([name]) => name in readers);
  const [ofSlot, ofSaid] = [among(slotColumns), among(saidColumns)];
  return lines.map((line, index) => {
    const entry: Record<string, unknown> = { line };
    fill(entry, ofSlot, index);
    if (ofSaid.length === 0) return entry as unknown as AttendanceEntry;
    const said: Record<string, unknown> = {};
    fill(said, ofSaid, index);
    if (said.evidence !== undefined) said.evidence = String(said.evidence).split(" ");
    entry.said = said;
    return entry as unknown as AttendanceEntry;
  });
}

function fill(row: Record<string, unknown>, columns: readonly (readonly [string, KeptColumn])[], index: number): void {
  for (const [name, { values, at }] of columns) {
    const value = values[at === undefined ? 0 : (at[index] ?? 0) - 1];
    if (value !== undefined) row[name] = value;
  }
}

/** Values are added in the order of the rows. Most say what the row before says, and many columns one thing or nothing at all. */
function growingColumn(rows: number) {
  const places = new Map<Value, number>([[undefined, 0]]);
  let at: number[] | undefined;
  let before: Value;
  let place = 0;
  const add = (index: number, value: Value): void => {
    if (value !== before) {
      if (at === undefined && index > 0) at = new Array<number>(rows).fill(0).fill(place, 0, index);
      before = value;
      place = places.get(value) ?? places.size;
      if (place === places.size) places.set(value, place);
    }
    if (at !== undefined) at[index] = place;
  };
  const column = (): KeptColumn | undefined => {
    const [, ...values] = places.keys();
    if (values.length === 0) return undefined;
    return at === undefined ? { values } : { values, at };
  };
  return { add, column };
}
