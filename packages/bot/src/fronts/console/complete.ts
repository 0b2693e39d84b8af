import { fold } from "@kairos/core";
import type { LoadedCommand } from "../../command.js";
import type { Option } from "../../option.js";
import type { Person } from "../../store/store.js";
import { nounsOf, optionNames, verbsOf } from "../shared/line/parse-line.js";
import { suggestFor } from "../shared/suggest.js";
import { completePath } from "./complete-path.js";
import { consoleWorkspace, type Desk } from "./desk.js";

/** What the Tab key offers, and the end of the line it replaces: as readline expects them. */
export type Completion = readonly [offers: readonly string[], replaced: string];

/** Completes nouns, verbs, option names, choices, references and paths. */
export async function completeLine(line: string, desk: Desk, actor: Person): Promise<Completion> {
  const [, slash = "", noun = "", blanks = ""] = /^\s*(\/?)\s*(\S*)(\s*)/.exec(line) ?? [];
  if (blanks === "") return [starting(noun, [...nounsOf(desk.commands), ...promptWords]).map((word) => `${slash}${word} `), slash + noun];
  const known = nounsOf(desk.commands).find((one) => fold(one) === fold(noun));
  if (known === undefined) return [[], ""];
  const rest = line.slice(line.indexOf(noun) + noun.length);
  const alone = desk.commands.get(known);
  if (alone !== undefined) return completeOptions(rest, alone, desk, actor);
  const verbs = verbsOf(desk.commands, known);
  const afterNoun = rest.trimStart();
  const [, verb = "", gap = ""] = /^(\S*)(\s*)/.exec(afterNoun) ?? [];
  if (gap === "")
    return [
      starting(
        verb,
        verbs.map((one) => one.verb),
      ).map((word) => `${word} `),
      verb,
    ];
  const command = verbs.find((one) => fold(one.verb) === fold(verb));
  return command === undefined ? [[], ""] : completeOptions(afterNoun.slice(verb.length), command, desk, actor);
}

const promptWords = ["comme", "quitter"];

async function completeOptions(text: string, command: LoadedCommand, desk: Desk, actor: Person): Promise<Completion> {
  const names = optionNames(command);
  const given = [...text.matchAll(/(?<=\s)([\p{L}][\p{L}\p{M}\d_-]*):/gu)].filter((match) => names.has(fold(match[1] ?? "")));
  const used = new Set(given.map((match) => names.get(fold(match[1] ?? ""))));
  const free = [...names.values()].filter((name) => !used.has(name)).map((name) => `${name}:`);
  const last = given.at(-1);
  const word = /\S*$/.exec(text)?.[0] ?? "";
  const value = last === undefined ? undefined : text.slice(last.index + last[0].length);
  if (value === undefined || /\s$/.test(value)) return [starting(word, free), word];
  const option = Object.values(command.options).find(({ words }) => fold(words.fr[0]) === fold(last?.[1] ?? ""));
  const offers = option === undefined ? [] : await completeValue(value.replace(/^["'«“]\s*/, ""), { command, option, desk, actor });
  if (offers.length > 0) return [offers, value];
  return /\s/.test(value) ? [starting(word, free), word] : [[], ""];
}

interface Completing {
  readonly command: LoadedCommand;
  readonly option: Option;
  readonly desk: Desk;
  readonly actor: Person;
}

async function completeValue(typed: string, { command, option, desk, actor }: Completing): Promise<readonly string[]> {
  if (option.kind === "boolean") return starting(typed, ["oui", "non"]).map((word) => `${word} `);
  if (option.kind === "file") return completePath(typed);
  const { database, clock, dayOf, language } = desk;
  const asking = { workspace: consoleWorkspace, actor, command, option, typed, language };
  const found = await suggestFor({ database, clock: () => clock.now(), dayOf }, asking);
  if (option.choices !== undefined) return found.map(({ label, value }) => `${typedForm(option, label, value)} `);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return [`${quoted(only.value)} `];
  const listed = found.map(({ value, label }) => (label.includes(value) ? label : `${value} · ${label}`));
  // Found by their words, not by their reference: a heading keeps readline from replacing what was typed by what they share.
  const byWords = found.some(({ value }) => !fold(value).startsWith(fold(typed)));
  return byWords && found.length > 0 ? [`${found.length} ${language === "fr" ? "possibilités :" : "matches:"}`, ...listed] : listed;
}

/** The label as one word when the option reads it so, else the stable value. */
function typedForm(option: Option, label: string, value: string): string {
  const word = fold(label).replace(/[^a-z0-9]+/g, "-");
  return option.read(word, { today: "2000-01-01" }).ok ? word : value;
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

function starting(typed: string, words: readonly string[]): readonly string[] {
  const wanted = fold(typed);
  return words.filter((word) => fold(word).startsWith(wanted));
}
