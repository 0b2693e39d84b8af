import { type Half, halfLabels, halves } from "../../sessions/index.js";
import type { Instant, IsoDate, Minutes } from "../../shared/calendar.js";
import { readDuration } from "../../shared/calendar.js";
import { dayCell } from "../../shared/cells.js";
import type { ClockTime } from "../../shared/clock.js";
import { inputRules } from "../../shared/input-rules.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { raise } from "../../shared/rules.js";
import { line } from "../../shared/schemas.js";
import type { TableRow } from "../../shared/table-row.js";
import { excerpt, fold } from "../../shared/text.js";
import { readClock } from "../../shared/week.js";
import { type AbsenceReason, attendanceStatuses, attendanceStatusLabels, type EvidenceKind } from "../record.js";
import { tellsHealth } from "../recording/health-words.js";
import { attendanceImportRules } from "./import-rules.js";
import { evidenceNamed, halfNamed, reasonNamed, statusNamed, type WrittenStatus } from "./import-words.js";

/** When somebody signed: an hour of the half-day's own day, a moment, or no more than that they did. */
export type WrittenSignature = { readonly time?: ClockTime; readonly day?: IsoDate; readonly at?: Instant };

/** A row of a table of attendance, as far as it can be read by itself. */
export interface AttendanceRow {
  readonly line: number;
  readonly problems: readonly Problem[];
  readonly session?: string;
  /** `T-0007`, where a cell holds a reference. */
  readonly trainee?: string;
  /** As it is written, in one cell or in two. */
  readonly name?: string;
  readonly day?: IsoDate;
  readonly half?: Half;
  readonly from?: ClockTime;
  readonly until?: ClockTime;
  readonly status?: WrittenStatus;
  readonly late?: Minutes;
  readonly early?: Minutes;
  readonly reason?: AbsenceReason;
  readonly document?: string;
  readonly evidence?: readonly EvidenceKind[];
  readonly signed?: WrittenSignature;
  readonly minutes?: Minutes;
  readonly invoice?: string;
}

type Field = Exclude<keyof AttendanceRow, "line" | "problems" | "name"> | "fullName" | "firstName" | "lastName" | "hours";

interface Column {
  readonly key: string;
  readonly names: readonly string[];
  readonly required?: boolean;
}

/** In French first, as an export writes it; then other names that tools and people give it. */
export const attendanceColumns: readonly (Column & { readonly key: Field | "ignored" })[] = [
  { key: "session", names: ["session", "référence session", "réf session", "code session", "numéro de session", "session reference"] },
  { key: "trainee", names: ["référence stagiaire", "réf stagiaire", "code stagiaire", "trainee reference", "identifiant stagiaire"] },
  {
    key: "fullName",
    names: ["stagiaire", "participant", "apprenant", "bénéficiaire", "nom complet", "nom et prénom", "prénom et nom", "trainee", "learner"],
  },
  { key: "firstName", names: ["prénom", "prénom du stagiaire", "first name", "given name"] },
  { key: "lastName", names: ["nom", "nom de famille", "nom du stagiaire", "last name", "surname", "family name"] },
  { key: "day", names: ["date", "jour", "date de la séance", "date du cours", "day"], required: true },
  { key: "half", names: ["demi-journée", "créneau", "période", "moment", "half-day", "slot"] },
  { key: "from", names: ["arrivée", "heure d'arrivée", "heure arrivée", "heure d'entrée", "arrival", "arrival time", "check in"] },
  { key: "until", names: ["départ", "heure de départ", "heure départ", "heure de sortie", "departure", "departure time", "check out"] },
  { key: "status", names: ["statut", "état", "présence", "status", "attendance", "presence"] },
  { key: "late", names: ["retard", "minutes de retard", "retard (min)", "late", "minutes late", "late minutes"] },
  {
    key: "early",
    names: ["départ anticipé", "minutes de départ anticipé", "minutes de départ", "départ anticipé (min)", "left early", "minutes early"],
  },
  { key: "reason", names: ["motif", "motif d'absence", "raison", "reason"] },
  { key: "document", names: ["justificatif", "référence du justificatif", "pièce", "document", "proof of absence"] },
  { key: "evidence", names: ["preuves", "preuve", "preuves à distance", "evidence"] },
  { key: "signed", names: ["signé à", "signé le", "heure de signature", "signature", "horodatage", "signed at", "signature time"] },
  { key: "minutes", names: ["minutes", "minutes déclarées", "minutes facturées", "declared minutes", "billed minutes"] },
  { key: "hours", names: ["heures", "heures déclarées", "heures facturées", "durée", "hours", "duration"] },
  { key: "invoice", names: ["facture", "numéro de facture", "n° de facture", "invoice", "invoice number"] },
];

