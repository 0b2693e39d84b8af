import type { Label } from "@kairos/core";
import { sentences } from "./variables.js";

/** A value that no log, error or `console.log` prints by accident. */
export interface Secret {
  reveal(): string;
}

export type ReadSecret = { readonly secret: Secret | undefined } | { readonly fault: Label };

/** What a secret is called, and what else is asked of it. */
type SecretName = "DISCORD_TOKEN" | "DATABASE_URL";

/** A secret, given by itself or by the file that holds it, never by both. */
export function readSecret(
  name: SecretName,
  set: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
  isSound: (value: string) => boolean = () => true,
): ReadSecret {
  const [inline, file] = [set[name], set[`${name}_FILE`]];
  const unreadable = { fault: sentences[`${name}_FILE`] };
  if (inline !== undefined && file !== undefined) return { fault: twice(name) };
  if (file === undefined) return { secret: inline === undefined ? undefined : secretOf(inline.trim()) };
  try {
    const text = readFile(file).trim();
    if (/\s/.test(text)) return { fault: blankInFile[name] };
    return text !== "" && isSound(text) ? { secret: secretOf(text) } : unreadable;
  } catch {
    return unreadable;
  }
}

function twice(name: SecretName): Label {
  return {
    fr: `${name} et ${name}_FILE sont donnés ensemble : gardez-en un seul.`,
    en: `${name} and ${name}_FILE are both set: keep one.`,
  };
}

const blankInFile: Readonly<Record<SecretName, Label>> = {
  DISCORD_TOKEN: {
    fr: "Le fichier de DISCORD_TOKEN_FILE contient un espace ou plusieurs lignes : mettez-y le jeton seul.",
    en: "The file of DISCORD_TOKEN_FILE holds a blank or several lines: put the token alone in it.",
  },
  DATABASE_URL: sentences.DATABASE_URL_FILE,
};

function secretOf(value: string): Secret {
  return { reveal: () => value };
}
