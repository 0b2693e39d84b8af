import {
  type AttendanceNature,
  type AttendanceRecord,
  type AttendanceRow,
  attendanceImportRules,
  attendanceReader,
  type Claim,
  halfDaysByDay,
  type ImportedSession,
  judgeAttendanceRows,
  minutesOf,
  type Problem,
  raise,
  traineeNames,
  traineeSlotKey,
} from "@kairos/core";
import { aSchedule, aSession, aTrainee, bordeaux, pau } from "../../examples/index.js";
import { attendanceImportSamples } from "../shared/sentences-attendance-import.js";

/** Two people of one name, two others, and a session of two weeks as rows are held against it. */
export function anImportedSession(more: Partial<ImportedSession> = {}, reference = "SE-2026-014", siret = bordeaux): ImportedSession {
  const session = aSession({ reference, siret });
  const people = [
    aTrainee({ id: "T-0001" }),
    aTrainee({ id: "T-0002", firstName: "Noé", lastName: "Lefèvre" }),
    aTrainee({ id: "T-0003", firstName: "Léa", lastName: "Martin" }),
    aTrainee({ id: "T-0004", firstName: "Lea", lastName: "MARTIN" }),
  ];
  const enrolled = people.map(({ id }) => ({ sessionReference: reference, siret, traineeId: id }));
  const left = { sessionReference: reference, siret, traineeId: "T-0005", leavesOn: "2026-12-07" };
  return {
    session,
    zone: "Europe/Paris",
    days: halfDaysByDay(aSchedule(session).halfDays.map((one) => ({ ...one, minutes: minutesOf(one) }))),
    roster: new Map([...enrolled, left].map((one) => [one.traineeId, one])),
    trainees: new Map(people.map((one) => [one.id, one])),
    named: traineeNames(people),
    facts: new Map(),
    signatures: new Set(),
    claims: new Map(),
    ...more,
  };
}

export interface Beside {
  readonly nature?: AttendanceNature;
  readonly only?: string;
  readonly sessions?: readonly ImportedSession[];
  readonly today?: string;
}

/** Rows of a table, by the keys of their columns, judged; what they leave out makes a row that comes in. */
export function judgedRows(rows: readonly Readonly<Record<string, string>>[], beside: Beside = {}) {
  const { nature = "facts", sessions = [anImportedSession()], today = "2026-12-11", only } = beside;
  const read = attendanceReader(today);
  const usual = { session: "SE-2026-014", trainee: "T-0001", day: "07/12/2026", half: "matin", status: "présent" };
  const table: readonly AttendanceRow[] = rows.map((cells, index) => {
    const filled = Object.entries({ ...usual, ...cells }).filter(([, text]) => text !== "");
    return read({ line: index + 2, cells: new Map(filled), problems: [] });
  });
  const known = new Map(sessions.map((one) => [one.session.reference, one]));
  return judgeAttendanceRows(table, { nature, today, sessions: known, ...(only !== undefined && { only }) });
}

const found = (cells: Readonly<Record<string, string>>, beside?: Beside) => judgedRows([cells], beside).flatMap(({ problems }) => problems);

const slot = { sessionReference: "SE-2026-014", siret: bordeaux, traineeId: "T-0001", day: "2026-12-07", half: "morning" as const };
const fact: AttendanceRecord = { ...slot, status: "unexcused", source: "desk", recordedBy: "nadia", recordedAt: "2026-12-07T12:00:00Z" };
const claim: Claim = { ...slot, kind: "declared", minutes: 200, reference: "2026-12", at: "2027-01-04T08:00:00Z" };
const told = <Code extends keyof typeof attendanceImportRules>(code: Code): readonly Problem[] => [
  raise(attendanceImportRules, code, ["reference"], attendanceImportSamples[code][0] as never),
];

export const attendanceImportExamples: { readonly [Code in keyof typeof attendanceImportRules]: () => readonly Problem[] } = {
  "import.session-missing": () => found({ session: "" }),
  "import.session-unknown": () => found({ session: "SE-2026-999" }),
  "import.other-session": () => found({ session: "SE-2026-999" }, { only: "SE-2026-014" }),
  "import.session-elsewhere": () =>
    found({ session: "SE-2026-200" }, { sessions: [anImportedSession(), anImportedSession({}, "SE-2026-200", pau)] }),
  "import.trainee-missing": () => found({ trainee: "" }),
  "import.trainee-unknown": () => found({ trainee: "", fullName: "Noé Lefèbre" }),
  "import.trainee-ambiguous": () => found({ trainee: "", lastName: "Martin", firstName: "Léa" }),
  "import.name-mismatch": () => found({ fullName: "Noé Lefèvre" }),
  "import.not-followed": () => found({ trainee: "T-0005", day: "08/12/2026" }),
  "import.outside-schedule": () => found({ half: "soir" }),
  "import.half-missing": () => found({ half: "" }),
  "import.hours-outside": () => found({ status: "", from: "13:05" }),
  "import.negative-minutes": () => found({ late: "-10" }),
  "import.minutes-over": () => found({ late: "210" }),
  "import.minutes-missing": () => found({ status: "en retard" }),
  "import.minutes-contradict": () => found({ status: "absence justifiée", late: "10" }),
  "import.status-missing": () => found({ status: "" }),
  "import.reason-unknown": () => found({ status: "absent", reason: "raconté au téléphone" }),
  "import.health-detail": () => found({ status: "absent", document: "certificat pour grippe" }),
  "import.future-day": () => found({ day: "14/12/2026" }),
  "import.row-twice": () => judgedRows([{}, {}]).flatMap(({ problems }) => problems),
  "import.fact-recorded": () => found({}, { sessions: [anImportedSession({ facts: new Map([[traineeSlotKey(slot), fact]]) })] }),
  "import.claim-recorded": () =>
    found({ minutes: "210" }, { nature: "declared", sessions: [anImportedSession({ claims: new Map([[traineeSlotKey(slot), claim]]) })] }),
  "import.faulty-rows": () => told("import.faulty-rows"),
  "import.no-sound-row": () => told("import.no-sound-row"),
  "attendance.export-too-large": () => told("attendance.export-too-large"),
  "import.changed-since": () => told("import.changed-since"),
};
