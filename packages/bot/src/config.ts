import { readFileSync } from "node:fs";
import type { Label, Language } from "@kairos/core";
import * as z from "zod";
import type { LogLevel } from "./fronts/shared/log.js";

/** A value that no log, error or `console.log` prints by accident. */
export interface Secret {
  reveal(): string;
}

export interface Config {
  /** Folder of the database and the documents. */
  readonly data: string;
  readonly language: Language;
  /** Who speaks in the console, when it is said. */
  readonly as: string | undefined;
  readonly logLevel: LogLevel | undefined;
  readonly discord: {
    readonly token: Secret | undefined;
    /** Another REST address than Discord's: tests. */
    readonly api: string | undefined;
    /** Where commands are registered at once; everywhere when empty. */
    readonly guilds: readonly string[];
  };
}

export type ReadConfig = { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly Label[] };
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once: a configuration, or one sentence per fault. */
export function readConfig(env: Environment, readFile: (path: string) => string = readText): ReadConfig {
  const set = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in sentences && value !== undefined && value.trim() !== ""),
  );
  const parsed = schema.safeParse(set);
  const faults = parsed.success ? [] : [...new Set(parsed.error.issues.map((issue) => sentences[String(issue.path[0]) as Variable]))];
  const token = readToken(set.DISCORD_TOKEN, set.DISCORD_TOKEN_FILE, readFile);
  if ("fault" in token) faults.push(token.fault);
  if (!parsed.success || faults.length > 0 || "fault" in token) return { ok: false, faults };
  const { KAIROS_DATA, KAIROS_LANG, KAIROS_AS, KAIROS_LOG, DISCORD_API, DISCORD_GUILDS } = parsed.data;
  const discord = { token: token.secret, api: DISCORD_API, guilds: DISCORD_GUILDS ?? [] };
  return {
    ok: true,
    config: { data: KAIROS_DATA ?? "kairos-data", language: KAIROS_LANG ?? "fr", as: KAIROS_AS, logLevel: KAIROS_LOG, discord },
  };
}

const schema = z.object({
  KAIROS_DATA: z.string().max(1000).optional(),
  KAIROS_LANG: z.enum(["fr", "en"]).optional(),
  KAIROS_AS: z.string().max(80).optional(),
  KAIROS_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).optional(),
  DISCORD_TOKEN: z.string().regex(/^\S+$/).optional(),
  DISCORD_TOKEN_FILE: z.string().optional(),
  DISCORD_API: z.url({ protocol: /^https?$/ }).optional(),
  DISCORD_GUILDS: z
    .string()
    .regex(/^\d{15,20}(?:[\s,]+\d{15,20})*$/)
    .transform((list) => list.split(/[\s,]+/))
    .optional(),
});
type Variable = keyof typeof schema.shape;

/** What each variable accepts, said when it is wrong; the value itself is never repeated. */
const sentences: Readonly<Record<Variable, Label>> = {
  KAIROS_DATA: { fr: "KAIROS_DATA est le dossier des données : kairos-data.", en: "KAIROS_DATA is the data folder: kairos-data." },
  KAIROS_LANG: { fr: "KAIROS_LANG vaut fr ou en.", en: "KAIROS_LANG is fr or en." },
  KAIROS_AS: {
    fr: "KAIROS_AS est le nom d'une personne, 80 caractères au plus.",
    en: "KAIROS_AS is the name of a person, at most 80 characters.",
  },
  KAIROS_LOG: { fr: "KAIROS_LOG vaut silent, error, warn, info ou debug.", en: "KAIROS_LOG is silent, error, warn, info or debug." },
  DISCORD_TOKEN: {
    fr: "DISCORD_TOKEN contient un espace ou un retour à la ligne : recopiez le jeton depuis le portail des développeurs de Discord.",
    en: "DISCORD_TOKEN holds a blank: copy the token again from Discord's developer portal.",
  },
  DISCORD_TOKEN_FILE: {
    fr: "DISCORD_TOKEN_FILE désigne un fichier absent, illisible ou vide.",
    en: "DISCORD_TOKEN_FILE points at a file that is missing, unreadable or empty.",
  },
  DISCORD_API: {
    fr: "DISCORD_API est une adresse http(s), réservée aux essais.",
    en: "DISCORD_API is an http(s) address, for tests only.",
  },
  DISCORD_GUILDS: {
    fr: "DISCORD_GUILDS est une liste d'identifiants de serveurs séparés par des virgules.",
    en: "DISCORD_GUILDS is a list of server ids separated by commas.",
  },
};

const twice: Label = {
  fr: "DISCORD_TOKEN et DISCORD_TOKEN_FILE sont donnés ensemble : gardez-en un seul.",
  en: "DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: keep one.",
};

function readToken(
  inline: string | undefined,
  file: string | undefined,
  readFile: (path: string) => string,
): { readonly secret: Secret | undefined } | { readonly fault: Label } {
  if (inline !== undefined && file !== undefined) return { fault: twice };
  if (file === undefined) return { secret: inline === undefined ? undefined : secretOf(inline.trim()) };
  try {
    const text = readFile(file).trim();
    return /^\S+$/.test(text) ? { secret: secretOf(text) } : { fault: sentences.DISCORD_TOKEN_FILE };
  } catch {
    return { fault: sentences.DISCORD_TOKEN_FILE };
  }
}

function secretOf(value: string): Secret {
  return { reveal: () => value };
}

function readText(path: string): string {
  return readFileSync(path, "utf8");
}
