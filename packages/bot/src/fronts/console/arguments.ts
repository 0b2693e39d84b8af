import { parseArgs } from "node:util";
import type { Label, Language } from "@kairos/core";

/** What `npm start -- …` asks for. */
export interface Asked {
  /** `start`: nothing was said, so the tour, or Discord when a token is set. */
  readonly mode: "start" | "tour" | "desk" | "run" | "bot" | "deploy" | "move" | "help";
  readonly line: string;
  readonly as: string | undefined;
  readonly data: string | undefined;
  readonly language: Language | undefined;
  readonly json: boolean;
  /** With `bot`: says whether it can start, and does not start it. */
  readonly check: boolean;
}

export type ReadArguments = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly fault: Label };

/** Reads the arguments of the program; nothing unknown is ignored. */
export function readArguments(argv: readonly string[]): ReadArguments {
  const read = readOptions(argv);
  if (read === undefined) return { ok: false, fault: unknownOption(argv) };
  const { values, positionals } = read;
  const [word, line, ...others] = positionals;
  const mode = values.help ? "help" : values["no-tour"] && word === undefined ? "desk" : modeOf(word);
  if (mode === undefined) return { ok: false, fault: unknownMode(word ?? "") };
  if (mode === "run" ? line === undefined || others.length > 0 : line !== undefined) return { ok: false, fault: oneLine };
  if (values.lang !== undefined && values.lang !== "fr" && values.lang !== "en") return { ok: false, fault: languages };
  if (values.json && mode !== "run") return { ok: false, fault: jsonAlone };
  if (values.check && mode !== "bot") return { ok: false, fault: checkAlone };
  const { as, data, lang: language, json = false, check = false } = values;
  return { ok: true, asked: { mode, line: line ?? "", as, data, language, json, check } };
}

const options = {
  as: { type: "string" },
  data: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  check: { type: "boolean" },
  fresh: { type: "boolean" },
  "no-tour": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch {
    return undefined;
  }
}

function modeOf(word: string | undefined): Asked["mode"] | undefined {
  if (word === undefined) return "start";
  return (["tour", "desk", "run", "bot", "deploy", "move", "help"] as const).find((mode) => mode === word);
}

function unknownOption(argv: readonly string[]): Label {
  const words = argv
    .filter((word) => word.startsWith("-"))
    .join(" ")
    .slice(0, 60);
  return { fr: `Option mal écrite ou sans valeur : ${words}`, en: `Mistyped option, or without its value: ${words}` };
}

function unknownMode(word: string): Label {
  const known = "tour, desk, run, bot, deploy, move, help";
  return {
    fr: `« ${word.slice(0, 40)} » n'est pas prévu. Au choix : ${known}.`,
    en: `“${word.slice(0, 40)}” is not expected. One of: ${known}.`,
  };
}

const oneLine: Label = {
  fr: 'Seul « run » prend une commande, une seule, entre guillemets : run "/devis liste".',
  en: 'Only "run" takes a command, one, between quotes: run "/devis liste".',
};
const languages: Label = { fr: "--lang vaut fr ou en.", en: "--lang is fr or en." };
const jsonAlone: Label = { fr: "--json ne va qu'avec « run ».", en: '--json goes with "run" only.' };
const checkAlone: Label = { fr: "--check ne va qu'avec « bot ».", en: '--check goes with "bot" only.' };
