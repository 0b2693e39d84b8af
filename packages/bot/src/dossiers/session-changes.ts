import { checkSchedule, checkSession, duplicatesAmong, type IsoDate, type Problem, type Schedule, type Session } from "@kairos/core";
import type { Store } from "../store/store.js";
import { appointmentsMet } from "./schedules.js";

/** What refuses a change because of the half-days that stand: days outside the new dates, a trainer or a room met elsewhere. */
export async function besideSchedule(
  store: Store,
  before: Session,
  after: Session,
  schedule: Schedule | undefined,
): Promise<readonly Problem[]> {
  if (schedule === undefined) return [];
  const outside = checkSchedule({ session: after, schedule }).filter(({ code }) => code === "session.schedule-outside-dates");
  return [...outside, ...(takesMore(before, after) ? await appointmentsMet(store, after, schedule) : [])];
}

/** What each of many changes done at once is refused for, by reference: what refuses one typed by hand. */
export async function refusedChanges(
  store: Store,
  changes: readonly { readonly before?: Session | undefined; readonly after: Session }[],
  present: readonly Session[],
  today: IsoDate,
): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const refused = new Map<string, readonly Problem[]>();
  const replacing = changes.flatMap(({ before, after }) => (before === undefined ? [] : [{ before, after }]));
  const schedules = await store.schedules.list(replacing.map(({ after }) => after.reference));
  const planned = new Map(schedules.map((schedule) => [schedule.sessionReference as string, schedule]));
  for (const { before, after } of replacing) {
    const problems = [
      ...checkSession({ session: after, today }).filter(({ severity }) => severity === "error"),
      ...(await besideSchedule(store, before, after, planned.get(after.reference))),
    ];
    if (problems.length > 0) refused.set(after.reference, problems);
  }
  const possible = changes.filter(({ after }) => !refused.has(after.reference));
  for (const [reference, problem] of duplicatesAmong(possible, present)) refused.set(reference, [problem]);
  return refused;
}

/** Somebody or some room that it did not keep before: named anew, or cancelled until now. */
function takesMore(before: Session, after: Session): boolean {
  const isBack = before.listing?.status === "cancelled" && after.listing?.status !== "cancelled";
  return isBack || before.room !== after.room || (before.trainers ?? []).join() !== (after.trainers ?? []).join();
}
