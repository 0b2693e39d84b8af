import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Commands } from "../../../packages/bot/src/command.js";
import type { Answer } from "../../../packages/bot/src/dispatch.js";
import { consoleWorkspace } from "../../../packages/bot/src/fronts/console/desk.js";
import { type Fault, type Met, under } from "../driver.js";
import { type Change, type Observer, observe } from "../observer.js";
import { type Office, openOffice, type Typed } from "../office.js";
import { readStory } from "../story.js";

/** What a write may meet, each at every statement in turn. */
export const ways = {
  "disk full": { code: "SQLITE_FULL", rollsBack: true },
  "disk full until the end": { code: "SQLITE_FULL", lasting: true, sparesReads: true },
  busy: { code: "SQLITE_BUSY" },
  "I/O error": { code: "SQLITE_IOERR" },
} as const satisfies Readonly<Record<string, Omit<Fault, "at">>>;
export type Way = keyof typeof ways;

export interface Tally {
  met: number;
  /** Nothing was kept, and the person was told what to do. */
  before: number;
  /** All was kept already. */
  after: number;
}

export interface Played {
  readonly lines: number;
  readonly paths: ReadonlySet<string>;
  readonly tally: Readonly<Record<Way, Tally>>;
  readonly mostStatements: number;
  readonly faults: readonly string[];
}

interface Plan {
  readonly commands: Commands;
  readonly folder: string;
  /** As `examples/tour.txt` is written. */
  readonly transcript: string;
  /** Under which lines faults are tried; all unless said. */
  readonly tried?: (line: string) => boolean;
  readonly progress?: (line: string, rank: number) => void;
}

/**
 * Plays a story twice: once in peace, and once where each statement of each command fails in turn, in every way. What is
 * there after a failure is what was there before, or all of it; then the same delivery does what it did in peace, once.
 */
export async function playUnderFaults({ commands, folder, transcript, tried = () => true, progress }: Plan): Promise<Played> {
  const story = await readStory(transcript, commands);
  const open = async (name: string) => {
    const file = join(folder, `${name}.sqlite`);
    const office = await openOffice({ file, commands, workspace: consoleWorkspace });
    return { office, observer: await observe(file) };
  };
  const [peaceful, troubled] = [await open("peaceful"), await open("troubled")];
  const tally = Object.fromEntries(Object.keys(ways).map((way) => [way, { met: 0, before: 0, after: 0 }])) as Record<Way, Tally>;
  const faults: string[] = [];
  const paths = new Set<string>();
  let [lines, mostStatements] = [0, 0];
  try {
    for (const typed of story) {
      const { line, path } = typed;
      for (const { office } of [peaceful, troubled]) office.setClock(typed.at);
      lines += 1;
      progress?.(line, lines);
      const [expected, counted] = await under({ code: "SQLITE_BUSY", at: Number.POSITIVE_INFINITY }, () => peaceful.office.deliver(typed));
      if (expected.outcome !== typed.expected) throw new Error(`${line}: ${JSON.stringify(expected.reply.problems)}`);
      const meant = shownOf(await peaceful.observer.changes());
      if (!tried(line)) {
        await troubled.office.deliver(typed);
        await troubled.observer.changes();
        continue;
      }
      paths.add(path);
      const tries = await underEach({ ...troubled, typed, expected, counted, meant, tally });
      mostStatements = Math.max(mostStatements, counted.statements);
      faults.push(...tries.map((fault) => `${line}: ${fault}`));
    }
    for (const { office, observer } of [peaceful, troubled]) {
      await office.database.purge();
      const owed = await observer.rows("SELECT id FROM purges_owed");
      if (owed.length > 0) faults.push(`the free space still holds what was erased ${owed.length} times`);
      const { problems } = await office.database.trails.verify(consoleWorkspace);
      if (problems.length > 0) faults.push(`the trail: ${JSON.stringify(problems[0])}`);
    }
    return { lines, paths, tally, mostStatements, faults };
  } finally {
    for (const { office, observer } of [peaceful, troubled]) {
      await observer.close();
      await office.close();
    }
    for (const name of ["peaceful", "troubled"]) await rm(join(folder, `${name}.sqlite`), { force: true });
  }
}

