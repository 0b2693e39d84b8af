import { createInterface } from "node:readline/promises";
import { fold, type Label } from "@kairos/core";
import { personNamed } from "../../dossiers/people.js";
import type { Person } from "../../store/store.js";
import type { Output } from "../shared/output.js";
import { completeLine } from "./complete.js";
import { type Desk, perform } from "./desk.js";
import { progressOn } from "./progress.js";
import { renderAnswer } from "./render.js";
import { invitation } from "./tour.js";

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly screen: NodeJS.WritableStream;
  readonly interactive: boolean;
}

/** Reads commands and answers them until `/quitter`, Ctrl-D or Ctrl-C on an empty line. Nothing typed is written to disk. */
export async function prompt(desk: Desk, first: Person, terminal: Terminal, output: Output): Promise<void> {
  let actor = first;
  const lines = createInterface({
    input: terminal.input,
    output: terminal.screen,
    terminal: terminal.interactive,
    historySize: 200,
    completer: async (line: string): Promise<[string[], string]> => {
      const [offers, replaced] = await completeLine(line, desk, actor);
      return [[...offers], replaced];
    },
  });
  const invite = () => {
    lines.setPrompt(invitation(actor.name, output.colours));
    if (terminal.interactive) lines.prompt();
  };
  lines.on("SIGINT", () => {
    if (lines.line === "") lines.close();
    else lines.write(null, { ctrl: true, name: "u" });
  });
  invite();
  for await (const line of lines) {
    const own = ownWord(line);
    if (own?.word === "quitter") break;
    if (own?.word === "comme") actor = personNamed(own.name) ?? actor;
    if (own?.word === "comme") output.say(`  ${youAre(actor)[desk.language]}`);
    else if (line.trim() !== "") await answer(desk, actor, line, output);
    invite();
  }
  lines.close();
}

async function answer(desk: Desk, actor: Person, line: string, output: Output): Promise<void> {
  const shown = progressOn(output, desk.language);
  const performed = await perform(desk, actor, line, shown.report);
  shown.end();
  const look = { language: desk.language, colours: output.colours, width: output.width };
  for (const row of renderAnswer(performed.answer, look, performed.written)) output.say(row);
}

/** The two words of the prompt itself, which are no commands of the desk. */
function ownWord(line: string): { readonly word: "quitter" | "comme"; readonly name: string } | undefined {
  const [, word = "", name = ""] = /^\s*\/?(\S+)\s*(.*)$/s.exec(line) ?? [];
  const meant = { quitter: "quitter", quit: "quitter", exit: "quitter", comme: "comme", as: "comme" } as const;
  const folded = fold(word);
  return Object.hasOwn(meant, folded) ? { word: meant[folded as keyof typeof meant], name: name.trim() } : undefined;
}

function youAre(person: Person): Label {
  return { fr: `Vous êtes « ${person.name} ».`, en: `You are “${person.name}”.` };
}
