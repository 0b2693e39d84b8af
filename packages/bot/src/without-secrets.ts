import { type MaskedKind, maskText, secretKinds } from "@kairos/core";
import { saysNothing, unnamed } from "./files/safe-name.js";
import type { Options } from "./option.js";

/**
 * What was typed, secrets masked in the options that take words as they come, and files there called by their kind only.
 * Everywhere else they are refused.
 */
export function withoutSecrets(options: Options, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const masking = maskingOf(options);
  if (masking.size === 0) return values;
  const nobody = { people: [], spared: [] };
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => {
      const kind = masking.get(name);
      if (kind === undefined) return [name, text];
      return [name, kind === "file" ? unnamed(text) : maskText(text, nobody, atTheDoor).text];
    }),
  );
}

/** Files that may wait with a form: where they are fetched tells their name, which must then tell nothing of anybody. */
export function withoutNames<File extends { readonly name: string }>(
  options: Options,
  files: ReadonlyMap<string, File>,
): ReadonlyMap<string, File> {
  const masking = maskingOf(options);
  return new Map([...files].filter(([option, { name }]) => !masking.has(option) || saysNothing(name)));
}

/** Whatever establishment it is for: the others, such as its own telephone, are told from a candidate's by the command. */
const atTheDoor: readonly MaskedKind[] = [...secretKinds, "bank", "birth-date", "name", "health"];

/** What each option that masks is, by its French name. */
function maskingOf(options: Options) {
  return new Map(Object.values(options).flatMap(({ masked, words, kind }) => (masked === true ? [[words.fr[0], kind] as const] : [])));
}
