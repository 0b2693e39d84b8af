import {
  type AttendanceEntry,
  type AttendanceNature,
  type AttendanceRecord,
  type BroughtIn,
  claimFrom,
  factFrom,
  type ImportedSession,
  type JudgedRow,
  saysTheSame,
  signInFrom,
  traineeSlotKey,
} from "@kairos/core";
import type { Progress } from "../prepare.js";
import type { ReplyLine } from "../reply.js";
import type { Store } from "../store/store.js";
import { keepFacts, takeFactsAway } from "./attendance-facts.js";
import { type KeptEntries, keepEntries } from "./attendance-import-kept.js";

/** What undoing needs: what was written, and the facts that stood there before. */
export interface WrittenAttendance {
  /** Left out when it is all that the import holds. */
  readonly entries?: KeptEntries;
  readonly former: readonly AttendanceRecord[];
}

interface BringingIn {
  readonly sessions: ReadonlyMap<string, ImportedSession>;
  readonly brought: BroughtIn;
  /** How many entries the import holds. */
  readonly held: number;
  readonly progress: Progress;
}

/** Writes rows, by session and some thousands at a time. */
export async function bringInAttendance(
  store: Store,
  judged: readonly JudgedRow[],
  nature: AttendanceNature,
  { sessions, brought, held, progress }: BringingIn,
): Promise<{ readonly written: WrittenAttendance; readonly lines: readonly ReplyLine[] }> {
  const entries = judged.flatMap(({ entry }) => entry ?? []);
  const former = judged.flatMap(({ entry, fate }) =>
    entry !== undefined && fate === "contradicting" ? (sessions.get(entry.sessionReference)?.facts.get(traineeSlotKey(entry)) ?? []) : [],
  );
  const lines: ReplyLine[] = [];
  const write = async (some: readonly AttendanceEntry[], imported: ImportedSession) => {
    if (nature === "signatures") await store.signIns.addMany(some.map((entry) => signInFrom(entry, brought)));
    else if (nature !== "facts") await store.claims.addMany(some.map((entry) => claimFrom(nature, entry, brought)));
    else {
      const change = { by: brought.by, at: brought.at, cause: brought.reference };
      const facts = some.map((entry) => factFrom(entry, brought));
      lines.push(...(await keepFacts(store, imported.session, facts, change)).lines);
    }
  };
  let done = 0;
  for (const [reference, own] of bySession(entries)) {
    const imported = sessions.get(reference);
    if (imported === undefined) throw new Error(`${reference} is not among the sessions of the import`);
    for (let start = 0; start < own.length; start += slice) {
      await write(own.slice(start, start + slice), imported);
      done += Math.min(slice, own.length - start);
      progress(done, entries.length);
    }
  }
  const written = { former, ...(entries.length < held && { entries: keepEntries(entries) }) };
  return { written, lines: once(lines) };
}

const slice = 20_000;

/** What would be undone of an import, and how many of its half-days were corrected since. */
export interface UndoingAttendance {
  readonly free: readonly AttendanceEntry[];
  readonly former: ReadonlyMap<string, AttendanceRecord>;
  readonly changed: number;
}

export function undoingOf(
  written: readonly AttendanceEntry[],
  { former }: WrittenAttendance,
  nature: AttendanceNature,
  sessions: ReadonlyMap<string, ImportedSession>,
): UndoingAttendance {
  const free = nature !== "facts" ? written : written.filter((entry) => isAsWritten(entry, sessions));
  return { free, former: new Map(former.map((fact) => [keyOf(fact), fact])), changed: written.length - free.length };
}

/** Takes rows out, and gives their former facts back. */
export async function takeAttendanceBack(
  store: Store,
  { free, former }: UndoingAttendance,
  nature: AttendanceNature,
  { sessions, brought, by }: { sessions: ReadonlyMap<string, ImportedSession>; brought: BroughtIn; by: Omit<BroughtIn, "reference"> },
): Promise<{ readonly removed: number; readonly restored: number; readonly lines: readonly ReplyLine[] }> {
  const lines: ReplyLine[] = [];
  let [removed, restored] = [0, 0];
  for (const [reference, own] of bySession(free)) {
    if (nature === "signatures") removed += await store.signIns.removeByProof(reference, brought.reference);
    else if (nature !== "facts") removed += await store.claims.removeMany(own.map((entry) => claimFrom(nature, entry, brought)));
    else {
      const imported = sessions.get(reference);
      if (imported === undefined) continue;
      const change = { ...by, cause: brought.reference };
      const back = own.flatMap((entry) => former.get(keyOf(entry)) ?? []);
      const gone = own.filter((entry) => !former.has(keyOf(entry)));
      const kept = back.length === 0 ? undefined : await keepFacts(store, imported.session, back, change);
      const taken = gone.length === 0 ? undefined : await takeFactsAway(store, imported.session, gone, change);
      lines.push(...(kept?.lines ?? []), ...(taken?.lines ?? []));
      restored += back.length;
      removed += gone.length;
    }
  }
  return { removed, restored, lines: once(lines) };
}

function isAsWritten(entry: AttendanceEntry, sessions: ReadonlyMap<string, ImportedSession>): boolean {
  const now = sessions.get(entry.sessionReference)?.facts.get(traineeSlotKey(entry));
  return now !== undefined && entry.said !== undefined && now.source === "import" && saysTheSame(now, entry.said);
}

function bySession(entries: readonly AttendanceEntry[]): ReadonlyMap<string, readonly AttendanceEntry[]> {
  const found = new Map<string, AttendanceEntry[]>();
  for (const entry of entries) {
    const own = found.get(entry.sessionReference);
    if (own === undefined) found.set(entry.sessionReference, [entry]);
    else own.push(entry);
  }
  return found;
}

function keyOf(slot: Pick<AttendanceEntry, "sessionReference" | "traineeId" | "day" | "half">): string {
  return `${slot.sessionReference}|${traineeSlotKey(slot)}`;
}

/** A line that comes with each slice is said once. */
function once(lines: readonly ReplyLine[]): readonly ReplyLine[] {
  return [...new Map(lines.map((one) => [one.text.fr, one])).values()];
}
