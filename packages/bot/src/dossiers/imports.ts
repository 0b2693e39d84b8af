import {
  type Before,
  type CatalogueEntry,
  type Course,
  type ImportRecord,
  isInWholeHours,
  type JudgedEntry,
  mergedCourse,
  mergedSession,
  type Result,
  type Session,
  success,
} from "@kairos/core";
import type { Progress } from "../prepare.js";
import type { Store } from "../store/store.js";
import { findImport, kept } from "./imports-kept.js";
import { usesOf } from "./session-uses.js";

/** An import with the entries it holds. */
export interface LoadedImport {
  readonly record: ImportRecord;
  readonly entries: readonly CatalogueEntry[];
}

export async function loadImport(store: Store, typed: string, verb: string): Promise<Result<LoadedImport>> {
  const found = await findImport(store, typed, "catalogue", verb);
  if (!found.ok) return found;
  return success({ record: found.value, entries: await kept<readonly CatalogueEntry[]>(store, found.value.contents) });
}

/** What an import is held against, with every session of the establishment. */
export interface BeforeImport extends Before {
  readonly present: readonly Session[];
}

/** What is there already under the references of the entries, and which of them are taken elsewhere. */
export async function beforeImport(store: Store, entries: readonly CatalogueEntry[], siret: string): Promise<BeforeImport> {
  const references = (kind: CatalogueEntry["kind"]) =>
    entries.flatMap((entry) => (entry.kind === kind && entry.value !== undefined ? [entry.value.reference] : []));
  const linked = entries.flatMap((entry) => (entry.kind === "session" && entry.value?.course !== undefined ? [entry.value.course] : []));
  const wanted = { course: new Set([...references("course"), ...linked]), session: new Set(references("session")) };
  const taken = {
    course: await store.courses.existing([...wanted.course]),
    session: await store.sessions.existing([...wanted.session]),
  };
  const own = <Value extends Course | Session>(all: readonly Value[], among: ReadonlySet<string>) =>
    new Map(all.filter((one) => among.has(one.reference) && one.siret === siret).map((one) => [one.reference, one]));
  const courses = taken.course.size === 0 ? new Map<string, Course>() : own(await store.courses.list(), taken.course);
  const present = (await store.sessions.list()).filter((session) => session.siret === siret);
  const sessions = own(present, taken.session);
  const elsewhere = (all: ReadonlySet<string>, here: ReadonlyMap<string, unknown>) => new Set([...all].filter((one) => !here.has(one)));
  const takenElsewhere = { course: elsewhere(taken.course, courses), session: elsewhere(taken.session, sessions) };
  return { courses, sessions, takenElsewhere, present };
}

/** What undoing needs: what was written, and what stood there before. */
export interface Written {
  readonly courses: readonly Change<Course>[];
  readonly sessions: readonly Change<Session>[];
  /** What used the replaced sessions already, which is no use made since. */
  readonly uses?: Readonly<Record<string, readonly string[]>>;
}

export interface Change<Value> {
  readonly after: Value;
  /** Nothing when it was created. */
  readonly before?: Value;
}

/** Writes what is new and what is replaced, a thousand at a time. */
export async function bringIn(store: Store, judged: readonly JudgedEntry[], before: Before, progress: Progress): Promise<Written> {
  const courses: Change<Course>[] = [];
  const sessions: Change<Session>[] = [];
  for (const { entry, fate } of judged) {
    if (entry.value === undefined || (fate !== "new" && fate !== "replaced")) continue;
    if (entry.kind === "course")
      courses.push(changed(entry.value, before.courses.get(entry.value.reference), mergedCourse, isInWholeHours(entry)));
    else sessions.push(changed(entry.value, before.sessions.get(entry.value.reference), mergedSession, isInWholeHours(entry)));
  }
  const total = courses.length + sessions.length;
  await inSlices(
    courses,
    (some) => store.courses.saveMany(some.map(({ after }) => after)),
    (done) => progress(done, total),
  );
  await inSlices(
    sessions,
    (some) => store.sessions.saveMany(some.map(({ after }) => after)),
    (done) => progress(courses.length + done, total),
  );
  const replaced = sessions.flatMap(({ before: there, after }) => (there === undefined ? [] : [after.reference]));
  return { courses, sessions, uses: await usesOf(store, replaced) };
}

async function inSlices<Value>(
  values: readonly Value[],
  save: (some: readonly Value[]) => Promise<void>,
  told: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < values.length; start += slice) {
    await save(values.slice(start, start + slice));
    told(Math.min(values.length, start + slice));
  }
}

const slice = 1000;

function changed<Value>(
  value: Value,
  before: Value | undefined,
  merged: (before: Value, from: Value, isRounded: boolean) => Value,
  isRounded: boolean,
): Change<Value> {
  return before === undefined ? { after: value } : { before, after: merged(before, value, isRounded) };
}
