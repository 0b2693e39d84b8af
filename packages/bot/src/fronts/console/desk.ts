import { randomUUID } from "node:crypto";
import type { Instant, IsoDate, Language, Problem } from "@kairos/core";
import type { Commands, LoadedCommand } from "../../command.js";
import type { Answer, Dispatch } from "../../dispatch.js";
import type { Progress } from "../../prepare.js";
import { refused } from "../../reply.js";
import type { Database, Person } from "../../store/store.js";
import { parseLine } from "../shared/line/parse-line.js";
import { answerTo } from "../shared/line/usage.js";
import { writeDocument } from "../shared/write-document.js";
import type { Clock } from "./clock.js";
import { readFiles } from "./read-files.js";

/** An opened desk on this machine: what a line typed in a terminal reaches. */
export interface Desk {
  readonly commands: Commands;
  readonly database: Database;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly dayOf: (instant: Instant, zone: string) => IsoDate;
  readonly language: Language;
  /** Folder of the documents. */
  readonly documents: string;
  /** Called before each command: a desk whose clock is set makes it move. */
  readonly tick?: () => void;
  /** Told of each document before the answer is shown. */
  readonly onDocument?: (path: string) => Promise<void>;
}

/** What a line led to. */
export interface Performed {
  readonly path: string | undefined;
  readonly answer: Answer;
  /** Where the documents were written. */
  readonly written: readonly string[];
}

/** The one workspace of a console. */
export const consoleWorkspace = "console";

/** Reads a line, runs its command for a person, writes the documents it answers with. */
export async function perform(desk: Desk, actor: Person, line: string, progress?: Progress): Promise<Performed> {
  const parsed = parseLine(line, desk.commands);
  if (!parsed.ok) return { path: undefined, answer: answerTo(parsed.usage), written: [] };
  return performTyped(desk, actor, { command: parsed.command, values: parsed.options }, progress);
}

/** A command and its options as text, under their French names; a file is the path to it. */
export interface Typed {
  readonly command: LoadedCommand;
  readonly values: Readonly<Record<string, string>>;
}

/** Runs what was typed, on a line or in answer to questions, and writes the documents it answers with. */
export async function performTyped(desk: Desk, actor: Person, { command, values }: Typed, progress?: Progress): Promise<Performed> {
  const { path } = command;
  const input = await readFiles(command, values);
  if (!input.ok) return { path, answer: unread(command, input.problems), written: [] };
  desk.tick?.();
  const answer = await desk.dispatch({
    workspace: consoleWorkspace,
    deliveryId: randomUUID(),
    actor,
    mayFound: true,
    path,
    ...input.value,
    ...(progress !== undefined && { progress }),
  });
  const written: string[] = [];
  for (const file of answer.files) {
    try {
      const document = await writeDocument(desk.documents, file);
      await desk.onDocument?.(document);
      written.push(document);
    } catch (error) {
      return { path, answer: unwritten(answer, file.name, error), written };
    }
  }
  return { path, answer, written };
}

/** A file of this machine that cannot be had: nothing was asked of the desk yet. */
function unread({ visibility }: LoadedCommand, problems: readonly Problem[]): Answer {
  return { outcome: "invalid", reply: refused(problems), files: [], visibility, trace: "" };
}

/** The act is committed, its document is not on the disk: said, since only the person can make room. */
function unwritten(answer: Answer, name: string, error: unknown): Answer {
  const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
  const text = {
    fr: `L'acte est enregistré, mais le document ${name} n'a pas pu être écrit${code} : libérez le dossier, puis demandez-le à nouveau.`,
    en: `The act is recorded, but the document ${name} could not be written${code}: free the folder, then ask for it again.`,
  };
  return { ...answer, outcome: "failed", reply: { ...answer.reply, lines: [...(answer.reply.lines ?? []), { tone: "bad", text }] } };
}
