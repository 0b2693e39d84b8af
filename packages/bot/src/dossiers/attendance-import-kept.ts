import type { AttendanceEntry } from "@kairos/core";

/** Entries as they stand among the files: each value once, and where it stands in each row. */
export interface KeptEntries {
  readonly columns: Readonly<Record<string, { readonly values: readonly unknown[]; readonly at: readonly number[] }>>;
  readonly lines: readonly number[];
}

const names = ["sessionReference", "siret", "traineeId", "day", "half", "said", "at", "minutes", "invoice"] as const;

export function keepEntries(entries: readonly AttendanceEntry[]): KeptEntries {
  const columns = Object.fromEntries(names.map((name) => [name, columnOf(entries.map((entry) => entry[name]))]));
  return { columns, lines: entries.map(({ line }) => line) };
}

export function keptEntries({ columns, lines }: KeptEntries): readonly AttendanceEntry[] {
  return lines.map((line, index) => {
    const entry: Record<string, unknown> = { line };
    for (const name of names) {
      const column = columns[name];
      const place = column?.at[index] ?? none;
      if (place !== none) entry[name] = column?.values[place];
    }
    return entry as unknown as AttendanceEntry;
  });
}

const none = -1;

function columnOf(values: readonly unknown[]): { readonly values: readonly unknown[]; readonly at: readonly number[] } {
  const places = new Map<unknown, number>();
  const kept: unknown[] = [];
  const at = values.map((value) => {
    if (value === undefined) return none;
    const key = typeof value === "object" ? JSON.stringify(value) : value;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, kept.length);
    return kept.push(value) - 1;
  });
  return { values: kept, at };
}
