import { counted, fold, type IsoDate, type Label, say } from "@kairos/core";
import { authorise, standingOf } from "../../authorise.js";
import { establishmentOf } from "../../establishment.js";
import { readInput } from "../../read-input.js";
import type { Person } from "../../store/store.js";
import { knownTo, opensForm } from "../shared/forms.js";
import { parseLine } from "../shared/line/parse-line.js";
import { optionOf, stepsOf } from "../shared/moves.js";
import { consoleWorkspace, type Desk, type Typed } from "./desk.js";

/** A form as the prompt asks it, one question after the other; what is answered stays in memory. */
export interface Questions extends Typed {
  /** French names of the options still to ask, the next first. */
  readonly left: readonly string[];
  /** What the desk has already: a blank answer leaves it. */
  readonly known: Readonly<Record<string, string>>;
  readonly today: IsoDate;
}

/** The questions of a line that names a command and nothing of what its form asks, for who may run it. */
export async function questionsOf(desk: Desk, actor: Person, line: string): Promise<Questions | undefined> {
  const parsed = parseLine(line, desk.commands);
  if (!parsed.ok) return undefined;
  const { command, options: values } = parsed;
  if (!opensForm({ command, values })) return undefined;
  const now = desk.clock.now();
  const standing = await desk.database.read(consoleWorkspace, "all", (store) =>
    standingOf(store, { person: actor.id, mayFound: true, needs: command.needs }, now, desk.dayOf),
  );
  const scope = authorise(command, standing);
  if (!scope.ok) return undefined;
  const provider = establishmentOf(command, standing, scope.value, values.etablissement);
  const looked = { provider: provider.ok ? provider.value : undefined, values, actor, now };
  const known = await knownTo(command, looked, standing, (look) => desk.database.read(consoleWorkspace, scope.value, look));
  const place = provider.ok || Object.hasOwn(values, "etablissement") ? [] : ["etablissement"];
  const needed = Object.values(command.options).flatMap(({ required, words }) => (required ? [words.fr[0]] : []));
  const left = [...new Set([...place, ...needed, ...stepsOf(command).flat()])].filter((name) => !Object.hasOwn(values, name));
  return { command, values, left, known, today: standing.today };
}

/** « Navigateur et version (Chrome 131) : », with what helps to answer. */
export function questionText({ command, left: [name = ""], known }: Questions, { language }: Desk): string {
  const [, description = "", label] = optionOf(command, name)?.words[language] ?? [];
  const had = known[name] === undefined ? "" : ` (${known[name]})`;
  const help = label === undefined ? "" : `\n    ${description}`;
  return `  ${label ?? description}${had}${language === "fr" ? " " : ""}:${help}`;
}

/** What an answer makes of the questions, or why it is asked again. */
export function answered(questions: Questions, line: string, { language }: Desk): Questions | { readonly again: string } {
  const { command, values, left, known, today } = questions;
  const [name = "", ...rest] = left;
  const option = optionOf(command, name);
  const text = line.trim();
  const isLeft = text === "" ? option?.required !== true || known[name] !== undefined : text === known[name];
  if (option === undefined || isLeft) return { ...questions, left: rest };
  const read = readInput({ options: { option } }, { options: text === "" ? {} : { [name]: text } }, today);
  // A file is judged once it is read.
  const problem = read.ok || (option.kind === "file" && text !== "") ? undefined : read.problems[0];
  if (problem === undefined) return { ...questions, values: { ...values, [name]: text }, left: rest };
  const { what, mend } = say(problem, language);
  return { again: `  ✖ ${what} ${mend}` };
}

/** Does a line leave the questions: by a word for it, or with another command. The path of a file begins as one does. */
export function leaves(line: string, { commands }: Desk): "word" | "command" | undefined {
  const [, slash = "", word = ""] = /^\s*(\/?)(\S*)/.exec(line) ?? [];
  if (slash === "") return ["abandonner", "annuler", "drop", "cancel"].includes(fold(line.trim())) ? "word" : undefined;
  const nouns = [...commands.values()].map(({ noun }) => noun);
  return ["quitter", "quit", "exit", "comme", "as", ...nouns].includes(fold(word)) ? "command" : undefined;
}

export const questionsAhead = ({ left }: Questions): Label => ({
  fr: `${counted(left.length, "question")} : une réponse vide passe à la suite, « abandonner » laisse tout.`,
  en: `${counted(left.length, "question", "questions", "en")}: a blank answer goes on, “drop” leaves it all.`,
});

export const questionsLeft: Label = { fr: "Abandonné : rien n'a été enregistré.", en: "Dropped: nothing was saved." };
