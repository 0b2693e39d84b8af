import {
  type AttendanceEntry,
  type AttendanceNature,
  type AttendanceRow,
  againstEachOther,
  attendanceColumns,
  attendanceReader,
  type Claim,
  claimKey,
  derivedColumns,
  halfDaysByDay,
  type ImportedSession,
  type ImportRecord,
  type IsoDate,
  importNatureLabels,
  type JudgedRow,
  minutesOf,
  type Permission,
  type Problem,
  type Result,
  rowJudge,
  type Siret,
  success,
  traineeNames,
  traineeSlotKey,
} from "@kairos/core";
import type { CommandContext, PrepareContext } from "../command.js";
import { giveWay } from "../files/decode.js";
import { readTable } from "../files/read-table.js";
import { choice } from "../options.js";
import type { Progress } from "../prepare.js";
import type { HalfDayFilter, Store } from "../store/store.js";
import { zoneOf } from "../zone.js";
import { loadAttendedSession, mayRecord } from "./attendance.js";
import { keepEntries } from "./attendance-import-kept.js";
import { packed } from "./catalogue-file.js";

/** Who may bring attendance in: a trainer for their own sessions. */
export const mayImport = mayRecord;

const { facts, signatures, declared, billed } = importNatureLabels;
export const natureOption = choice(
  {
    fr: ["nature", "Ce que dit le fichier ; un relevé de présence si vous ne dites rien", "Nature du fichier"],
    en: ["nature", "What the file tells; an attendance record if you say nothing", "Nature of the file"],
  },
  { facts, signatures, declared, billed },
);

/** The nature of an import that is known to be of attendance. */
export function attendanceNatureOf({ nature }: ImportRecord): AttendanceNature {
  if (nature === "catalogue") throw new Error("The import is one of a catalogue");
  return nature;
}

/** A table of attendance, read row by row. */
export interface AttendanceTable {
  readonly rows: readonly AttendanceRow[];
  /** Of the table as a whole. */
  readonly remarks: readonly Problem[];
}

/** Reads a file. One that cannot be read to its end gives nothing at all. */
export async function readAttendanceTable(bytes: Uint8Array, today: IsoDate, progress: Progress): Promise<Result<AttendanceTable>> {
  const rows: AttendanceRow[] = [];
  const read = attendanceReader(today);
  const remarks = await readTable(bytes, [...attendanceColumns, ...derivedColumns], {
    row: (row) => void rows.push(read(row)),
    progress: (done) => progress(done, bytes.byteLength),
  });
  return remarks.ok ? success({ rows, remarks: remarks.value }) : remarks;
}

/** Who brings in what happened records attendance; what was declared and billed is for those who follow every session. */
export function rightsToImport(nature: AttendanceNature): readonly Permission[] {
  return nature === "facts" || nature === "signatures" ? mayRecord : ["attendance.record"];
}

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "may">;

/** The sessions that rows speak of, ready to be looked into: those only that the asker may record. */
export async function importedSessions<Mention extends { readonly day?: IsoDate }>(
  desk: Desk,
  mentions: readonly Mention[],
  nature: AttendanceNature,
  sessionOf: (mention: Mention) => string | undefined,
): Promise<ReadonlyMap<string, ImportedSession>> {
  const spans = new Map<string, { from: IsoDate; until: IsoDate }>();
  for (const mention of mentions) {
    const sessionReference = sessionOf(mention);
    const { day } = mention;
    if (sessionReference === undefined) continue;
    const span = spans.get(sessionReference);
    if (span === undefined) spans.set(sessionReference, { from: day ?? "9999", until: day ?? "0000" });
    else if (day !== undefined) {
      if (day < span.from) span.from = day;
      if (day > span.until) span.until = day;
    }
  }
  const sessions = new Map<string, ImportedSession>();
  for (const [reference, span] of spans) {
    const found = await importedSession(desk, reference, span, nature);
    if (found !== undefined) sessions.set(reference, found);
  }
  return sessions;
}

