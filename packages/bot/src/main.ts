import { hash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dayOf } from "@kairos/core";
import type { Commands } from "./command.js";
import { type Config, readConfig, type Secret } from "./config.js";
import { type DispatchPorts, dispatchThrough } from "./dispatch.js";
import { endErasures } from "./erasure-due.js";
import { type Asked, readArguments } from "./fronts/console/arguments.js";
import { type Clock, systemClock } from "./fronts/console/clock.js";
import type { Desk } from "./fronts/console/desk.js";
import { type ExitCode, exitCodes } from "./fronts/console/exit-codes.js";
import { helpText, stoppedText } from "./fronts/console/help.js";
import { startConsole } from "./fronts/console/start.js";
import type { DiscordParts } from "./fronts/discord/start.js";
import { type Log, openLog } from "./fronts/shared/log.js";
import { terminalOutput } from "./fronts/shared/output.js";
import { commandsIn } from "./load-commands.js";
import { closeOldEntries } from "./retention.js";
import { forgetScreenshots } from "./screenshot-retention.js";
import type { Database } from "./store/store.js";

const here = dirname(fileURLToPath(import.meta.url));
const output = terminalOutput(process.stdout, process.stderr, process.env);
/** What must be closed before leaving, the last opened first. */
const closers: (() => Promise<unknown>)[] = [];
/** How a signal ends the process: a server that stops when asked has not failed. */
const stopCodes = { SIGINT: 130, SIGTERM: 143 };
/** Supervisors wait ten seconds, then kill: by then everything is closed, or given up. */
const closingMs = 9500;
let leaving: Promise<void> | undefined;

// The database and the documents hold personal data: nobody else on the machine reads them.
process.umask(0o077);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void leave(stopCodes[signal], true));
await leave(await main());

async function main(): Promise<number> {
  const read = readConfig(process.env);
  const given = readArguments(process.argv.slice(2));
  const language = given.ok ? (given.asked.language ?? (read.ok ? read.config.language : "fr")) : "fr";
  if (!read.ok || !given.ok) {
    for (const fault of [...(read.ok ? [] : read.faults), ...(given.ok ? [] : [given.fault])]) output.remark(fault[language]);
    return exitCodes.usage;
  }
  const { asked } = given;
  const config = { ...read.config, language, data: asked.data ?? read.config.data, as: asked.as ?? read.config.as };
  try {
    return await start(asked, config);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    (await openLog(config.logLevel ?? "silent")).error(error, {}, "failed");
    output.remark(stoppedText(code, config.data, config.database !== undefined)[language]);
    return exitCodes.failed;
  }
}

async function start(asked: Asked, config: Config): Promise<ExitCode> {
  if (asked.mode === "help") {
    for (const line of helpText(config.language)) output.say(line);
    return exitCodes.done;
  }
  if (asked.mode === "move") {
    const { moveDesk } = await import("./fronts/console/move.js");
    return moveDesk(deskFile(config.data), { config, output, digest });
  }
  if (asked.mode === "deploy" || asked.check) {
    const log = await openLog(config.logLevel ?? "silent");
    const parts = { config, output, log, commands: await allCommands() };
    if (asked.check) return exitCodes[await (await import("./fronts/discord/check.js")).checkSetUp(parts)];
    return exitCodes[await (await import("./fronts/discord/deploy.js")).deployCommands(parts)];
  }
  if (asked.mode === "bot" || (asked.mode === "start" && config.discord.token !== undefined)) {
    Object.assign(stopCodes, { SIGINT: 0, SIGTERM: 0 });
    const { startDiscord } = await import("./fronts/discord/start.js");
    const open: DiscordParts["open"] = (log) => compose(config.data, systemClock, log, config.database);
    return exitCodes[await startDiscord({ config, output, open, onLeave: (close) => void closers.push(close) })];
  }
  if (asked.mode === "backup" || asked.mode === "restore") {
    const { keepSafe } = await import("./fronts/console/safekeeping.js");
    return keepSafe({ ...asked, mode: asked.mode }, { config, output, now: systemClock.now(), digest });
  }
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const log = await openLog(config.logLevel ?? "silent");
  return startConsole(asked, {
    config,
    output,
    terminal: { input: process.stdin, screen: process.stdout, interactive },
    tourFile: join(here, "../../../examples/tour.txt"),
    openDesk: async (folder, clock): Promise<Desk> => {
      // The tour has a folder of its own, and a file in it.
      const database = folder === config.data ? config.database : undefined;
      return {
        ...(await compose(folder, clock, log, database)),
        clock,
        dayOf,
        language: config.language,
        documents: join(folder, "documents"),
      };
    },
  });
}

/** A desk on a folder: the database, there or on a server, the commands, and the only path between them. */
async function compose(folder: string, clock: Clock, log: Log, address: Secret | undefined) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { openDatabase } = await import("./store/database.js");
  const place = address === undefined ? { file: deskFile(folder) } : { url: address.reveal() };
  const database = await openDatabase({ ...place, digest });
  closers.push(() => database.close());
  closers.push(await forgetWhatIsOver(database, clock, log));
  const commands = await allCommands();
  const render: DispatchPorts["render"] = async (document, printed) => (await import("@kairos/pdf")).renderPdf(document, printed);
  const report: DispatchPorts["report"] = (error, { workspace, deliveryId, path }) =>
    log.error(error, { workspace, deliveryId, path }, "command failed");
  const dispatch = dispatchThrough({ commands, database, clock: () => clock.now(), dayOf, render, report });
  return { database, commands, dispatch };
}

async function allCommands(): Promise<Commands> {
  const { commandModules } = await import("./command-folder.js");
  return commandsIn(commandModules);
}

function deskFile(folder: string): string {
  return join(folder, "desk.sqlite");
}

function digest(text: string): string {
  return hash("sha256", text);
}

/** Stored answers may hold names: none is kept more than a day. Screenshots leave after their incidents. The beginning of the trail leaves at its end of retention. */
async function forgetWhatIsOver(database: Database, clock: Clock, log: Log): Promise<() => Promise<void>> {
  const forget = async () => {
    await database.forget(new Date(Date.parse(clock.now()) - 86_400_000).toISOString());
    await closeOldEntries(database, clock.now());
    await forgetScreenshots(database, clock.now());
    await endErasures(database, clock.now());
    // Owed until it succeeds: it keeps nobody from working.
    await database.purge().catch((error) => log.error(error, {}, "purging failed"));
  };
  await forget();
  const hourly = setInterval(() => void forget().catch((error) => log.error(error, {}, "forgetting failed")), 3_600_000).unref();
  return () => Promise.resolve(clearInterval(hourly));
}

/** The first to ask decides the code. Whatever hangs while closing may not keep the process. */
function leave(code: number, atOnce = false): Promise<void> {
  leaving ??= closeAll(code, atOnce);
  return leaving;
}

async function closeAll(code: number, atOnce: boolean): Promise<void> {
  process.exitCode = code;
  const deadline = setTimeout(() => process.exit(code), closingMs);
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close().catch(() => undefined);
  clearTimeout(deadline);
  // Whatever still holds the process (a socket, a terminal) may not hold it for long.
  setTimeout(() => process.exit(code), atOnce ? 0 : 2000).unref();
}
