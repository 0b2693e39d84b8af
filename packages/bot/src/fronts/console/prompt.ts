import { createInterface } from "node:readline/promises";
import { fold, type Label } from "@kairos/core";
import { personNamed } from "../../dossiers/people.js";
import type { Person } from "../../store/store.js";
import type { Output } from "../shared/output.js";
import { completeLine } from "./complete.js";
import { type Desk, perform, performTyped, type Typed } from "./desk.js";
import { progressOn } from "./progress.js";
import { answered, leaves, type Questions, questionsAhead, questionsLeft, questionsOf, questionText } from "./questions.js";
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
  let questions: Questions | undefined;
  const drop = () => {
    questions = undefined;
    output.say(`  ${questionsLeft[desk.language]}`);
  };
  lines.on("SIGINT", () => {
    if (lines.line !== "") lines.write(null, { ctrl: true, name: "u" });
    else if (questions === undefined) lines.close();
    else {
      drop();
      invite();
    }
  });
  /** One line: an answer to what was asked, a word of the prompt itself, or a command. */
  const take = async (line: string): Promise<"leave" | undefined> => {
    if (questions !== undefined) {
      const leaving = leaves(line, desk);
      if (leaving === undefined) {
        const next = answered(questions, line, desk);
        if ("again" in next) output.say(next.again);
        else if (next.left.length > 0) questions = next;
        else questions = await answer(desk, actor, next, output);
        return undefined;
      }
      drop();
      if (leaving === "word") return undefined;
    }
    const own = ownWord(line);
    if (own?.word === "quitter") return "leave";
    if (own?.word === "comme") {
      actor = personNamed(own.name) ?? actor;
      output.say(`  ${youAre(actor)[desk.language]}`);
    } else if (line.trim() !== "") {
      questions = terminal.interactive ? await questionsOf(desk, actor, line) : undefined;
      if (questions !== undefined) output.say(`  ${questionsAhead(questions)[desk.language]}`);
      else await answer(desk, actor, line, output);
    }
    return undefined;
  };
  invite();
  for await (const line of lines) {
    if ((await take(line)) === "leave") break;
    if (questions !== undefined) output.say(questionText(questions, desk));
    invite();
  }
  lines.close();
}

async function answer(desk: Desk, actor: Person, typed: string | Typed, output: Output): Promise<undefined> {
  const shown = progressOn(output, desk.language);
  const performed = await (typeof typed === "string"
    ? perform(desk, actor, typed, shown.report)
    : performTyped(desk, actor, typed, shown.report));
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