async function importedSession(
  desk: Desk,
  reference: string,
  span: { readonly from: IsoDate; readonly until: IsoDate },
  nature: AttendanceNature,
): Promise<ImportedSession | undefined> {
  const { store } = desk;
  const attended = await loadAttendedSession(desk, reference, rightsToImport(nature));
  if (!attended.ok) return undefined;
  const { session, schedule, provider, roster, trainees } = attended.value;
  const halfDays = (schedule?.halfDays ?? []).map((halfDay) => ({ ...halfDay, minutes: minutesOf(halfDay) }));
  const filter = { session: session.reference, ...span };
  return {
    session,
    zone: schedule?.timeZone ?? zoneOf(provider),
    days: halfDaysByDay(halfDays),
    roster: new Map(roster.map((one) => [one.traineeId, one])),
    trainees,
    named: traineeNames(trainees.values()),
    ...(await recordedIn(store, filter, nature)),
  };
}

/** What the desk says already, of the nature that is brought in. */
async function recordedIn(
  store: Store,
  filter: HalfDayFilter,
  nature: AttendanceNature,
): Promise<Pick<ImportedSession, "facts" | "signatures" | "claims">> {
  const facts = nature === "facts" ? await store.attendance.of(filter) : [];
  const signIns = nature === "signatures" ? await store.signIns.of(filter) : [];
  const claims = nature === "declared" || nature === "billed" ? await store.claims.of(nature, filter) : [];
  // Without an invoice's number, what was billed is known by the import it came from.
  const keyOf = ({ reference, ...claim }: Claim) =>
    claimKey(claim.kind, { ...claim, ...(!reference.startsWith("IMP-") && { invoice: reference }) });
  return {
    facts: new Map(facts.map((fact) => [traineeSlotKey(fact), fact])),
    signatures: new Set(signIns.map((one) => `${traineeSlotKey(one)}|${one.at}`)),
    claims: new Map(claims.map((claim) => [keyOf(claim), claim])),
  };
}

/** Judged before others are let in. */
const rowsAtOnce = 5000;

/** A file that was read and judged, ready to be kept. */
export interface JudgedFile extends AttendanceTable {
  readonly nature: AttendanceNature;
  readonly judged: readonly JudgedRow[];
  /** Of the sessions it speaks of, and how many they are; nothing when none is known. */
  readonly siret: Siret | undefined;
  readonly sessions: number;
  /** What can come in, packed. */
  readonly contents: Uint8Array;
}

/** Reads a file and holds every row against what the desk knows, before any transaction. */
export async function judgeAttendanceFile(
  { today, progress, read, ...asker }: Omit<PrepareContext<unknown>, "input">,
  { bytes, nature, session }: { readonly bytes: Uint8Array; readonly nature: AttendanceNature; readonly session: string | undefined },
): Promise<Result<JudgedFile>> {
  const only = session?.toUpperCase();
  if (only !== undefined) {
    const known = await read((store) => loadAttendedSession({ ...asker, store }, only, rightsToImport(nature)));
    if (!known.ok) return known;
  }
  const table = await readAttendanceTable(bytes, today, progress);
  if (!table.ok) return table;
  const { rows } = table.value;
  const sessions = await read((store) => importedSessions({ ...asker, store }, rows, nature, (row) => row.session ?? only));
  const judge = rowJudge(rows, { nature, today, sessions, ...(only !== undefined && { only }) });
  const alone: JudgedRow[] = [];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    for (const row of rows.slice(start, start + rowsAtOnce)) alone.push(judge(row));
    await giveWay();
  }
  const judged = againstEachOther(alone);
  await giveWay();
  const entries: AttendanceEntry[] = [];
  for (const { entry, fate } of judged) if (entry !== undefined && (fate === "new" || fate === "contradicting")) entries.push(entry);
  const [first] = sessions.values();
  return success({
    ...table.value,
    nature,
    judged,
    siret: first?.session.siret,
    sessions: new Set(entries.map(({ sessionReference }) => sessionReference)).size,
    contents: await packed(keepEntries(entries)),
  });
}
