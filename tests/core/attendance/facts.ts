import {
  type AttendancePlan,
  type AttendanceRecord,
  type AttendanceSituation,
  attendanceSituation,
  type Enrolment,
  enrolmentSchema,
  type Half,
} from "@kairos/core";
import { aProvider, aSchedule, aSession, bordeaux } from "../../examples/index.js";

/** Two weeks of forklift driving, seen at their end. */
export const session = aSession();
export const schedule = aSchedule(session);
export const lastDay = "2026-12-18";

export function anEnrolment(traineeId = "T-0001", dates: Partial<Enrolment> = {}): Enrolment {
  return enrolmentSchema.parse({ sessionReference: session.reference, siret: bordeaux, traineeId, ...dates });
}

/** One fact of Monday morning, present unless told. */
export function aFact(overrides: Partial<AttendanceRecord> = {}): AttendanceRecord {
  return {
    sessionReference: session.reference,
    siret: bordeaux,
    traineeId: "T-0001",
    day: "2026-12-07",
    half: "morning",
    status: "present",
    source: "desk",
    recordedBy: "karim",
    recordedAt: "2026-12-07T12:00:00.000Z",
    ...overrides,
  };
}

/** Both halves of some days, with one status. */
export function days(status: AttendanceRecord["status"], ...on: readonly string[]): readonly AttendanceRecord[] {
  return on.flatMap((day) => (["morning", "afternoon"] as readonly Half[]).map((half) => aFact({ day, half, status })));
}

export function aSituation(records: readonly AttendanceRecord[], plan: Partial<AttendancePlan> = {}): AttendanceSituation {
  const settings = aProvider().settings.attendance;
  return attendanceSituation({ session, schedule, roster: [anEnrolment()], today: lastDay, settings, ...plan }, records);
}
