import type { Minutes } from "../../shared/calendar.js";
import type { Language } from "../../shared/language.js";
import { formatRate } from "../../shared/money.js";
import type { PlannedHalfDay } from "../planned.js";
import { type AttendanceRecord, type AttendanceStatus, attendedMinutes } from "../record.js";
import { type Slot, traineeSlotKey } from "../slot.js";
import { type IsoMonth, monthOf } from "./month.js";

/** What became of planned minutes; together they are all of them. `missed`: late or left early. */
export const minuteClasses = ["attended", "missed", "excused", "announced", "unexcused", "stopped", "unrecorded"] as const;
export type MinuteClass = (typeof minuteClasses)[number];
export type MinutesByClass = Readonly<Record<MinuteClass, Minutes>>;

/** One trainee's month. `planned` is the sum of the classes. */
export interface TraineeStatement {
  readonly traineeId: string;
  readonly planned: Minutes;
  readonly minutes: MinutesByClass;
  /** Half-days that lack a fact. */
  readonly unrecorded: readonly Slot[];
  /** Attended out of planned, from 0 to 1; nothing when nothing was planned. */
  readonly rate: number | undefined;
}

/** One session's month: everybody who had a half-day in it, by their reference. */
export interface MonthStatement {
  readonly month: IsoMonth;
  readonly trainees: readonly TraineeStatement[];
  readonly planned: Minutes;
  readonly minutes: MinutesByClass;
}

/** The monthly statement of a session. Facts outside of what is planned count nowhere: a rule tells them. */
export function monthStatement(month: IsoMonth, planned: readonly PlannedHalfDay[], records: readonly AttendanceRecord[]): MonthStatement {
  const facts = new Map(records.map((one) => [traineeSlotKey(one), one]));
  const byTrainee = new Map<string, PlannedHalfDay[]>();
  for (const halfDay of planned) {
    if (monthOf(halfDay.day) !== month) continue;
    const mine = byTrainee.get(halfDay.traineeId);
    if (mine === undefined) byTrainee.set(halfDay.traineeId, [halfDay]);
    else mine.push(halfDay);
  }
  const trainees = [...byTrainee].sort(([a], [b]) => (a < b ? -1 : 1)).map(([traineeId, mine]) => statementOf(traineeId, mine, facts));
  return {
    month,
    trainees,
    planned: trainees.reduce((sum, one) => sum + one.planned, 0),
    minutes: byClass((kind) => trainees.reduce((sum, { minutes }) => sum + minutes[kind], 0)),
  };
}

function statementOf(
  traineeId: string,
  planned: readonly PlannedHalfDay[],
  facts: ReadonlyMap<string, AttendanceRecord>,
): TraineeStatement {
  const minutes = { ...byClass(() => 0) };
  const unrecorded: Slot[] = [];
  for (const halfDay of planned) {
    const fact = facts.get(traineeSlotKey(halfDay));
    if (fact === undefined) unrecorded.push({ day: halfDay.day, half: halfDay.half });
    const attended = fact === undefined ? 0 : attendedMinutes(fact, halfDay.minutes);
    minutes.attended += attended;
    minutes[fact === undefined ? "unrecorded" : restOf[fact.status]] += halfDay.minutes - attended;
  }
  const total = planned.reduce((sum, halfDay) => sum + halfDay.minutes, 0);
  return { traineeId, planned: total, minutes, unrecorded, rate: total === 0 ? undefined : minutes.attended / total };
}

/** Where the minutes that were not attended count. */
const restOf: Readonly<Record<AttendanceStatus, MinuteClass>> = {
  present: "missed",
  late: "missed",
  "left-early": "missed",
  remote: "missed",
  excused: "excused",
  unexcused: "unexcused",
  announced: "announced",
  interrupted: "stopped",
  withdrawn: "stopped",
};

function byClass(minutes: (kind: MinuteClass) => Minutes): MinutesByClass {
  return Object.fromEntries(minuteClasses.map((kind) => [kind, minutes(kind)])) as Record<MinuteClass, Minutes>;
}

/** `92,5 %`, never rounded up: 100 % is said where nothing was missed. A dash where nothing was planned. */
export function formatAttendanceRate(attended: Minutes, planned: Minutes, language: Language = "fr"): string {
  return planned === 0 ? "—" : formatRate(Math.floor((attended * 1000) / planned) * 10, language);
}
