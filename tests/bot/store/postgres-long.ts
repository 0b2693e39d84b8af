import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { moveToServer } from "../../../packages/bot/src/store/move.js";
import { wholeStory } from "../../trust/story.js";
import { playOnBoth } from "../../trust/two-databases.js";
import { enterQuote, look, sha256, workspace } from "./fixtures.js";
import { startServer } from "./server.js";
import { fairlyClaimed, onServer, outcomeOf, writersUnderKills } from "./several-bots.js";

// `node postgres-long.mjs COMMANDS WRITER COUNT`: the long case of PostgreSQL, as one line of JSON: what is wrong, and what was done.
const [commandFolder = "", program = "", count = "0"] = process.argv.slice(2);
const kills = Number(count);
const server = await startServer();
if (typeof server === "string") {
  console.log(JSON.stringify({ told: `skipped: ${server}` }));
} else {
  try {
    console.log(JSON.stringify(await longCase(server)));
  } finally {
    await server.stop();
  }
}

async function longCase({ database: newDatabase, crash }: Exclude<Awaited<ReturnType<typeof startServer>>, string>) {
  const bots = 4;
  const url = await newDatabase();
  const run = await writersUnderKills({ program, url, bots, rounds: Math.ceil(kills / bots), lifeMs: 120, last: 100 });
  const { faults, count } = await outcomeOf(url, run.acknowledged);
  const problems = [...faults];
  if (run.errors !== "") problems.push(run.errors.slice(0, 500));
  if (count !== run.acknowledged.size) problems.push(`${count} quotes for ${run.acknowledged.size} answers`);

  const falls = await underFalls(url, crash, Math.ceil(kills / 10));
  problems.push(...falls.problems);

  const databases = await Promise.all(Array.from({ length: bots }, () => openDatabase({ url, digest: sha256 })));
  const unfair = await fairlyClaimed(databases, 1000);
  if (unfair.length > 0) problems.push(`${unfair.length} notices not taken once`);
  await Promise.all(databases.map((one) => one.close()));

  const story = await storyOnBoth(await newDatabase());
  problems.push(...story.faults);

  const moved = await moveOf(2000, await newDatabase());
  if (moved.fault !== undefined) problems.push(moved.fault);
  const told = `${count} quotes by ${bots} bots, ${run.kills} kills, ${falls.count} falls of the server, 1000 notices claimed by ${bots}, ${story.lines} commands answered as on a file, ${moved.told}`;
  return { fault: problems.length === 0 ? undefined : problems.join("; "), told };
}

/** The server falls while quotes are entered; what it had answered is there, and the desk goes on by itself. */
async function underFalls(url: string, crash: () => Promise<void>, times: number) {
  const problems: string[] = [];
  await onServer(url, async (database) => {
    for (let fall = 0; fall < times; fall++) {
      const answers = new Map<string, number>();
      let over = false;
      const entering = (async () => {
        for (let index = 0; !over; index++) {
          const id = `fall-${fall}-${index}`;
          const number = await enterQuote(database, id).catch(() => undefined);
          if (number !== undefined) answers.set(id, number);
        }
      })();
      await new Promise((resolve) => setTimeout(resolve, 150));
      await crash();
      await new Promise((resolve) => setTimeout(resolve, 150));
      over = true;
      await entering;
      for (const [id, number] of answers) if ((await enterQuote(database, id)) !== number) problems.push(`${id} was lost`);
    }
    const verdict = await database.trails.verify(workspace);
    if (verdict.problems.length > 0) problems.push(`the trail is broken after ${verdict.entries}`);
    const kept = await look(database, ({ quotes }) => quotes.list());
    const numbers = new Set(kept.map(({ reference }) => reference));
    for (let number = 1; number <= kept.length; number++) if (!numbers.has(`DEV-${number}`)) problems.push(`number ${number} is missing`);
  });
  return { problems: problems.slice(0, 10), count: times };
}

async function storyOnBoth(url: string) {
  const folder = mkdtempSync(join(tmpdir(), "kairos-both-"));
  try {
    const commands = await loadCommands(commandFolder);
    return await playOnBoth({ transcript: wholeStory(), commands, file: join(folder, "desk.sqlite"), url });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function moveOf(quotes: number, url: string) {
  const folder = mkdtempSync(join(tmpdir(), "kairos-move-"));
  try {
    const file = join(folder, "desk.sqlite");
    const database = await openDatabase({ file, digest: sha256 });
    for (let index = 0; index < quotes; index++) await enterQuote(database, `m-${index}`);
    await database.close();
    const before = performance.now();
    const moved = await moveToServer({ file, url, digest: sha256 });
    if ("fault" in moved) return { fault: moved.fault, told: "nothing moved" };
    return { fault: undefined, told: `${moved.rows} rows moved in ${((performance.now() - before) / 1000).toFixed(1)} s` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
