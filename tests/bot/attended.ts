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

interface Attending {
  readonly session?: Partial<SessionInput>;
  readonly week?: string;
  readonly people?: typeof learners;
  readonly workspace?: string;
}

/** A session with its schedule and its people, as if it had been recorded by hand. */
export async function attend(
  desk: Pick<TestDesk, "database" | "now">,
  { session = {}, week, people = learners, workspace = "test" }: Attending = {},
): Promise<Schedule> {
  const known = aSession(session);
  const schedule = aSchedule(known, week);
  const work = async (store: Store) => {
    await store.sessions.save(known);
    await store.schedules.save(schedule, known);
    for (const one of people) {
      await store.trainees.save(aTrainee(one));
      await store.enrolments.save({ sessionReference: known.reference, siret: known.siret, traineeId: one.id });
    }
  };
  await write(desk, work, workspace);
  return schedule;
}

let writes = 0;

/** Writes into the desk of a test beside any command. */
export async function write(
  desk: Pick<TestDesk, "database" | "now">,
  work: (store: Store) => Promise<void>,
  workspace = "test",
): Promise<void> {
  writes += 1;
  await desk.database.deliver({ workspace, id: `aside-${writes}`, at: desk.now(), actor: "test", path: "test" }, async (unit) => {
    const store = unit.store("all");
    await work(store);
    await store.audit.append({ at: desk.now(), actor: "test", act: "test", object: "", outcome: "done", details: {} });
    return { outcome: "done" };
  });
}
