import { excerpt, fold, type Label } from "@kairos/core";
import type { Commands, LoadedCommand } from "../../../command.js";
import { nearest } from "./nearest.js";
import { readValue } from "./read-value.js";
import { type Usage, usage } from "./usage.js";

export type ParsedLine =
  | { readonly ok: true; readonly command: LoadedCommand; readonly path: string; readonly options: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly usage: Usage };

/** Reads `/devis verifier reference:DEV-2026-0001`: accents and case are free, a value runs to the next option of the command. */
export function parseLine(line: string, commands: Commands): ParsedLine {
  const found = findCommand(line, commands);
  if ("usage" in found) return { ok: false, usage: found.usage };
  const options = readOptions(named(found.rest, found.command), found.command);
  return "usage" in options
    ? { ok: false, usage: options.usage }
    : { ok: true, command: found.command, path: found.command.path, options: options.values };
}

/** `/aide devis`: with one option only, its value may come alone. */
function named(rest: string, command: LoadedCommand): string {
  const [only, ...others] = Object.values(command.options);
  const isBare = only !== undefined && others.length === 0 && /^\s*[^\s:"']+\s*$/.test(rest);
  return isBare ? `${only.words.fr[0]}:${rest.trim()}` : rest;
}

/** The options of a command under the folded names people may type. */
export function optionNames(command: LoadedCommand): ReadonlyMap<string, string> {
  return new Map(Object.values(command.options).map(({ words }) => [fold(words.fr[0]), words.fr[0]]));
}

export function nounsOf(commands: Commands): readonly string[] {
  return [...new Set([...commands.values()].map(({ noun }) => noun))];
}

export function verbsOf(commands: Commands, noun: string): readonly LoadedCommand[] {
  return [...commands.values()].filter((command) => command.noun === noun);
}

/** An option's name and its colon, at a place of the line. */
export const optionHead = /(\p{L}[\p{L}\p{M}\d_-]*):/uy;

function findCommand(
  line: string,
  commands: Commands,
): { readonly command: LoadedCommand; readonly rest: string } | { readonly usage: Usage } {
  const [, typedNoun = "", afterNoun = ""] = /^\s*\/?\s*(\S*)(.*)$/s.exec(line) ?? [];
  const nouns = nounsOf(commands);
  if (typedNoun === "") return { usage: usage.empty(nouns) };
  const meant = /^(help|\?)$/i.test(typedNoun) ? "aide" : typedNoun;
  const noun = nouns.find((known) => fold(known) === fold(meant));
  if (noun === undefined)
    return { usage: usage.unknown(commandWord, `/${typedNoun}`, prefixed(nearest(typedNoun, nouns)), nouns.map(slashed)) };
  const alone = commands.get(noun);
  if (alone !== undefined) return { command: alone, rest: afterNoun };
  const verbs = verbsOf(commands, noun);
  const names = verbs.map(({ verb }) => verb);
  const [, typedVerb = "", afterVerb = ""] = /^\s*(\S*)(.*)$/s.exec(afterNoun) ?? [];
  const command = verbs.find(({ verb }) => fold(verb) === fold(typedVerb));
  if (command !== undefined) return { command, rest: afterVerb };
  if (typedVerb === "" || typedVerb.includes(":")) return { usage: usage.incomplete(`/${noun}`, names) };
  const close = nearest(typedVerb, names);
  return { usage: usage.unknown(commandWord, `/${noun} ${typedVerb}`, close === undefined ? undefined : `/${noun} ${close}`, names) };
}

function readOptions(text: string, command: LoadedCommand): { readonly values: Record<string, string> } | { readonly usage: Usage } {
  const known = optionNames(command);
  const values: Record<string, string> = {};
  const shown = [...known.values()].map((name) => `${name}:`);
  let place = skipBlanks(text, 0);
  while (place < text.length) {
    optionHead.lastIndex = place;
    const head = optionHead.exec(text);
    if (head === null) return { usage: usage.notAnOption(excerpt(text.slice(place)), shown) };
    const typed = head[1] ?? "";
    const name = known.get(fold(typed));
    if (name === undefined) return { usage: usage.unknown(optionWord, `${typed}:`, withColon(nearest(typed, known.values())), shown) };
    if (Object.hasOwn(values, name)) return { usage: usage.repeated(name) };
    const value = readValue(text, place + head[0].length, known);
    if ("usage" in value) return value;
    values[name] = value.text;
    place = skipBlanks(text, value.end);
  }
  return { values };
}

export function skipBlanks(text: string, from: number): number {
  let place = from;
  while (place < text.length && /\s/.test(text.charAt(place))) place += 1;
  return place;
}

const commandWord: Label = { fr: "Commande inconnue", en: "Unknown command" };
const optionWord: Label = { fr: "Option inconnue", en: "Unknown option" };

function slashed(word: string): string {
  return `/${word}`;
}

function prefixed(word: string | undefined): string | undefined {
  return word === undefined ? undefined : slashed(word);
}

function withColon(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `${word}:`;
}
