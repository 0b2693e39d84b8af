import type { Person } from "../../store/store.js";
import type { Output } from "../shared/output.js";
import { type Desk, perform } from "./desk.js";
import { type ExitCode, exitCodeOf } from "./exit-codes.js";
import { progressOn } from "./progress.js";
import { renderAnswer } from "./render.js";
import { reportOf } from "./report.js";

/** Runs one command and says how it ended; with `json`, standard output holds the report and nothing else. */
export async function runOnce(
  desk: Desk,
  asked: { readonly line: string; readonly actor: Person; readonly json: boolean },
  output: Output,
): Promise<ExitCode> {
  const shown = asked.json ? undefined : progressOn(output, desk.language);
  const performed = await perform(desk, asked.actor, asked.line, shown?.report);
  shown?.end();
  if (asked.json) output.say(JSON.stringify(reportOf(performed, desk.language), null, 2));
  else {
    const look = { language: desk.language, colours: output.colours, width: output.width };
    for (const line of renderAnswer(performed.answer, look, performed.written)) output.say(line);
  }
  return exitCodeOf(performed.answer);
}
