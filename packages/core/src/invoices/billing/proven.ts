import {
  type AttendanceRecord,
  type AttendanceStatus,
  attendedMinutes,
  compareSlots,
  follows,
  monthOf,
  type PlannedHalfDay,
  traineeSlotKey,
} from "../../attendance/index.js";
import type { Minutes } from "../../shared/calendar.js";
import { applyRate } from "../../shared/money.js";
import type { Terms, ToleratedAbsences } from "../agreement.js";
import type { BillingProof } from "../situation.js";

/** One planned half-day of one trainee, with what attendance proves of it. */
export interface ProvenHalfDay extends PlannedHalfDay {
  readonly attended: Minutes;
  /** Of an absence, what the contract lets be billed. */
  readonly tolerated: Minutes;
  readonly isRecorded: boolean;
  /** Is its month signed off. */
  readonly isClosed: boolean;
}

/**
 * What attendance proves, half-day by half-day: by trainee, then in the order of time; nothing after a withdrawal. Whole absences
 * may be tolerated, until the contract's share of the trainee's planned minutes is used up; minutes of lateness never are.
 */
export function provenHalfDays({ roster, planned, records, months }: BillingProof, terms: Terms): readonly ProvenHalfDay[] {
  const facts = new Map(records.map((one) => [traineeSlotKey(one), one]));
  const closed = new Set(months.filter(({ status }) => status === "closed").map(({ month }) => month));
  const toleratedStatuses = statusesTolerated[terms.toleratedAbsences];
  return byTrainee(roster, planned).flatMap((mine) => {
    let left = applyRate(
      mine.reduce((sum, { minutes }) => sum + minutes, 0),
      terms.toleranceRate,
    );
    return mine.map((halfDay): ProvenHalfDay => {
      const fact = facts.get(traineeSlotKey(halfDay));
      const tolerated = fact !== undefined && toleratedStatuses.has(fact.status) ? Math.min(left, halfDay.minutes) : 0;
      left -= tolerated;
      const attended = fact === undefined ? 0 : attendedMinutes(fact, halfDay.minutes);
      return { ...halfDay, attended, tolerated, isRecorded: fact !== undefined, isClosed: closed.has(monthOf(halfDay.day)) };
    });
  });
}

/** A path that stopped is no absence: nothing of it is ever tolerated. */
const statusesTolerated: Readonly<Record<ToleratedAbsences, ReadonlySet<AttendanceRecord["status"]>>> = {
  none: new Set(),
  excused: new Set<AttendanceStatus>(["excused"]),
  all: new Set<AttendanceStatus>(["excused", "unexcused", "announced"]),
};

function byTrainee(roster: BillingProof["roster"], planned: readonly PlannedHalfDay[]): readonly (readonly PlannedHalfDay[])[] {
  const enrolments = new Map(roster.map((one) => [one.traineeId, one]));
  const halfDays = new Map<string, PlannedHalfDay[]>();
  for (const halfDay of planned) {
    const enrolment = enrolments.get(halfDay.traineeId);
    if (enrolment === undefined || !follows(enrolment, halfDay)) continue;
    const mine = halfDays.get(halfDay.traineeId);
    if (mine === undefined) halfDays.set(halfDay.traineeId, [halfDay]);
    else mine.push(halfDay);
  }
  return [...halfDays].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mine]) => mine.sort(compareSlots));
}
