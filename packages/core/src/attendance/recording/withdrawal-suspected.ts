import type { IsoDate } from "../../shared/calendar.js";
import { type Finding, found } from "../../shared/rules.js";
import type { PlannedHalfDay } from "../planned.js";
import type { AttendanceStatus } from "../record.js";
import { traineeSlotKey } from "../slot.js";
import type { AttendanceSituation } from "./situation.js";

/** Training days missed in a row, up to the last one that is recorded. */
export interface MissedRun {
  readonly trainee: string;
  readonly days: number;
  readonly since: IsoDate;
  readonly until: IsoDate;
}

/** Whoever missed too many training days in a row without an excuse, and was not declared as withdrawn. */
export function suspectedWithdrawals({
  records,
  planned,
  enrolments,
  today,
  settings,
}: AttendanceSituation): readonly Finding<MissedRun>[] {
  const facts = new Map(records.map((record) => [traineeSlotKey(record), record.status]));
  const missing = new Set(records.flatMap(({ status, traineeId }) => (status === "unexcused" ? [traineeId] : [])));
  const own = new Map<string, PlannedHalfDay[]>();
  for (const halfDay of planned) {
    if (!missing.has(halfDay.traineeId) || halfDay.day > today) continue;
    own.set(halfDay.traineeId, [...(own.get(halfDay.traineeId) ?? []), halfDay]);
  }
  return [...own].flatMap(([trainee, halfDays]) => {
    if (enrolments.get(trainee)?.withdrawal !== undefined) return [];
    const [until, ...before] = missedDays(halfDays, facts);
    const days = until === undefined ? 0 : before.length + 1;
    return until === undefined || days < settings.withdrawalAfterDays
      ? []
      : found(["records"], { trainee, days, since: before.at(-1) ?? until, until });
  });
}

/** The days missed as a whole, the last one first, until one that was not. A last day that is not fully recorded yet decides nothing. */
function missedDays(halfDays: readonly PlannedHalfDay[], facts: ReadonlyMap<string, AttendanceStatus>): readonly IsoDate[] {
  const days = new Map<IsoDate, (AttendanceStatus | undefined)[]>();
  for (const halfDay of halfDays) days.set(halfDay.day, [...(days.get(halfDay.day) ?? []), facts.get(traineeSlotKey(halfDay))]);
  const missed: IsoDate[] = [];
  for (const [day, statuses] of [...days].reverse()) {
    if (statuses.every((status) => status === "unexcused")) missed.push(day);
    else if (missed.length > 0 || statuses.some((status) => status !== undefined && status !== "unexcused")) break;
  }
  return missed;
}
