import { once } from "node:events";
import { verifyTrail } from "@kairos/core";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import type { Database } from "../../../packages/bot/src/store/store.js";
import { collect, enterQuote, look, sha256, workspace } from "./fixtures.js";
import { startWriter } from "./writers.js";

/** Opens, works, closes. */
export async function onServer<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, digest: sha256 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

interface Plan {
  /** The bundled `writer.ts`. */
  readonly program: string;
  readonly url: string;
  readonly bots: number;
  /** Lives that end in a kill. */
  readonly rounds: number;
  readonly lifeMs: number;
  /** What each bot enters in the life that nobody ends. */
  readonly last: number;
}

export interface BotsRun {
  /** Numbers that were answered, by delivery. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly errors: string;
  readonly kills: number;
  /** Of the last life, in milliseconds. */
  readonly lastMs: number;
}

/** Several bots enter quotes in one workspace, are killed all at once, repeat what they were doing, and begin again. */
export async function writersUnderKills({ program, url, bots, rounds, lifeMs, last }: Plan): Promise<BotsRun> {
  const acknowledged = new Map<string, number>();
  let [errors, kills] = ["", 0];
  const start = (round: number, count: number) =>
    Array.from({ length: bots }, (_, bot) => startWriter(program, url, `b${bot}.${round}`, count));
  for (let round = 0; round < rounds; round++) {
    const writers = start(round, 1_000_000);
    await Promise.all(writers.map(({ process }) => process.stdout && once(process.stdout, "data")));
    await new Promise((resolve) => setTimeout(resolve, lifeMs + 7 * round));
    for (const { process } of writers) process.kill("SIGKILL");
    kills += bots;
    const ends = await Promise.all(writers.map(({ ended }) => ended));
    await onServer(url, async (database) => {
      for (const [bot, { said }] of ends.entries()) {
        for (const [id, number] of said) acknowledged.set(id, number);
        // Committed or not, what was under way is asked again.
        const id = `b${bot}.${round}-${said.length}`;
        acknowledged.set(id, await enterQuote(database, id));
      }
    });
  }
  const began = performance.now();
  for (const end of await Promise.all(start(rounds, last).map(({ ended }) => ended))) {
    errors += end.errors;
    for (const [id, number] of end.said) acknowledged.set(id, number);
  }
  return { acknowledged, errors, kills, lastMs: performance.now() - began };
}

/** What is wrong with what was kept: nothing, and as many quotes as were acknowledged. */
export async function outcomeOf(
  url: string,
  acknowledged: ReadonlyMap<string, number>,
): Promise<{ faults: readonly string[]; count: number }> {
  return onServer(url, (database) =>
    look(database, async ({ quotes, audit }) => {
      const faults: string[] = verifyTrail(await collect(audit.entries()), sha256).map(({ code }) => code);
      const byTitle = new Map((await quotes.list()).map(({ title, reference }) => [title, Number(reference.slice("DEV-".length))]));
      const numbers = [...byTitle.values()].sort((a, b) => a - b);
      numbers.forEach((number, index) => {
        if (number !== index + 1) faults.push(`number ${index + 1} is missing or doubled`);
      });
      for (const [id, number] of acknowledged) if (byTitle.get(id) !== number) faults.push(`${id} was ${number}, is ${byTitle.get(id)}`);
      return { faults: faults.slice(0, 10), count: byTitle.size };
    }),
  );
}

/** Several connections claim the same notices at once: each goes to one of them. Says which went elsewhere. */
export async function fairlyClaimed(databases: readonly Database[], count: number): Promise<readonly string[]> {
  const [first] = databases;
  const keys = Array.from({ length: count }, (_, index) => `digest:${String(index).padStart(4, "0")}`);
  const times = { dueAt: "2026-11-20T07:30:00.000Z", until: "2026-11-20T23:00:00.000Z" };
  await first?.notices.plan(
    workspace,
    keys.map((key) => ({ key, kind: "digest", person: "u-clerk", data: {}, ...times })),
  );
  const taken: string[] = [];
  const bots = databases.map(async ({ notices }) => {
    for (;;) {
      const claimed = await notices.claim("2026-11-20T08:00:00.000Z", "2026-11-20T08:02:00.000Z", 2);
      if (claimed.length === 0) return;
      taken.push(...claimed.map(({ key }) => key));
    }
  });
  await Promise.all(bots);
  return keys.filter((key) => taken.filter((one) => one === key).length !== 1);
}
