import { parseArgs } from "node:util";
import type { Label, Language } from "@kairos/core";

/** What `npm start -- …` asks for. */
export interface Asked {
  /** `start`: nothing was said, so the tour, or Discord when a token is set. */
  readonly mode: "start" | "tour" | "desk" | "run" | "bot" | "deploy" | "backup" | "restore" | "move" | "help";
  /** With `run`: a command; with `backup`: where the copy goes, if it is said; with `restore`: the copy. */
  readonly line: string;
  readonly as: string | undefined;
  readonly data: string | undefined;
  readonly language: Language | undefined;
  readonly json: boolean;
  /** With `bot`: says whether it can start, and does not start it. */
  readonly check: boolean;
  /** With `restore`: may take the place of the database that is there. */
  readonly replace: boolean;
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
  const fault = faultOfWords(mode, line, others);
  if (fault !== undefined) return { ok: false, fault };
  if (values.lang !== undefined && values.lang !== "fr" && values.lang !== "en") return { ok: false, fault: languages };
  if (values.json && mode !== "run") return { ok: false, fault: jsonAlone };
  if (values.check && mode !== "bot") return { ok: false, fault: checkAlone };
  if (values.replace && mode !== "restore") return { ok: false, fault: replaceAlone };
  const { as, data, lang: language, json = false, check = false, replace = false } = values;
  return { ok: true, asked: { mode, line: line ?? "", as, data, language, json, check, replace } };
}

/** What may follow the mode: one command, one folder or none, one file, or nothing. */
function faultOfWords(mode: Asked["mode"], line: string | undefined, others: readonly string[]): Label | undefined {
  if (mode === "backup") return others.length > 0 ? oneFolder : undefined;
  if (mode === "restore") return line === undefined || others.length > 0 ? oneFile : undefined;
  return (mode === "run" ? line === undefined || others.length > 0 : line !== undefined) ? oneLine : undefined;
}

const options = {
  as: { type: "string" },
  data: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  check: { type: "boolean" },
  replace: { type: "boolean" },
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
  return (["tour", "desk", "run", "bot", "deploy", "backup", "restore", "move", "help"] as const).find((mode) => mode === word);
}

function unknownOption(argv: readonly string[]): Label {
  const words = argv
    .filter((word) => word.startsWith("-"))
    .join(" ")
    .slice(0, 60);
  return { fr: `Option mal écrite ou sans valeur : ${words}`, en: `Mistyped option, or without its value: ${words}` };
}

function unknownMode(word: string): Label {
  const known = "tour, desk, run, bot, deploy, backup, restore, move, help";
  return {
    fr: `« ${word.slice(0, 40)} » n'est pas prévu. Au choix : ${known}.`,
    en: `“${word.slice(0, 40)}” is not expected. One of: ${known}.`,
  };
}

const oneLine: Label = {
  fr: 'Seul « run » prend une commande, une seule, entre guillemets : run "/devis liste".',
  en: 'Only "run" takes a command, one, between quotes: run "/devis liste".',
};
const oneFolder: Label = {
  fr: "« backup » prend un dossier, ou rien : npm run backup -- /media/cle/kairos",
  en: '"backup" takes a folder, or nothing: npm run backup -- /media/key/kairos',
};
const oneFile: Label = {
  fr: "« restore » prend un fichier, un seul : npm run restore -- kairos-2026-12-07-180000Z.sqlite",
  en: '"restore" takes a file, one: npm run restore -- kairos-2026-12-07-180000Z.sqlite',
};
const replaceAlone: Label = { fr: "--replace ne va qu'avec « restore ».", en: '--replace goes with "restore" only.' };
const languages: Label = { fr: "--lang vaut fr ou en.", en: "--lang is fr or en." };
const jsonAlone: Label = { fr: "--json ne va qu'avec « run ».", en: '--json goes with "run" only.' };
const checkAlone: Label = { fr: "--check ne va qu'avec « bot ».", en: '--check goes with "bot" only.' };
