import type { Schedule, SessionInput } from "@kairos/core";
import type { Store } from "../../packages/bot/src/store/store.js";
import { aSchedule, aSession, aTrainee } from "../examples/index.js";
import type { TestDesk } from "./desk.js";

/** Who trains in the sessions of these tests: three people, of whom two have nearly the same name. */
export const learners = [
  { id: "T-0001", firstName: "Camille", lastName: "Durand" },
  { id: "T-0002", firstName: "Noé", lastName: "Lefèvre" },
  { id: "T-0003", firstName: "Léa", lastName: "Marchand" },
];

/** A session with its schedule and its people, as if it had been recorded by hand. */
export async function attend(
  desk: TestDesk,
  { session = {}, week, people = learners }: { session?: Partial<SessionInput>; week?: string; people?: typeof learners } = {},
): Promise<Schedule> {
  const known = aSession(session);
  const schedule = aSchedule(known, week);
  await write(desk, async (store) => {
    await store.sessions.save(known);
    await store.schedules.save(schedule, known);
    for (const one of people) {
      await store.trainees.save(aTrainee(one));
      await store.enrolments.save({ sessionReference: known.reference, siret: known.siret, traineeId: one.id });
    }
  });
  return schedule;
}

let writes = 0;

/** Writes into the desk of a test beside any command. */
export async function write(desk: TestDesk, work: (store: Store) => Promise<void>): Promise<void> {
  writes += 1;
  await desk.database.deliver({ workspace: "test", id: `aside-${writes}`, at: desk.now(), actor: "test", path: "test" }, async (unit) => {
    const store = unit.store("all");
    await work(store);
    await store.audit.append({ at: desk.now(), actor: "test", act: "test", object: "", outcome: "done", details: {} });
    return { outcome: "done" };
  });
}
