import type { Label } from "@kairos/core";
import { sentences } from "./variables.js";

/** A value that no log, error or `console.log` prints by accident. */
export interface Secret {
  reveal(): string;
}

export type ReadSecret = { readonly secret: Secret | undefined } | { readonly fault: Label };

/** The token, given by itself or by the file that holds it, never by both. */
export function readToken(inline: string | undefined, file: string | undefined, readFile: (path: string) => string): ReadSecret {
  if (inline !== undefined && file !== undefined) return { fault: twice };
  if (file === undefined) return { secret: inline === undefined ? undefined : secretOf(inline.trim()) };
  try {
    const text = readFile(file).trim();
    if (/\s/.test(text)) return { fault: blankInFile };
    return text !== "" ? { secret: secretOf(text) } : { fault: sentences.DISCORD_TOKEN_FILE };
  } catch {
    return { fault: sentences.DISCORD_TOKEN_FILE };
  }
}

const twice: Label = {
  fr: "DISCORD_TOKEN et DISCORD_TOKEN_FILE sont donnés ensemble : gardez-en un seul.",
  en: "DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: keep one.",
};

const blankInFile: Label = {
  fr: "Le fichier de DISCORD_TOKEN_FILE contient un espace ou plusieurs lignes : mettez-y le jeton seul.",
  en: "The file of DISCORD_TOKEN_FILE holds a blank or several lines: put the token alone in it.",
};

function secretOf(value: string): Secret {
  return { reveal: () => value };
}
