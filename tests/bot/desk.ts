import { createHash } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Digest, dayOf, type Instant } from "@kairos/core";
import { renderPdf } from "@kairos/pdf";
import type { Commands, LoadedCommand } from "../../packages/bot/src/command.js";
import { type Answer, type Dispatch, dispatchThrough, type Request } from "../../packages/bot/src/dispatch.js";
import { parseLine } from "../../packages/bot/src/fronts/shared/line/parse-line.js";
import { loadCommands } from "../../packages/bot/src/load-commands.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";
import type { Database } from "../../packages/bot/src/store/store.js";
import { founding } from "./founding.js";

export const sha256: Digest = (text) => createHash("sha256").update(text).digest("hex");
export const commandFolder = fileURLToPath(new URL("../../packages/bot/src/commands", import.meta.url));

/** The desk as people use it: real commands, real store, real documents; only the clock is ours. */
export interface TestDesk {
  readonly commands: Commands;
  readonly database: Database;
  readonly dispatch: Dispatch;
  readonly failures: unknown[];
  /** Types a line as a person. */
  readonly type: (person: string, line: string, files?: Request["files"]) => Promise<Answer>;
  readonly setClock: (at: Instant) => void;
  readonly now: () => Instant;
  readonly close: () => Promise<void>;
}

let loaded: Promise<Commands> | undefined;

/** Every command of the desk, read once for all the tests of a worker. */
export function allCommands(): Promise<Commands> {
  loaded ??= loadCommands(commandFolder);
  return loaded;
}

/** A file opened again must not meet the deliveries of its first opening. */
let opened = 0;

export async function openDesk(
  options: { readonly file?: string; readonly url?: string; readonly workspace?: string; readonly more?: readonly LoadedCommand[] } = {},
): Promise<TestDesk> {
  const commands = new Map([...(await allCommands()), ...(options.more ?? []).map((one) => [one.path, one] as const)]);
  const place = options.url === undefined ? { file: options.file ?? ":memory:" } : { url: options.url };
  const database = await openDatabase({ ...place, digest: sha256 });
  const failures: unknown[] = [];
  let now: Instant = "2026-11-16T08:00:00.000Z";
  let deliveries = 0;
  opened += 1;
  const opening = opened;
  const dispatch = dispatchThrough({
    commands,
    database,
    clock: () => now,
    dayOf,
    render: renderPdf,
    report: (error) => failures.push(error),
  });
  return {
    commands,
    database,
    dispatch,
    failures,
    setClock: (at) => {
      now = at;
    },
    now: () => now,
    type: (person, line, files) => {
      const parsed = parseLine(line, commands);
      if (!parsed.ok) throw new Error(`unreadable line: ${line}`);
      deliveries += 1;
      const workspace = options.workspace ?? "test";
      return dispatch({
        workspace,
        deliveryId: `t-${opening}-${deliveries}`,
        actor: { id: person, name: person },
        mayFound: true,
        path: parsed.path,
        options: parsed.options,
        ...(files !== undefined && { files }),
      });
    },
    close: () => database.close(),
  };
}

/** The first lines of the tour: a provider in order, a team, a session, a trainee. Typed once for a worker, copied for each desk. */
export async function openFoundedDesk(options: { readonly file?: string } = {}): Promise<TestDesk> {
  founded ??= foundOnce();
  const folder = options.file === undefined ? await mkdtemp(join(quickFolder, "kairos-desk-")) : undefined;
  const file = options.file ?? join(folder ?? "", "desk.sqlite");
  await copyFile(await founded, file);
  const desk = await openDesk({ file });
  if (folder === undefined) return desk;
  const close = async () => {
    await desk.close();
    await rm(folder, { recursive: true });
  };
  return { ...desk, close };
}

/** Where thousands of small files are quick to write, emptied when the run ends. */
const quickFolder = process.env.KAIROS_TEST_FOLDER ?? tmpdir();

let founded: Promise<string> | undefined;

async function foundOnce(): Promise<string> {
  const folder = await mkdtemp(join(quickFolder, "kairos-founded-"));
  const file = join(folder, "desk.sqlite");
  const desk = await openDesk({ file });
  for (const [person, line] of founding) {
    const answer = await desk.type(person, line);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  }
  await desk.close();
  return file;
}
