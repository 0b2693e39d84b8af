import type { Half, Session, Trainee } from "../../sessions/index.js";
import type { Instant, IsoDate } from "../../shared/calendar.js";
import { clockAt, instantAt } from "../../shared/clock.js";
import { hasErrors, type Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import type { Claim, ClaimKind } from "../claim.js";
import { type Enrolment, follows } from "../enrolment.js";
import { type AttendanceRecord, saysTheSame } from "../record.js";
import { traineeSlotKey } from "../slot.js";
import type { AttendanceEntry, AttendanceNature, JudgedRow } from "./import-entry.js";
import { faulty, raised } from "./import-faults.js";
import { isCalled, type Named } from "./import-names.js";
import { claimedMinutes, halfDayNamed, type ImportedHalfDay, type ImportedHalfDays, saidIn } from "./import-said.js";
import type { AttendanceRow } from "./import-table.js";
import { againstEachOther } from "./import-twice.js";

/** A session as the rows of a file are held against it. Everything is looked up, nothing is searched. */
export interface ImportedSession {
  readonly session: Session;
  readonly zone: string;
  readonly days: ImportedHalfDays;
  readonly roster: ReadonlyMap<string, Enrolment>;
  readonly trainees: ReadonlyMap<string, Trainee>;
  readonly named: (typed: string) => Named;
  readonly facts: ReadonlyMap<string, AttendanceRecord>;
  /** `T-0007|2026-12-07|morning|2026-12-07T08:01:00.000Z` */
  readonly signatures: ReadonlySet<string>;
  readonly claims: ReadonlyMap<string, Claim>;
}

/** What rows are judged with. `sessions` has those the asker may record, by reference. */
export interface ImportSituation {
  readonly nature: AttendanceNature;
  readonly today: IsoDate;
  /** The session of every row, where it was said. */
  readonly only?: string;
  readonly sessions: ReadonlyMap<string, ImportedSession>;
}

/** Judges every row of a file, then the rows against each other. In the order of the file. */
export function judgeAttendanceRows(rows: readonly AttendanceRow[], situation: ImportSituation): readonly JudgedRow[] {
  return againstEachOther(rows.map(rowJudge(rows, situation)));
}

/** Judges the rows of a file one by one, for whoever must let others be answered in between. */
export function rowJudge(rows: readonly AttendanceRow[], situation: ImportSituation): (row: AttendanceRow) => JudgedRow {
  const isSigned = rows.some(({ signed }) => signed !== undefined);
  const [first] = situation.sessions.values();
  return (row) => judged(row, situation, isSigned, first);
}

/** Judges again what was understood earlier: the schedule, the roster and the facts may have changed since. */
export function judgeEntriesAgain(entries: readonly AttendanceEntry[], situation: ImportSituation): readonly JudgedRow[] {
  return entries.map((entry) => {
    const { line, sessionReference, traineeId, day, half } = entry;
    const imported = situation.sessions.get(sessionReference);
    if (imported === undefined) return faulty(line, [raised("session", line, "import.session-unknown", { session: sessionReference })]);
    const placed = placeIn(imported, { line, traineeId, day, half });
    return placed.ok ? settled(entry, imported, situation.nature) : faulty(line, placed.problems);
  });
}

function judged(row: AttendanceRow, situation: ImportSituation, isSigned: boolean, first: ImportedSession | undefined): JudgedRow {
  const { line } = row;
  const { nature } = situation;
  const imported = sessionOf(row, situation, first);
  if (!imported.ok) return faulty(line, [...row.problems, ...imported.problems]);
  if (nature === "signatures" && isSigned && row.signed === undefined && !hasErrors(row.problems))
    return { line, fate: "unsigned", problems: [] };
  const trainee = traineeOf(row, imported.value);
  const halfDay = row.day === undefined ? undefined : halfDayOf(row, row.day, imported.value, situation.today);
  if (!trainee.ok || halfDay?.ok !== true || hasErrors(row.problems)) {
    const more = [trainee, halfDay].flatMap((part) => (part === undefined || part.ok ? [] : part.problems));
    return faulty(line, [...row.problems, ...more]);
  }
  const { session } = imported.value;
  const { day, half } = halfDay.value;
  // Filled in place: a large file makes one of these for each of its rows.
  const entry: { -readonly [Key in keyof AttendanceEntry]: AttendanceEntry[Key] } = {
    line,
    sessionReference: session.reference,
    siret: session.siret,
    traineeId: trainee.value,
    day,
    half,
  };
  const placed = placeIn(imported.value, entry);
  if (!placed.ok) return faulty(line, placed.problems);
  if (nature === "facts") {
    const said = saidIn(row, halfDay.value);
    if (!said.ok) return faulty(line, said.problems);
    entry.said = said.value;
    return settled(entry, imported.value, nature);
  }
  if (nature === "signatures") {
    const at = momentOf(row, day, imported.value.zone);
    if (at !== undefined) entry.at = at;
    return settled(entry, imported.value, nature);
  }
  const minutes = claimedMinutes(row, halfDay.value);
  if (!minutes.ok) return faulty(line, minutes.problems);
  entry.minutes = minutes.value;
  if (row.invoice !== undefined) entry.invoice = row.invoice;
  return settled(entry, imported.value, nature);
}

function sessionOf(
  { line, session: typed }: AttendanceRow,
  situation: ImportSituation,
  first: ImportedSession | undefined,
): Result<ImportedSession> {
  const { only, sessions } = situation;
  const session = typed ?? only;
  if (session === undefined) return failure(raised("session", line, "import.session-missing", {}));
  if (only !== undefined && session !== only) return failure(raised("session", line, "import.other-session", { session, expected: only }));
  const imported = sessions.get(session);
  if (imported === undefined) return failure(raised("session", line, "import.session-unknown", { session }));
  if (first !== undefined && imported.session.siret !== first.session.siret)
    return failure(raised("session", line, "import.session-elsewhere", { session, first: first.session.reference }));
  return success(imported);
}

function traineeOf({ line, trainee, name }: AttendanceRow, { session, roster, trainees, named }: ImportedSession): Result<string> {
  const unknown = (nearest = "") => failure(raised("stagiaire", line, "import.trainee-unknown", { session: session.reference, nearest }));
  if (trainee !== undefined) {
    if (!roster.has(trainee)) return unknown();
    const known = trainees.get(trainee);
    const isOther = name !== undefined && known !== undefined && !isCalled(known, name);
    return isOther ? failure(raised("stagiaire", line, "import.name-mismatch", { trainee })) : success(trainee);
  }
  if (name === undefined) return failure(raised("stagiaire", line, "import.trainee-missing", {}));
  const who = named(name);
  if (who.kind === "known") return success(who.traineeId);
  if (who.kind === "unknown") return unknown(who.nearest);
  return failure(raised("stagiaire", line, "import.trainee-ambiguous", { references: who.traineeIds.slice(0, 5) }));
}

/** The half-day of a row: the one it names, else the one its hours fall in, else the only one of its day. */
function halfDayOf(row: AttendanceRow, day: IsoDate, imported: ImportedSession, today: IsoDate): Result<ImportedHalfDay> {
  const { line } = row;
  const { session, days, zone } = imported;
  const outside = (half: Half | "") => failure(raised("date", line, "import.outside-schedule", { session: session.reference, day, half }));
  if (row.half !== undefined) {
    const found = halfDayNamed(days, day, row.half);
    if (found === undefined) return outside(row.half);
    return day > today ? failure(raised("date", line, "import.future-day", { day })) : success(found);
  }
  const ofDay = days.get(day) ?? [];
  if (ofDay.length === 0) return outside("");
  if (day > today) return failure(raised("date", line, "import.future-day", { day }));
  const from = row.from ?? signedTime(row, zone);
  const reached = ofDay.filter((one) => (from === undefined || from < one.until) && (row.until === undefined || row.until > one.from));
  const [only] = reached.length === 0 ? ofDay : reached;
  const isOne = reached.length === 1 || ofDay.length === 1 || (from !== undefined && row.until === undefined);
  return only !== undefined && isOne ? success(only) : failure(raised("demi-journée", line, "import.half-missing", { day }));
}

/** Is the half-day still one of the schedule that this trainee follows. */
function placeIn(
  { session, days, roster }: ImportedSession,
  slot: { line: number; traineeId: string; day: IsoDate; half: Half },
): Result<void> {
  const { line, traineeId, day, half } = slot;
  const enrolment = roster.get(traineeId);
  if (enrolment === undefined)
    return failure(raised("stagiaire", line, "import.trainee-unknown", { session: session.reference, nearest: "" }));
  if (halfDayNamed(days, day, half) === undefined)
    return failure(raised("date", line, "import.outside-schedule", { session: session.reference, day, half }));
  return follows(enrolment, slot) ? success(undefined) : failure(raised("date", line, "import.not-followed", { trainee: traineeId, day }));
}

/** Held against what the desk says of the half-day already. */
function settled(entry: AttendanceEntry, { facts, signatures, claims }: ImportedSession, nature: AttendanceNature): JudgedRow {
  const { line, said, at, minutes = 0 } = entry;
  if (nature === "signatures") {
    const isKnown = at !== undefined && signatures.has(`${traineeSlotKey(entry)}|${at}`);
    return { line, fate: isKnown ? "same" : "new", problems: nothing, entry };
  }
  if (nature === "facts") {
    const fact = facts.size === 0 ? undefined : facts.get(traineeSlotKey(entry));
    if (fact === undefined || said === undefined) return { line, fate: "new", problems: nothing, entry };
    if (saysTheSame(fact, said)) return { line, fate: "same", problems: nothing, entry };
    const problem = raised("statut", line, "import.fact-recorded", { status: said.status, recorded: fact.status });
    return { line, fate: "contradicting", problems: [problem], entry };
  }
  const claim = claims.size === 0 ? undefined : claims.get(claimKey(nature, entry));
  if (claim === undefined) return { line, fate: "new", problems: nothing, entry };
  if (claim.minutes === minutes) return { line, fate: "same", problems: nothing, entry };
  const params = { minutes, recorded: claim.minutes, reference: claim.reference };
  return faulty(line, [raised("minutes", line, "import.claim-recorded", params)]);
}

/** A half-day is declared once; it may be billed again, on another invoice: reconciling tells it. */
export function claimKey(kind: ClaimKind, claim: { traineeId: string; day: IsoDate; half: Half; invoice?: string | undefined }): string {
  return kind === "billed" ? `${traineeSlotKey(claim)}|${claim.invoice ?? ""}` : traineeSlotKey(claim);
}

/** When a row was signed, as an instant; nothing where it only tells that it was. */
function momentOf({ signed }: AttendanceRow, day: IsoDate, zone: string): Instant | undefined {
  if (signed?.at !== undefined) return signed.at;
  return signed?.time === undefined ? undefined : instantAt(signed.day ?? day, signed.time, zone);
}

function signedTime({ signed }: AttendanceRow, zone: string) {
  return signed?.at === undefined ? signed?.time : clockAt(signed.at, zone).time;
}

const nothing: readonly Problem[] = [];
