import { maskText, secretKinds } from "@kairos/core";
import type { Options } from "./options.js";

/** What was typed, secrets masked in the options that take words as they come. Everywhere else they are refused. */
export function withoutSecrets(options: Options, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const masking = new Set(Object.values(options).flatMap(({ masked, words }) => (masked === true ? [words.fr[0]] : [])));
  if (masking.size === 0) return values;
  const nobody = { people: [], spared: [] };
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, masking.has(name) ? maskText(text, nobody, secretKinds).text : text]),
  );
}