/** What an export says beside, for those who read it: worked out again, never read. */
export const derivedColumns: readonly Column[] = [
  { key: "planned", names: ["minutes prévues", "planned minutes"] },
  { key: "attended", names: ["minutes suivies", "attended minutes"] },
  { key: "attendedHours", names: ["heures suivies", "attended hours"] },
];

const titles: ReadonlyMap<string, string> = new Map(attendanceColumns.map(({ key, names }) => [key, names[0] ?? key]));

/** Reads rows one after the other. The same cell comes a thousand times: each is read once. */
export function attendanceReader(today: IsoDate): (row: TableRow) => AttendanceRow {
  const read = new Map<string, Map<string, Result<Partial<AttendanceRow>>>>();
  for (const { key } of attendanceColumns) read.set(key, new Map());
  return ({ line: at, cells, problems: before }) => {
    const row: { -readonly [Key in keyof AttendanceRow]: AttendanceRow[Key] } = { line: at, problems: before };
    for (const [key, text] of cells) {
      const known = read.get(key);
      if (known === undefined) continue;
      let found = known.get(text);
      if (found === undefined) {
        found = readers[key as Field](text, today);
        if (known.size < mostKnown) known.set(text, found);
      }
      if (found.ok) Object.assign(row, found.value);
      else row.problems = [...row.problems, ...found.problems.map((problem) => told(problem, titles.get(key) ?? key, at))];
    }
    const [firstName, lastName] = [cells.get("firstName"), cells.get("lastName")];
    if (firstName !== undefined || lastName !== undefined) row.name = `${firstName ?? ""} ${lastName ?? ""}`.trim();
    return row;
  };
}

/** Texts kept of one column: names, days and words are few, what is typed once is not worth keeping. */
const mostKnown = 5000;

/** Params of a row's problems always tell its line. */
export function told(problem: Problem, column: string, at: number): Problem {
  return { ...problem, path: [column], params: { ...problem.params, line: at } };
}

type Read = (text: string, today: IsoDate) => Result<Partial<AttendanceRow>>;

