import { type Half, halfDayKey } from "../../sessions/index.js";
import type { Minutes } from "../../shared/calendar.js";
import { type Finding, found } from "../../shared/rules.js";
import { type AttendanceRecord, attendingStatuses } from "../record.js";
import { compareSlots, type Slot, traineeSlotKey } from "../slot.js";
import { tellsHealth } from "./health-words.js";
import type { AttendanceSituation } from "./situation.js";

/** Whose half-day a finding is about. */
export interface OfRecord {
  readonly trainee: string;
  readonly day: string;
  readonly half: Half;
}

/** Why a fact stands outside of what the trainee follows. */
export type Outside = "dates" | "schedule" | "roster" | "path";

type Found<Params extends object> = readonly Finding<Params>[];

/** One finding for each fact of which something holds. */
export function eachRecord(holds: (record: AttendanceRecord, situation: AttendanceSituation) => boolean) {
  return (situation: AttendanceSituation): Found<OfRecord> =>
    situation.records.flatMap((record, index) => (holds(record, situation) ? found(["records", index], ofRecord(record)) : []));
}

/** Facts of days to come, but for an absence announced beforehand. A whole half-day that has not begun is refused with nobody to name. */
export const inTheFuture: (situation: AttendanceSituation) => Found<Slot & { readonly trainee?: string }> = eachRecord(
  ({ day, status }, { today }) => day > today && status !== "announced",
);

export function lacksDocument({ status, document }: AttendanceRecord): boolean {
  return status === "excused" && document === undefined;
}

/** Documents called by what is nobody's business. What is typed is refused before, with no record to name. */
export function healthInClear({ records }: AttendanceSituation): Found<{ readonly of?: OfRecord }> {
  return records.flatMap((record, index) =>
    record.document !== undefined && tellsHealth(record.document) ? found(["records", index, "document"], { of: ofRecord(record) }) : [],
  );
}

/** Took part once they had withdrawn: by their enrolment, or by a fact before it. */
export function afterWithdrawal(situation: AttendanceSituation): Found<OfRecord> {
  const left = withdrawals(situation);
  return eachRecord((record) => {
    const since = left.get(record.traineeId);
    return since !== undefined && attendingStatuses.has(record.status) && compareSlots(record, since) >= 0;
  })(situation);
}

/** Facts that fall on nothing the trainee follows; whoever withdrew is another rule's. */
export function outsideSession(situation: AttendanceSituation): Found<OfRecord & { readonly why: Outside }> {
  return situation.records.flatMap((record, index) => {
    const why = outsideOf(record, situation);
    return why === undefined ? [] : found(["records", index], { ...ofRecord(record), why });
  });
}

export function outsideOf(record: { readonly traineeId: string } & Slot, situation: AttendanceSituation): Outside | undefined {
  const { session, schedule, enrolments, scheduled } = situation;
  if (record.day < session.startsOn || record.day > session.endsOn) return "dates";
  if (schedule !== undefined && !scheduled.has(halfDayKey(record))) return "schedule";
  const enrolment = enrolments.get(record.traineeId);
  if (enrolment === undefined) return "roster";
  const { joinsOn, leavesOn } = enrolment;
  const isBeside = (joinsOn !== undefined && record.day < joinsOn) || (leavesOn !== undefined && record.day > leavesOn);
  return isBeside ? "path" : undefined;
}

/** Missed more minutes than the half-day lasts. */
export function overPlanned({
  records,
  minutes,
}: AttendanceSituation): Found<OfRecord & { readonly minutes: Minutes; readonly planned: Minutes }> {
  return records.flatMap((record, index) => {
    const planned = minutes.get(traineeSlotKey(record));
    const missed = (record.lateMinutes ?? 0) + (record.earlyMinutes ?? 0);
    return planned === undefined || missed <= planned ? [] : found(["records", index], { ...ofRecord(record), minutes: missed, planned });
  });
}

/** The same half-day of the same trainee more than once. */
export function slotsTwice({ records }: AttendanceSituation): Found<OfRecord & { readonly times: number }> {
  const times = new Map<string, number>();
  for (const record of records) times.set(traineeSlotKey(record), (times.get(traineeSlotKey(record)) ?? 0) + 1);
  const told = new Set<string>();
  return records.flatMap((record, index) => {
    const key = traineeSlotKey(record);
    const count = times.get(key) ?? 0;
    if (count < 2 || told.has(key)) return [];
    told.add(key);
    return found(["records", index], { ...ofRecord(record), times: count });
  });
}

/** Half-days followed remotely that fewer than two kinds of evidence show, told once for everybody. */
export function thinEvidence({ records }: AttendanceSituation): Found<Slot & { readonly trainees: readonly string[] }> {
  const thin = records.filter(({ status, evidence = [] }) => status === "remote" && new Set(evidence).size < 2);
  const slots = new Map<string, AttendanceRecord[]>();
  for (const record of thin) slots.set(halfDayKey(record), [...(slots.get(halfDayKey(record)) ?? []), record]);
  return [...slots.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return found(["records"], { day: first.day, half: first.half, trainees: own.map(({ traineeId }) => traineeId) });
  });
}

/** Each trainee's absences that nobody excused nor announced: how many, and the last. */
export function unexcusedByTrainee({ records }: AttendanceSituation): Found<OfRecord & { readonly times: number }> {
  return byTrainee(records.filter(({ status }) => status === "unexcused")).flatMap((own) => {
    const last = [...own].sort(compareSlots).at(-1);
    return last === undefined ? [] : found(["records"], { ...ofRecord(last), times: own.length });
  });
}

/** Each trainee's lateness: how often, how long in all, and how often nobody said how long. */
export function lateByTrainee({
  records,
}: AttendanceSituation): Found<{ readonly trainee: string; readonly times: number; readonly minutes: Minutes; readonly untold: number }> {
  return byTrainee(records.filter(({ status }) => status === "late")).flatMap((own) => {
    const minutes = own.reduce((sum, { lateMinutes = 0 }) => sum + lateMinutes, 0);
    const untold = own.filter(({ lateMinutes }) => lateMinutes === undefined).length;
    return found(["records"], { trainee: own[0]?.traineeId ?? "", times: own.length, minutes, untold });
  });
}

/** The first half-day from which each trainee had withdrawn. */
function withdrawals({ records, enrolments }: AttendanceSituation): ReadonlyMap<string, Slot> {
  const left = new Map<string, Slot>();
  const keep = (trainee: string, slot: Slot | undefined) => {
    const known = left.get(trainee);
    if (slot !== undefined && (known === undefined || compareSlots(slot, known) < 0)) left.set(trainee, slot);
  };
  for (const [trainee, { withdrawal }] of enrolments) keep(trainee, withdrawal);
  for (const record of records) if (record.status === "withdrawn") keep(record.traineeId, record);
  return left;
}

function byTrainee(records: readonly AttendanceRecord[]): readonly (readonly AttendanceRecord[])[] {
  const own = new Map<string, AttendanceRecord[]>();
  for (const record of records) {
    const mine = own.get(record.traineeId);
    if (mine === undefined) own.set(record.traineeId, [record]);
    else mine.push(record);
  }
  return [...own].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mine]) => mine);
}

function ofRecord({ traineeId, day, half }: AttendanceRecord): OfRecord {
  return { trainee: traineeId, day, half };
}
