import { isDeepStrictEqual } from "node:util";
import type { Commands } from "../../packages/bot/src/command.js";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { consoleWorkspace } from "../../packages/bot/src/fronts/console/desk.js";
import { openOffice } from "./office.js";
import { readStory } from "./story.js";

interface Plan {
  readonly commands: Commands;
  /** As `examples/tour.txt` is written. */
  readonly transcript: string;
  readonly file: string;
  readonly url: string;
}

/** Plays a story on a file and on a server, line by line: what is answered on one is answered on the other. */
export async function playOnBoth({ commands, transcript, file, url }: Plan) {
  const story = await readStory(transcript, commands);
  const offices = await Promise.all([{ file }, { url }].map((place) => openOffice({ ...place, commands, workspace: consoleWorkspace })));
  const faults: string[] = [];
  try {
    for (const typed of story) {
      const answers = [];
      for (const office of offices) {
        office.setClock(typed.at);
        answers.push(await office.deliver(typed));
      }
      const [onFile, onServer] = answers.map((answer) => told(typed.path, answer));
      if (!isDeepStrictEqual(onFile, onServer))
        faults.push(`${typed.line}: ${JSON.stringify(onServer)} instead of ${JSON.stringify(onFile)}`);
    }
    for (const office of offices) {
      const { problems, entries } = await office.database.trails.verify(consoleWorkspace);
      if (problems.length > 0 || entries < story.length / 2) faults.push(`a trail of ${entries}: ${JSON.stringify(problems)}`);
      faults.push(...office.failures.map(String));
    }
  } finally {
    await Promise.all(offices.map((office) => office.close()));
  }
  return { lines: story.length, faults };
}

/** An answer as it is kept, but for codes and numbers that are drawn at random. */
function told(path: string, answer: Answer): unknown {
  return path === "assiduite code" ? answer.outcome : JSON.parse(JSON.stringify(answer));
}
