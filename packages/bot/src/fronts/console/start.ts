import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Label } from "@kairos/core";
import type { Config } from "../../config.js";
import { interruptedLine, tellInterrupted } from "../../interrupted.js";
import type { Output } from "../shared/output.js";
import type { Asked } from "./arguments.js";
import { type Clock, setClock, systemClock } from "./clock.js";
import { consoleWorkspace, type Desk } from "./desk.js";
import { type ExitCode, exitCodes } from "./exit-codes.js";
import { personOrNobody } from "./person.js";
import { prompt, type Terminal } from "./prompt.js";
import { runOnce } from "./run.js";
import { playTour } from "./tour.js";
import { prepareTourFolder, type TourFolder } from "./tour-folder.js";
import { mainPersonOf, readTranscript } from "./transcript.js";

export interface ConsoleParts {
  readonly config: Config;
  readonly output: Output;
  readonly terminal: Terminal;
  /** Where the tour is written. */
  readonly tourFile: string;
  /** Opens the desk of a folder, at a clock. */
  openDesk(folder: string, clock: Clock): Promise<Desk>;
}

/** Runs one command, opens the prompt, or plays the tour. */
export async function startConsole(asked: Asked, parts: ConsoleParts): Promise<ExitCode> {
  const { config, output, terminal } = parts;
  if (asked.mode === "start" || asked.mode === "tour") return startTour(parts);
  const desk = await parts.openDesk(config.data, systemClock);
  const actor = personOrNobody(config.as ?? userName());
  const isOurs = (workspace: string) => workspace === consoleWorkspace;
  await tellInterrupted(desk.database, isOurs, (work) => output.remark(interruptedLine(work)[config.language]));
  if (asked.mode === "run") return runOnce(desk, { line: asked.line, actor, json: asked.json }, output);
  if (terminal.interactive) output.remark(yourDesk(config.data, actor.name)[config.language]);
  await prompt(desk, actor, terminal, output);
  return exitCodes.done;
}

async function startTour(parts: ConsoleParts): Promise<ExitCode> {
  const { config, output } = parts;
  const transcript = readTranscript(await readFile(parts.tourFile, "utf8"));
  if (!transcript.ok) return refuse(transcript.fault, parts);
  const prepared = await prepareTourFolder(config.data);
  if (!prepared.ok) return refuse(prepared.fault, parts);
  try {
    return await tourIn(prepared.folder, transcript.steps, parts);
  } catch (error) {
    output.remark(config.language === "fr" ? "La visite n'a pas pu se terminer." : "The tour could not finish.");
    throw error;
  } finally {
    await prepared.folder.release();
  }
}

async function tourIn(folder: TourFolder, steps: Parameters<typeof playTour>[1], parts: ConsoleParts): Promise<ExitCode> {
  const { config, output, terminal } = parts;
  const clock = setClock(systemClock.now());
  const opened = await parts.openDesk(folder.path, clock);
  const desk: Desk = { ...opened, tick: () => clock.advance(), onDocument: (path) => folder.note(path) };
  const code = await playTour(desk, steps, clock, output);
  if (code !== exitCodes.done) return code;
  if (!terminal.interactive) {
    output.say(`\n${tourEnds(desk.documents)[config.language]}`);
    return code;
  }
  const actor = personOrNobody(config.as ?? mainPersonOf(steps) ?? userName());
  output.remark(`\n${afterTour(folder.path, actor.name)[config.language]}`);
  await prompt(desk, actor, terminal, output);
  return exitCodes.done;
}

function refuse(fault: Label, { output, config }: ConsoleParts): ExitCode {
  output.remark(fault[config.language]);
  return exitCodes.usage;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "moi";
  }
}

function tourEnds(documents: string): Label {
  return {
    fr: `La visite est finie. Ses PDF sont dans ${documents}. Pour votre propre bureau : npm start -- desk --as votre-nom`,
    en: `The tour ends here. Its PDFs are in ${documents}. For your own desk: npm start -- desk --as your-name`,
  };
}

function afterTour(folder: string, name: string): Label {
  return {
    fr: `Vous continuez sur les données de la visite (${folder}), au nom de « ${name} » : Tab complète, /comme change de personne, /quitter sort. Votre propre bureau : npm start -- desk --as votre-nom`,
    en: `You go on with the tour's data (${folder}), as “${name}”: Tab completes, /comme changes person, /quitter leaves. Your own desk: npm start -- desk --as your-name`,
  };
}

function yourDesk(folder: string, name: string): Label {
  return {
    fr: `Votre bureau (${join(folder, "desk.sqlite")}), au nom de « ${name} » : Tab complète, /comme change de personne, /quitter sort.`,
    en: `Your desk (${join(folder, "desk.sqlite")}), as “${name}”: Tab completes, /comme changes person, /quitter leaves.`,
  };
}
