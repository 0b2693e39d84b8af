import type { Course, Session } from "@kairos/core";
import { fingerprintOf } from "../fingerprint.js";
import type { Store } from "../store/store.js";
import type { Change, Written } from "./imports.js";

/** What an import wrote, and what has been done with it since. */
export interface Undoing {
  readonly written: Written;
  /** References of what was used or changed since. */
  readonly used: ReadonlySet<string>;
}

/**
 * What undoing would take away from somebody: a session that was created and has a quote, half-days or an appointment, one
 * that no longer says what the import wrote, a course that other sessions are of.
 */
export async function usesSince(store: Store, written: Written): Promise<Undoing> {
  const present = new Map((await store.sessions.list()).map((session) => [session.reference, session]));
  const created = new Set(written.sessions.filter(({ before }) => before === undefined).map(({ after }) => after.reference));
  const used = new Set<string>();
  const note = (reference: string | undefined) => {
    if (reference !== undefined && created.has(reference)) used.add(reference);
  };
  for (const { sessionReference } of await store.quotes.list()) note(sessionReference);
  for (const { sessionReference } of await store.schedules.list([...created])) note(sessionReference);
  for (const { session } of await store.appointments.list()) note(session);
  for (const { after } of written.sessions) if (isChanged(after, present.get(after.reference))) used.add(after.reference);
  const courses = new Map((await store.courses.list()).map((course) => [course.reference, course]));
  const followed = coursesOf([...present.values()].filter(({ reference }) => !created.has(reference) || used.has(reference)));
  for (const { after, before } of written.courses) {
    if (isChanged(after, courses.get(after.reference)) || (before === undefined && followed.has(after.reference)))
      used.add(after.reference);
  }
  return { written, used };
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
