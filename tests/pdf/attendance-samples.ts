import {
  type AttendanceRecord,
  type AttendanceSheetDocument,
  type CompletionCertificate,
  certificatesDocument,
  type MonthStatementDocument,
  monthStatement,
  plannedHalfDays,
  prepareAttendanceSheet,
  prepareCertificate,
  prepareMonthStatement,
  type SheetFacts,
  type SheetView,
} from "@kairos/core";
import { aFact, allPresent, anEnrolment, aSignIn, manyTrainees } from "../examples/attendance.js";
import { aProvider, aSchedule, aSession, aTrainee } from "../examples/index.js";

export const session = aSession({ trainers: ["omar"], room: "salle 2" });
const names: Readonly<Record<string, string>> = { omar: "Omar Diallo", nadia: "Nadia Sellier" };
export const nameOf = (person: string): string => names[person] ?? person;
export const schedule = aSchedule(session);

export const aDay: SheetView = { by: "day", day: "2026-12-07" };
export const aMonth: SheetView = { by: "month", month: "2026-12" };

/** A blank sheet of so many trainees. */
export function aSheet(count: number, view: SheetView, changes: Partial<SheetFacts> = {}): AttendanceSheetDocument {
  return prepareAttendanceSheet({
    provider: aProvider(),
    session,
    schedule,
    ...manyTrainees(count),
    nameOf,
    funding: "AIF",
    view,
    issuedOn: "2026-12-04",
    ...changes,
  });
}

/** What became of the first days of so many trainees: some of everything, in turn. */
export function someOfEverything(count: number): NonNullable<SheetFacts["told"]> {
  const { roster } = manyTrainees(count);
  const told: readonly Partial<AttendanceRecord>[] = [
    {},
    { status: "late", lateMinutes: 12 },
    { status: "left-early", earlyMinutes: 90 },
    { status: "excused", reason: "health", document: "JUS-12" },
    { status: "unexcused" },
    { status: "announced" },
    { status: "late", lateMinutes: 5, earlyMinutes: 20 },
    { status: "withdrawn" },
    { status: "interrupted" },
    { status: "remote" },
  ];
  const slots = roster.flatMap(({ traineeId }, row) =>
    schedule.halfDays
      .slice(0, 18)
      .map((halfDay, column) => ({ traineeId, halfDay, fact: told[(row + (column >> 1)) % told.length] ?? {} })),
  );
  return {
    records: slots.map(({ traineeId, halfDay, fact }) => aFact(traineeId, halfDay, fact)),
    signIns: slots.flatMap(({ traineeId, halfDay, fact }, index) => {
      if (fact.status !== undefined && fact.status !== "late") return [];
      const code = aSignIn(traineeId, halfDay);
      if (index % 7 === 0) return [];
      return index % 3 === 0 ? [aSignIn(traineeId, halfDay, { method: "sheet", proof: "FE-0001" })] : [code];
    }),
    sheets: [
      {
        reference: "FE-0001",
        sessionReference: session.reference,
        siret: session.siret,
        halfDays: ["2026-12-07/morning", "2026-12-07/afternoon"],
        trainers: ["omar"],
        place: "Bordeaux",
        recordedBy: "lea",
        recordedAt: "2026-12-08T08:00:00.000Z",
      },
    ],
  };
}

export function aStatement(count: number, closed = true): MonthStatementDocument {
  const { roster, trainees } = manyTrainees(count);
  const statement = monthStatement("2026-12", plannedHalfDays(schedule, roster), someOfEverything(count).records);
  return prepareMonthStatement({
    provider: aProvider(),
    session,
    statement,
    month: closed
      ? {
          sessionReference: session.reference,
          siret: session.siret,
          month: "2026-12",
          status: "closed",
          closings: [
            {
              at: "2027-01-04T09:12:00.000Z",
              by: "nadia",
              plannedMinutes: statement.planned,
              attendedMinutes: statement.minutes.attended,
              trainees: count,
              digest: "3f9ac41be07d55aa90c13f9ac41be07d55aa90c13f9ac41be07d55aa90c1abcd",
            },
          ],
        }
      : undefined,
    trainees,
    nameOf,
    zone: "Europe/Paris",
    issuedOn: "2027-01-04",
  });
}

/** Of somebody who came to everything, the last afternoon a quarter of an hour late. */
export function aCertificate(changes: Partial<CompletionCertificate> = {}): CompletionCertificate {
  const enrolment = anEnrolment({ employer: "Logistique du Lez" });
  const last = schedule.halfDays.length - 1;
  return {
    ...prepareCertificate({
      provider: aProvider(),
      session,
      enrolment,
      trainee: aTrainee(),
      planned: plannedHalfDays(schedule, [enrolment]),
      records: allPresent([enrolment], schedule).map((fact, index) =>
        index === last ? { ...fact, status: "late" as const, lateMinutes: 15 } : fact,
      ),
      months: [],
      declared: [],
      signatory: "Nadia Sellier",
      today: "2026-12-18",
    }),
    ...changes,
  };
}

export const certificates = (...all: readonly CompletionCertificate[]) => certificatesDocument(session.reference, all);
