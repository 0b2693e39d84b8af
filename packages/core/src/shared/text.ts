import type { Language } from "./language.js";

/** Lower case without accents, ligatures or doubled blanks: what search and recognition compare. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]+/g, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[’‘`´]/g, "'")
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

/** Folded letters and digits only: one name or one reference, however it is typed (`VIR-0041`, `vir 0041`). */
export function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** A value short enough to be quoted in a sentence. Looks no further than it may quote: the text can be megabytes. */
export function excerpt(text: string, length = 40): string {
  const trimmed = text.trim();
  const start = trimmed.slice(0, 50 * length);
  const clean = start.replace(/\s+/g, " ");
  const characters = [...clean];
  return characters.length <= length && start.length === trimmed.length ? clean : `${characters.slice(0, length - 1).join("")}…`;
}

/** A long enumeration cut after a few items: `a, b, c…`. */
export function enumerate(items: readonly string[], most = 12): string {
  return items.length <= most ? items.join(", ") : `${items.slice(0, most).join(", ")}…`;
}

/** `1 session`, `3 sessions`: French has one of a thing below two, English of one only. */
export function counted(count: number, one: string, several = `${one}s`, language: Language = "fr"): string {
  const isOne = language === "fr" ? Math.abs(count) < 2 : Math.abs(count) === 1;
  return `${count} ${isOne ? one : several}`;
}

/** With a capital first letter. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** As French goes on after a colon: in lower case, except for proper nouns and acronyms. */
export function afterColon(text: string): string {
  const [first = ""] = text.split(/[\s\u00a0']/);
  const isProper = properNouns.has(first) || /^\p{Lu}{2}/u.test(first);
  return isProper ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

const properNouns: ReadonlySet<string> = new Set(["France", "Kairos", "Qualiopi", "Pôle", "Mon", "Discord"]);
