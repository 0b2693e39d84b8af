import type { Label, Language } from "@kairos/core";
import type { Option, Options } from "../option.js";
import { line, type ReplyLine } from "../reply.js";

/** What a change wrote, called as its options are: « Corrigé : intitulé, dernier jour. » Both sides stand under the options' keys. */
export function recorded(head: Label, options: Options, before: object, after: object): ReplyLine {
  const [old, now] = [before, after] as Readonly<Record<string, unknown>>[];
  const changed = Object.entries(options).filter(([key]) => now?.[key] !== undefined && now[key] !== old?.[key]);
  if (changed.length === 0) return unchanged;
  const names = (language: Language) => changed.map(([, option]) => calledIn(option, language)).join(", ");
  return line("good", `${head.fr} : ${names("fr")}.`, `${head.en}: ${names("en")}.`);
}

export const unchanged = line("muted", "Rien n'a changé : le devis le disait déjà.", "Nothing changed: the quote already said so.");

/** An option's name inside a sentence: its label, without the example or the remark that follows, nor its capital. */
function calledIn({ words }: Pick<Option, "words">, language: Language): string {
  const [, description, label = description] = words[language];
  const [name = label] = label.split(/ ?[:;(]|, /);
  return /^(\p{Lu}{2}|France|Qualiopi|Carif|Formacode)/u.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}
