import type { HalfDay } from "../../sessions/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import type { Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import { type Enrolment, follows } from "../enrolment.js";
import { type AttendanceRecord, presentAt, type Said, saysTheSame } from "../record.js";
import { compareSlots, type Slot } from "../slot.js";
import type { AttendanceException } from "./exceptions.js";
import { type NotExpected, recordRefusals } from "./record-refusals.js";

/** What one half-day says of one trainee once it is entered; `isKept` when it was recorded already. */
export interface EntryLine {
  readonly traineeId: string;
  readonly said: Said;
  readonly isKept: boolean;
}

/** Somebody of the session about whom nothing is entered, and why. */
export interface NotEntered {
  readonly traineeId: string;
  readonly why: NotExpected;
  readonly on?: IsoDate;
}

export interface PlannedEntry {
  readonly lines: readonly EntryLine[];
  readonly leftOut: readonly NotEntered[];
  /** Why it cannot be entered. */
  readonly problems: readonly Problem[];
}

/**
 * « Tous présents sauf… »: everybody expected is present but for the exceptions. What is recorded already stays as it is,
 * and whoever stopped before is not taken for present. `records` are the session's, in the order of time.
 */
export function planEntry(
  halfDay: HalfDay,
  roster: readonly Enrolment[],
  records: readonly AttendanceRecord[],
  exceptions: readonly AttendanceException[],
): PlannedEntry {
  const recorded = new Map<string, AttendanceRecord>();
  const before = new Map<string, AttendanceRecord>();
  for (const record of records) {
    const order = compareSlots(record, halfDay);
    if (order === 0) recorded.set(record.traineeId, record);
    else if (order < 0) before.set(record.traineeId, record);
  }
  const said = new Map(exceptions.map((one) => [one.traineeId, one.said]));
  const lines: EntryLine[] = [];
  const leftOut: NotEntered[] = [];
  for (const enrolment of roster) {
    const { traineeId } = enrolment;
    const known = recorded.get(traineeId);
    const told = said.get(traineeId);
    const absence = absenceOf(enrolment, halfDay, told === undefined ? before.get(traineeId) : undefined);
    if (known !== undefined) lines.push({ traineeId, said: saidOf(known), isKept: true });
    else if (absence !== undefined) leftOut.push(absence);
    else lines.push({ traineeId, said: told ?? { status: presentAt(halfDay.at) }, isKept: false });
  }
  return { lines, leftOut, problems: exceptions.flatMap((one) => refusalOf(one, recorded.get(one.traineeId), leftOut)) };
}

/** Why somebody is not expected, if they are not. */
function absenceOf(enrolment: Enrolment, slot: Slot, last: AttendanceRecord | undefined): NotEntered | undefined {
  const { traineeId, joinsOn, leavesOn, withdrawal } = enrolment;
  if (!follows(enrolment, slot)) {
    if (joinsOn !== undefined && slot.day < joinsOn) return { traineeId, why: "joins-later", on: joinsOn };
    if (withdrawal !== undefined && compareSlots(slot, withdrawal) >= 0) return { traineeId, why: "withdrawn", on: withdrawal.day };
    return { traineeId, why: "left", ...(leavesOn !== undefined && { on: leavesOn }) };
  }
  const hasStopped = last?.status === "withdrawn" || last?.status === "interrupted";
  return hasStopped ? { traineeId, why: "stopped", on: last.day } : undefined;
}

function refusalOf(
  { traineeId, said }: AttendanceException,
  known: AttendanceRecord | undefined,
  leftOut: readonly NotEntered[],
): readonly Problem[] {
  if (known !== undefined) {
    if (saysTheSame(known, said)) return [];
    const params = { trainee: traineeId, recorded: known.status, said: said.status };
    return [raise(recordRefusals, "attendance.recorded-already", ["sauf"], params)];
  }
  const out = leftOut.find((one) => one.traineeId === traineeId);
  if (out === undefined) return [];
  const { why, on } = out;
  return [raise(recordRefusals, "attendance.not-expected", ["sauf"], { trainee: traineeId, why, ...(on !== undefined && { on }) })];
}

/** What a record says, apart from who, when and who says so. */
export function saidOf({ status, lateMinutes, earlyMinutes, reason, document, evidence }: Said): Said {
  return {
    status,
    ...(lateMinutes !== undefined && { lateMinutes }),
    ...(earlyMinutes !== undefined && { earlyMinutes }),
    ...(reason !== undefined && { reason }),
    ...(document !== undefined && { document }),
    ...(evidence !== undefined && evidence.length > 0 && { evidence }),
  };
}

/** The facts of somebody's last entry for one half-day that still stand, and whose were changed since. */
export interface MadeEntry {
  readonly records: readonly AttendanceRecord[];
  readonly corrected: readonly string[];
}

/**
 * What somebody entered last at the desk, from the facts of one half-day and what they said before. A fact that replaced
 * another one is a correction, not an entry.
 */
export function lastEntry(
  records: readonly AttendanceRecord[],
  formers: readonly { readonly former: AttendanceRecord; readonly at: string }[],
  by: string,
): MadeEntry {
  const corrections = new Set(formers.map(({ former, at }) => `${former.traineeId}|${at}`));
  const own = records.filter(
    ({ traineeId, recordedBy, recordedAt, source }) =>
      recordedBy === by && source === "desk" && !corrections.has(`${traineeId}|${recordedAt}`),
  );
  const at = own
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1);
  if (at === undefined) return { records: [], corrected: [] };
  const isOfIt = ({ recordedBy, recordedAt, source }: AttendanceRecord) => recordedBy === by && source === "desk" && recordedAt === at;
  const changed = formers.filter(({ former }) => isOfIt(former)).map(({ former }) => former.traineeId);
  return { records: own.filter(isOfIt), corrected: [...new Set(changed)].sort() };
}
