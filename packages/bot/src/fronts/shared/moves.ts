import { fold, type Label, type Language } from "@kairos/core";
import type { Commands, LoadedCommand } from "../../command.js";
import type { Option } from "../../option.js";
import { remedyFor } from "../../remedies.js";
import type { Reply } from "../../reply.js";
import { parseLine } from "./line/parse-line.js";
import { wordsOf } from "./nouns.js";

/** A command that an answer proposes: what is known of its options, and what the person has to say. */
export interface Move {
  readonly command: LoadedCommand;
  readonly values: Readonly<Record<string, string>>;
  /** French names of the options left to give; empty when it is ready to run. */
  readonly asks: readonly string[];
  /** What its button says; the command as it is typed unless told. */
  readonly label?: Label;
}

/** Reads a proposed command as the desk writes it: `/devis frais reference:DEV-2026-0001 ligne:3 prix:…` */
export function moveOf(text: string, commands: Commands): Move | undefined {
  const isOpen = text.endsWith(` ${blank}`);
  const parsed = parseLine(isOpen ? text.slice(0, -blank.length - 1) : text, commands);
  if (!parsed.ok) return undefined;
  const { command, options } = parsed;
  const entries = Object.entries(options);
  const values = Object.fromEntries(entries.filter(([, value]) => !value.includes(blank)));
  const required = Object.values(command.options).filter((option) => option.required);
  const missing = required.map(({ words }) => words.fr[0]).filter((name) => !Object.hasOwn(options, name));
  const left = entries.filter(([, value]) => value.includes(blank)).map(([name]) => name);
  const asks = [...new Set([...left, ...missing])];
  return { command, values, asks: isOpen && asks.length === 0 ? formOf(command, values) : asks };
}

/** What every answer proposes: how to mend what is wrong, then what comes next. */
export function movesIn(reply: Reply, commands: Commands): readonly Move[] {
  const about = reply.trace?.object;
  const remedies = (reply.problems ?? []).map((problem) => ({ command: remedyFor(problem, about) }));
  const next = reply.next ?? [];
  const steps: readonly { readonly command?: string | undefined; readonly button?: Label }[] = [
    ...next.filter(({ ahead }) => ahead === true),
    ...remedies,
    ...next.filter(({ ahead }) => ahead !== true),
  ];
  const proposed = new Map(steps.flatMap(({ command, button }) => (command === undefined ? [] : [[command, button] as const])));
  return [...proposed].flatMap(([command, label]) => {
    const move = moveOf(command, commands);
    return move === undefined ? [] : [label === undefined ? move : { ...move, label }];
  });
}

/** The options a command asks for in its form, under their French names. */
export function formOf(command: LoadedCommand, values: Readonly<Record<string, string>> = {}): readonly string[] {
  return stepsOf(command)
    .flat()
    .filter((name) => !Object.hasOwn(values, name));
}

/** The steps of a command's form, under French names. */
export function stepsOf({ form, options }: LoadedCommand): readonly (readonly string[])[] {
  return (form ?? []).map((step) => step.map((key) => options[key]?.words.fr[0] ?? key));
}

export function optionOf({ options }: Pick<LoadedCommand, "options">, name: string): Option | undefined {
  return Object.values(options).find(({ words }) => words.fr[0] === name);
}

/** A proposed command as a reader types it in their own language: `/quote costs reference:DEV-2026-0001 line:3 price:…` */
export function spelled(text: string, language: Language, commands: Commands): string {
  const move = moveOf(text, commands);
  return move === undefined ? text : spelledMove(text.endsWith(` ${blank}`) ? { ...move, asks: [] } : move, language) + tailOf(text);
}

export function spelledMove({ command, values, asks }: Move, language: Language): string {
  const noun = wordsOf(command.noun)[language][0];
  const head = command.noun === command.verb ? [noun] : [noun, command.words[language][0]];
  const all = { ...values, ...Object.fromEntries(asks.map((name) => [name, blank])) };
  const typed = Object.values(command.options)
    .filter(({ words }) => Object.hasOwn(all, words.fr[0]))
    .map((option) => `${option.words[language][0]}:${valueIn(option, all[option.words.fr[0]] ?? "", language)}`);
  return `/${[...head, ...typed].join(" ")}`;
}

/** A command that leaves open what to say ends so. */
function tailOf(text: string): string {
  return text.endsWith(` ${blank}`) ? ` ${blank}` : "";
}

/** Stands for what the person has to say. */
const blank = "…";

function valueIn({ choices, kind }: Option, value: string, language: Language): string {
  if (kind === "boolean" && language === "en") return fold(value) === "oui" ? "yes" : "no";
  const chosen = choices?.find(({ value: own, label }) => [own, label.fr].some((name) => fold(name) === fold(value)));
  return chosen?.label[language] ?? value;
}