const readers: Readonly<Record<Field | "ignored", Read>> = {
  session: (text) => success({ session: text.toUpperCase() }),
  trainee: (text) => success({ trainee: text.toUpperCase() }),
  fullName: (text) => {
    const [, reference, name = ""] = /^(T-\d{4,8})\b[\s·:,-]*(.*)$/i.exec(text) ?? [];
    if (reference === undefined) return success({ name: text });
    return success({ trainee: reference.toUpperCase(), ...(name !== "" && { name }) });
  },
  firstName: () => success({}),
  lastName: () => success({}),
  day: (text, today) => as(dayCell.read(text.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, ""), { line: 0, today }), (day) => ({ day })),
  half: (text) => {
    const half = halfNamed(text);
    return half === undefined ? unknown(text, halves.map((one) => halfLabels[one].fr).join(", ")) : success({ half });
  },
  from: (text) => as(clockIn(text), (from) => ({ from })),
  until: (text) => as(clockIn(text), (until) => ({ until })),
  status: (text) => {
    const status = statusNamed(text);
    return status === undefined
      ? unknown(text, attendanceStatuses.map((one) => attendanceStatusLabels[one].fr).join(", "))
      : success({ status });
  },
  late: (text) => as(minutesIn(text), (late) => (late === 0 ? {} : { late })),
  early: (text) => as(minutesIn(text), (early) => (early === 0 ? {} : { early })),
  reason: (text) => {
    const reason = reasonNamed(text);
    return reason === undefined ? failure(raise(attendanceImportRules, "import.reason-unknown", [], { line: 0 })) : success({ reason });
  },
  document: (text) => {
    if (tellsHealth(text)) return failure(raise(attendanceImportRules, "import.health-detail", [], { line: 0 }));
    const read = line(60).safeParse(text);
    return read.success ? success({ document: read.data }) : failure(raise(inputRules, "input.too-long", [], { most: 60 }));
  },
  evidence: (text) => {
    const kinds = text.split(/[|,/+]/).map((part) => ({ part, kind: evidenceNamed(part) }));
    const wrong = kinds.find(({ kind }) => kind === undefined);
    if (wrong !== undefined) return unknown(wrong.part, "relevé de connexion, travail rendu, évaluation, échange avec le formateur");
    return success({ evidence: [...new Set(kinds.flatMap(({ kind }) => kind ?? []))] });
  },
  signed: (text, today) => as(signatureIn(text, today), (signed) => ({ signed })),
  minutes: (text) => as(minutesIn(text), (minutes) => ({ minutes })),
  hours: (text) => (text.startsWith("-") ? negative(text) : as(durationIn(text), (minutes) => ({ minutes }))),
  invoice: (text) => {
    const read = line(60).safeParse(text);
    return read.success ? success({ invoice: read.data }) : failure(raise(inputRules, "input.too-long", [], { most: 60 }));
  },
  ignored: () => success({}),
};

function as<Value>(read: Result<Value>, fields: (value: Value) => Partial<AttendanceRow>): Result<Partial<AttendanceRow>> {
  return read.ok ? success(fields(read.value)) : read;
}

function unknown(value: string, allowed: string): Result<never> {
  return failure(raise(inputRules, "input.unknown-value", [], { value: excerpt(value), allowed }));
}

function negative(value: string): Result<never> {
  return failure(raise(attendanceImportRules, "import.negative-minutes", [], { line: 0, value: excerpt(value) }));
}

/** `09:05`, `9h05`, `09:05:11` as tools write it. */
function clockIn(text: string): Result<ClockTime> {
  return readClock(text.replace(/^(\d{1,2}:\d{2}):\d{2}$/, "$1"));
}

/** `5`, `5 min`, `0h05`: a bare number is minutes. */
function minutesIn(text: string): Result<Minutes> {
  if (/^[-−–]\s*\d/.test(text)) return negative(text);
  return /^\d{1,5}$/.test(text) ? success(Number(text)) : durationIn(text.replace(/^(\d+)\s*[′']$/, "$1 min"));
}

function durationIn(text: string): Result<Minutes> {
  const minutes = readDuration(text);
  return minutes === undefined ? failure(raise(inputRules, "input.not-a-duration", [], { value: excerpt(text) })) : success(minutes);
}

/** An hour, a day and an hour, an instant, or a mark that somebody signed. */
function signatureIn(text: string, today: IsoDate): Result<WrittenSignature> {
  if (["oui", "yes", "x", "signe", "signee", "signed"].includes(fold(text))) return success({});
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/.test(text)) return success({ at: text });
  const [, written = "", hour = text] = /^(\S*\d{4}\S*)(?: à)?[ T](\S+)$/.exec(text) ?? [];
  const time = clockIn(hour);
  if (!time.ok || written === "") return time.ok ? success({ time: time.value }) : time;
  const day = dayCell.read(written, { line: 0, today });
  return day.ok ? success({ day: day.value, time: time.value }) : day;
}