interface Trial {
  readonly office: Office;
  readonly observer: Observer;
  readonly typed: Typed;
  readonly expected: Answer;
  readonly counted: Met;
  readonly meant: string;
  readonly tally: Readonly<Record<Way, Tally>>;
}

async function underEach({ office, observer, typed, expected, counted, meant, tally }: Trial): Promise<readonly string[]> {
  const faults: string[] = [];
  let isKept = false;
  const look = async () => {
    const changed = shownOf(await observer.changes());
    if (changed !== "" && isKept) faults.push(`done twice: ${changed.slice(0, 300)}`);
    if (changed !== "" && changed !== meant) faults.push(`something else was done: ${differing(meant, changed)}`);
    isKept ||= changed !== "";
  };
  for (let at = 1; at <= counted.statements; at++) {
    for (const way of Object.keys(ways) as Way[]) {
      const fault: Omit<Fault, "at"> = ways[way];
      if (fault.sparesReads === true && at > counted.writes) continue;
      const [answer, met] = await under({ ...fault, at }, () => office.deliver(typed));
      await look();
      office.failures.length = 0;
      if (!met.isMet) continue;
      tally[way].met += 1;
      tally[way][isKept ? "after" : "before"] += 1;
      const wrong = isKept ? toldOfDone(answer, expected) : toldOfNothing(answer, fault.code);
      if (wrong !== undefined) faults.push(`${way} at ${at} (${met.sql.slice(0, 60)}): ${wrong}`);
    }
  }
  const last = await office.deliver(typed);
  await look();
  if (!isKept && meant !== "") faults.push("it was never done");
  if (last.outcome !== expected.outcome) faults.push(`in the end: ${last.outcome}, in peace: ${expected.outcome}`);
  await office.deliver(typed);
  await look();
  return faults;
}

/** Somebody who is told that nothing was kept is told what to do, in both languages. */
function toldOfNothing({ outcome, reply }: Answer, code: Fault["code"]): string | undefined {
  const text = reply.lines?.[0]?.text;
  if (outcome !== "failed" || text === undefined) return `nothing was kept, and the answer is ${outcome}`;
  const [fr, en] = sayings[code];
  return fr.test(text.fr) && en.test(text.en) ? undefined : `nothing was kept, and the person reads « ${text.fr} » “${text.en}”`;
}

const sayings: Readonly<Record<Fault["code"], readonly [RegExp, RegExp]>> = {
  SQLITE_FULL: [
    /disque du serveur est plein : rien n'a été enregistré.*Refaites/,
    /disk is full: nothing was saved.*run the same command again/,
  ],
  SQLITE_BUSY: [/occupées.*rien n'a été enregistré.*Réessayez/, /busy.*nothing was saved.*Try again/],
  SQLITE_IOERR: [
    /disque du serveur ne répond pas.*rien n'a été enregistré.*Refaites/,
    /does not answer.*nothing was saved.*run the same command again/,
  ],
};

/** What was kept is answered as in peace, or said to be kept though it could not be shown, or is still to be asked again. */
function toldOfDone({ outcome, reply }: Answer, expected: Answer): string | undefined {
  if (outcome === expected.outcome) return undefined;
  const said = reply.lines?.map(({ text }) => text.fr).join(" ") ?? "";
  return /C'est enregistré/.test(said) || !/rien n'a été enregistré/.test(said)
    ? undefined
    : `it was kept, and the person reads « ${said} »`;
}

/** What is owed to the free space has a random name each time: that it is paid is looked at in the end. */
const traces = new Set(["deliveries", "works", "purges_owed"]);

/** What a command made of the file, as one text: what it is told about itself and its secrets left out. */
function shownOf(changes: readonly Change[]): string {
  return changes
    .filter(({ table }) => !traces.has(table) && table !== "desk_keys")
    .map((change) => JSON.stringify(change))
    .join("\n");
}

function differing(meant: string, changed: string): string {
  const [one, other] = [meant.split("\n"), changed.split("\n")];
  const row = other.findIndex((line, index) => line !== one[index]);
  return `${other[row]?.slice(0, 300)} instead of ${one[row]?.slice(0, 300)}`;
}
