import type { Span } from "../../shared/personal-data.js";

/** Cyrillic and Greek letters that people read as Latin ones, sign for sign. */
const alike: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABESIJKMHOPCTYXABEZHIKMNOPTYX"],
    ["аеѕіјорсухԁοανυρι", "aesijopcyxdoavupi"],
  ].flatMap(([signs = "", letters = ""]) => [...signs].map((sign, index) => [sign, letters[index] ?? sign] as const)),
);
const anyAlike = new RegExp(`[${Object.keys(alike).join("")}]`, "g");

/** The text with look-alike letters as they are read, sign for sign. */
export function inLatin(text: string): string {
  return text.replace(anyAlike, (sign) => alike[sign] ?? sign);
}

/** Lower case without accents, sign for sign. */
export function lettersOf(text: string): string {
  return text.replace(/[^\0-\x7f]/g, plainOf).replace(/[A-Z]/g, (sign) => sign.toLowerCase());
}

function plainOf(sign: string): string {
  const known = plainSigns.get(sign);
  if (known !== undefined) return known;
  const plain = (alike[sign] ?? sign).normalize("NFD").slice(0, 1).toLowerCase();
  const made = plain === "’" || plain.length !== 1 ? "'" : plain;
  if (plainSigns.size < 5000) plainSigns.set(sign, made);
  return made;
}

/** Signs met before: few, and asked again for each name. */
const plainSigns = new Map<string, string>();

/** Letters and digits only, lower case: how a value is compared whatever its spacing. */
export function compactOf(value: string): string {
  return lettersOf(value).replace(/[^\p{L}\p{N}@]/gu, "");
}

/** Where each pattern has its first group, or the whole of it. */
export function* captured(seen: string, patterns: readonly RegExp[]): Generator<Span> {
  for (const pattern of patterns) {
    for (const match of seen.matchAll(pattern)) {
      const [whole] = match;
      const inside = match.slice(1).find((group) => group !== undefined) ?? whole;
      const from = match.index + whole.lastIndexOf(inside);
      yield [from, from + inside.length];
    }
  }
}
