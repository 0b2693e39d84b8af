import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Instant } from "@kairos/core";
import type { Commands } from "../../packages/bot/src/command.js";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { readFiles } from "../../packages/bot/src/fronts/console/read-files.js";
import { readTranscript } from "../../packages/bot/src/fronts/console/transcript.js";
import { parseLine } from "../../packages/bot/src/fronts/shared/line/parse-line.js";
import type { Typed } from "./office.js";

/** One line of a story as it is delivered: always under the same id, at the same hour. */
export interface Told extends Typed {
  readonly at: Instant;
  readonly path: string;
  readonly expected: Answer["outcome"];
}

/** The tour and what it leaves out: each command of the desk at least once. */
export function wholeStory(): string {
  return ["examples/tour.txt", "tests/trust/rest-of-the-desk.txt"].map((name) => readFileSync(resolve(name), "utf8")).join("\n");
}

/** The lines of a story, written as `examples/tour.txt` is, their files read. */
export async function readStory(transcript: string, commands: Commands): Promise<readonly Told[]> {
  const read = readTranscript(transcript);
  if (!read.ok) throw new Error(read.fault.en);
  const told: Told[] = [];
  let at: Instant = "2026-11-16T08:00:00.000Z";
  for (const step of read.steps) {
    if (step.kind === "clock") at = step.at;
    if (step.kind !== "act") continue;
    const { person, line, expected } = step;
    const parsed = parseLine(line, commands);
    if (!parsed.ok) throw new Error(`unreadable line: ${line}`);
    const input = await readFiles(parsed.command, parsed.options);
    if (!input.ok) throw new Error(`${line}: ${JSON.stringify(input.problems)}`);
    const { options, files } = input.value;
    told.push({ id: `line-${told.length}`, person, line, at, path: parsed.path, expected, options, ...(files !== undefined && { files }) });
  }
  return told;
}
