import type { Course, IsoDate, Problem, Session } from "@kairos/core";
import { fingerprintOf } from "../fingerprint.js";
import type { Store } from "../store/store.js";
import type { Change, Written } from "./imports.js";
import { refusedChanges } from "./session-changes.js";
import { usesOf } from "./session-uses.js";

/** What an import wrote, and what has been done with it since. */
export interface Undoing {
  readonly written: Written;
  /** References of what was used or changed since, or cannot be given its values back. */
  readonly used: ReadonlySet<string>;
  /** Those of them that are no longer there, or are somebody else's now: nothing brings them back. */
  readonly gone: ReadonlySet<string>;
  /** What keeps former values from coming back, beside their use. */
  readonly problems: readonly Problem[];
}

/**
 * What undoing would take away from somebody: a session that has a quote, half-days or an appointment since, one that no
 * longer says what the import wrote or whose former values meet what was planned since, a course that other sessions are of.
 */
export async function usesSince(store: Store, written: Written, today: IsoDate): Promise<Undoing> {
  const present = new Map((await store.sessions.list()).map((session) => [session.reference, session]));
  const courses = new Map((await store.courses.list()).map((course) => [course.reference, course]));
  const used = new Set<string>();
  const gone = new Set([...goneAmong(written.sessions, present), ...goneAmong(written.courses, courses)]);
  const uses = await usesOf(
    store,
    written.sessions.map(({ after }) => after.reference),
  );
  for (const { after, before } of written.sessions) {
    const { reference } = after;
    const isUsed = (uses[reference] ?? []).join() !== (written.uses?.[reference] ?? []).join();
    const isAdrift = before?.course !== undefined && !courses.has(before.course);
    if (isUsed || isAdrift || isChanged(after, present.get(reference))) used.add(reference);
  }
  for (const reference of gone) used.add(reference);
  const free = split(written.sessions, used);
  const removed = new Set(free.created);
  const refused = await refusedChanges(
    store,
    free.restored.map((after) => ({ before: present.get(after.reference), after })),
    [...present.values()].filter(({ reference }) => !removed.has(reference)),
    today,
  );
  for (const reference of refused.keys()) used.add(reference);
  const undone = new Set(written.sessions.map(({ after }) => after.reference).filter((reference) => !used.has(reference)));
  const followed = coursesOf([...present.values()].filter(({ reference }) => !undone.has(reference)));
  for (const { after, before } of written.courses) {
    if (isChanged(after, courses.get(after.reference)) || (before === undefined && followed.has(after.reference)))
      used.add(after.reference);
  }
  return { written, used, gone, problems: [...refused.values()].flat() };
}

/** Takes away what was created, puts back what was replaced, and leaves what is used. */
export async function takeBack(store: Store, { written, used }: Undoing): Promise<{ readonly removed: number; readonly restored: number }> {
  const courses = split(written.courses, used);
  const sessions = split(written.sessions, used);
  await store.courses.saveMany(courses.restored);
  await store.sessions.saveMany(sessions.restored);
  const removed = (await store.sessions.removeMany(sessions.created)) + (await store.courses.removeMany(courses.created));
  return { removed, restored: courses.restored.length + sessions.restored.length };
}

function split<Value extends Course | Session>(changes: readonly Change<Value>[], used: ReadonlySet<string>) {
  const free = changes.filter(({ after }) => !used.has(after.reference));
  return {
    created: free.flatMap(({ before, after }) => (before === undefined ? [after.reference] : [])),
    restored: free.flatMap(({ before }) => (before === undefined ? [] : [before])),
  };
}

/** What was replaced and is not there any more. */
function goneAmong<Value extends Course | Session>(
  changes: readonly Change<Value>[],
  present: ReadonlyMap<string, unknown>,
): readonly string[] {
  return changes.flatMap(({ before, after }) => (before !== undefined && !present.has(after.reference) ? [after.reference] : []));
}

function isChanged(after: object, now: object | undefined): boolean {
  return now !== undefined && fingerprintOf(sorted(after)) !== fingerprintOf(sorted(now));
}

/** The same fields in any order are the same. */
function sorted(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function coursesOf(sessions: readonly Session[]): ReadonlySet<string> {
  return new Set(sessions.flatMap(({ course }) => (course === undefined ? [] : [course])));
}
