import type { IsoDate } from "../../shared/calendar.js";
import { saysTheSame } from "../record.js";
import type { JudgedRow } from "./import-entry.js";
import { faulty, raised } from "./import-faults.js";

/** Rows that say the same half-day of the same person twice; when they differ, none of them is believed. */
export function againstEachOther(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  // Map inside map: joining a key for each row takes longer than looking three times.
  const seen = new Map<string, Map<string, Map<IsoDate, number[]>>>();
  const settledRows = [...rows];
  for (const [index, row] of rows.entries()) {
    const { entry, line } = row;
    if (entry === undefined) continue;
    const { sessionReference, traineeId, day, half, at, invoice } = entry;
    const days = within(within(seen, sessionReference), traineeId);
    const ofDay = days.get(day);
    const earlier = ofDay?.find((one) => {
      const said = rows[one]?.entry;
      return said?.half === half && said.at === at && said.invoice === invoice;
    });
    const other = earlier === undefined ? undefined : rows[earlier]?.entry;
    if (earlier === undefined || other === undefined) {
      if (ofDay === undefined) days.set(day, [index]);
      else ofDay.push(index);
      continue;
    }
    const same =
      other.minutes === entry.minutes && (entry.said === undefined || other.said === undefined || saysTheSame(entry.said, other.said));
    const twice = (at: number, otherLine: number) => faulty(at, [raised("", at, "import.row-twice", { otherLine, same })]);
    settledRows[index] = twice(line, other.line);
    if (!same) settledRows[earlier] = twice(other.line, line);
  }
  return settledRows;
}

function within<Key, Inner>(maps: Map<Key, Map<string, Inner>>, key: Key): Map<string, Inner> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, Inner>();
  maps.set(key, fresh);
  return fresh;
}
