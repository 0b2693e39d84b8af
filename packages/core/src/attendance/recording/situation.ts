import type { Settings } from "../../membership/index.js";
import { halfDayKey, type Schedule, type Session } from "../../sessions/index.js";
import type { IsoDate, Minutes } from "../../shared/calendar.js";
import type { Enrolment } from "../enrolment.js";
import { type PlannedHalfDay, plannedHalfDays } from "../planned.js";
import type { AttendanceRecord } from "../record.js";
import { traineeSlotKey } from "../slot.js";

/** What the facts of one session are judged with. */
export interface AttendancePlan {
  readonly session: Pick<Session, "reference" | "startsOn" | "endsOn">;
  readonly schedule: Schedule | undefined;
  readonly roster: readonly Enrolment[];
  readonly today: IsoDate;
  readonly settings: Pick<Settings["attendance"], "withdrawalAfterDays">;
}

/** The facts of one session beside what was planned, looked up by half-day. */
export interface AttendanceSituation extends AttendancePlan {
  readonly records: readonly AttendanceRecord[];
  /** By trainee, then in the order of time. */
  readonly planned: readonly PlannedHalfDay[];
  /** How long each trainee's half-day lasts, by `traineeSlotKey`. */
  readonly minutes: ReadonlyMap<string, Minutes>;
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  /** The half-days of the schedule, by `halfDayKey`, whoever follows them. */
  readonly scheduled: ReadonlySet<string>;
}

export function attendanceSituation(plan: AttendancePlan, records: readonly AttendanceRecord[]): AttendanceSituation {
  const planned = plannedHalfDays(plan.schedule, plan.roster);
  return {
    ...plan,
    records,
    planned,
    minutes: new Map(planned.map((halfDay) => [traineeSlotKey(halfDay), halfDay.minutes])),
    enrolments: new Map(plan.roster.map((one) => [one.traineeId, one])),
    scheduled: new Set(plan.schedule?.halfDays.map(halfDayKey) ?? []),
  };
}
