import type { Instant } from "@kairos/core";
import { done, type Reply } from "./reply.js";
import type { Database, Store } from "./store/store.js";

/** What a day's work came to in one workspace. */
export interface DayWork {
  readonly count: number;
  readonly reply?: Omit<Reply, "outcome">;
}

/** Does some work in every workspace, in one transaction each and once a day, whoever asks and how often. Returns its count, of what was done now. */
export async function onceADay(database: Database, now: Instant, name: string, work: (store: Store) => Promise<DayWork>): Promise<number> {
  let all = 0;
  for (const workspace of await database.trails.workspaces()) {
    const request = { workspace, id: `${name}-${now.slice(0, 10)}`, at: now, actor: "kairos", path: "" };
    await database.deliver(request, async (unit) => {
      const { count, reply = {} } = await work(unit.store("all"));
      all += count;
      return done(reply);
    });
  }
  return all;
}
