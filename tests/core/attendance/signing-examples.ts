import {
  type AttendanceRecord,
  type AttendanceSheet,
  attendanceRecordSchema,
  attendanceSheetSchema,
  type Enrolment,
  enrolmentSchema,
  type OwnHalfDay,
  type Schedule,
  type SheetSituation,
  type SignableHalfDay,
  settingsSchema,
  signableHalfDays,
} from "@kairos/core";
import { aSchedule, aSession } from "../../examples/index.js";

export const monday = "2026-12-07";
export const settings = settingsSchema.parse({}).attendance;

/** The morning of the first day, from 09:00 to 12:30, or the afternoon; Paris is an hour ahead of UTC. */
export function aHalfDay(half: "morning" | "afternoon" = "morning", schedule: Schedule = aSchedule()): SignableHalfDay {
  const found = signableHalfDays(aSession(), schedule, settings, { from: monday, until: monday }).find((one) => one.halfDay.half === half);
  if (found === undefined) throw new Error("the example has no such half-day");
  return found;
}

export function anEnrolment(overrides: Partial<Enrolment> = {}): Enrolment {
  return { ...enrolmentSchema.parse({ sessionReference: "SE-2026-014", siret: "99900014400017", traineeId: "T-0007" }), ...overrides };
}

export function anOwnHalfDay(overrides: Partial<OwnHalfDay> = {}): OwnHalfDay {
  return { ...aHalfDay(), enrolment: anEnrolment(), signed: undefined, ...overrides };
}

export function aFact(overrides: Partial<AttendanceRecord> = {}): AttendanceRecord {
  const fact = {
    sessionReference: "SE-2026-014",
    siret: "99900014400017",
    traineeId: "T-0007",
    day: monday,
    half: "morning",
    status: "present",
    source: "desk",
    recordedBy: "omar",
    recordedAt: "2026-12-07T09:00:00.000Z",
  };
  return { ...attendanceRecordSchema.parse(fact), ...overrides };
}

export function aSheet(overrides: Partial<AttendanceSheet> = {}): AttendanceSheet {
  const sheet = {
    reference: "FE-0001",
    sessionReference: "SE-2026-014",
    siret: "99900014400017",
    halfDays: [`${monday}/morning`],
    trainers: ["omar"],
    place: "Bordeaux, 12 rue des Chantiers",
    recordedBy: "karim",
    recordedAt: "2026-12-08T09:00:00.000Z",
  };
  return { ...attendanceSheetSchema.parse(sheet), ...overrides };
}

export const signature = { traineeId: "T-0007", day: monday, half: "morning" } as const;

/** One morning, taught by Omar in the centre, recorded and signed by one trainee. */
export function aSheetSituation(sheet: Partial<AttendanceSheet> = {}, beside: Partial<SheetSituation> = {}): SheetSituation {
  const session = aSession({ trainers: ["omar"], room: "Salle 2" });
  return {
    sheet: aSheet(sheet),
    session,
    schedule: aSchedule(session),
    records: [aFact()],
    signatures: [signature],
    today: "2026-12-08",
    names: new Map([["lea", "Léa Roux"]]),
    ...beside,
  };
}
