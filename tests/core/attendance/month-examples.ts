import {
  type AttendanceMonth,
  type AttendanceRecord,
  type Enrolment,
  type MonthSituation,
  monthStatement,
  openMonth,
  type PlannedHalfDay,
  plannedHalfDays,
  type SignIn,
} from "@kairos/core";
import { aProvider, aSchedule, aSession } from "../../examples/index.js";

export const session = aSession();
export const trainees = ["T-0001", "T-0002"];
/** The Monday after the last day of the session. */
export const afterwards = "2026-12-21";

export function enrolled(traineeId: string, changes: Partial<Enrolment> = {}): Enrolment {
  return { sessionReference: session.reference, siret: session.siret, traineeId, ...changes };
}

export const roster = trainees.map((traineeId) => enrolled(traineeId));
/** Two weeks of seven hours a day, for both. */
export const planned = plannedHalfDays(aSchedule(session), roster);

type HalfDay = Pick<PlannedHalfDay, "traineeId" | "day" | "half">;

export function factOf({ traineeId, day, half }: HalfDay, changes: Partial<AttendanceRecord> = {}): AttendanceRecord {
  return {
    ...enrolled(traineeId),
    day,
    half,
    status: "present",
    source: "desk",
    recordedBy: "karim",
    recordedAt: "2026-12-18T17:00:00.000Z",
    ...changes,
  };
}

export function signatureOf({ traineeId, day, half }: HalfDay): SignIn {
  return { ...enrolled(traineeId), day, half, method: "sheet", at: "2026-12-18T17:00:00.000Z" };
}

export const allPresent = planned.map((halfDay) => factOf(halfDay));
export const allSigned = planned.map(signatureOf);

export function aMonth(changes: Partial<AttendanceMonth> = {}): AttendanceMonth {
  return { ...openMonth(session, "2026-12"), ...changes };
}

/** December, complete and signed, unless said otherwise. */
export function aMonthSituation(changes: Partial<MonthSituation> = {}): MonthSituation {
  const situation = { planned, records: allPresent, signIns: allSigned, today: afterwards, month: aMonth(), ...changes };
  return {
    settings: aProvider().settings.attendance,
    digest: "0".repeat(64),
    statement: monthStatement(situation.month.month, situation.planned, situation.records),
    ...situation,
  };
}

export function aClosing(digest = "0".repeat(64)) {
  return { at: "2026-12-21T09:00:00.000Z", by: "karim", plannedMinutes: 8400, attendedMinutes: 8400, trainees: 2, digest };
}
