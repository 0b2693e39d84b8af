import type { Random } from "../trust/random.js";

/** A sign is forgotten. */
export function oneLess(text: string, random: Random): string {
  const at = random.int(text.length);
  return text.slice(0, at) + text.slice(at + 1);
}

/** A sign is typed twice. */
export function oneTwice(text: string, random: Random): string {
  const at = random.int(text.length);
  return text.slice(0, at) + text.slice(at, at + 1) + text.slice(at);
}

/** One digit is read as another, among those from `from` on. */
export function oneWrong(text: string, random: Random, from = 0): string {
  const digits = [...text].flatMap((sign, at) => (at >= from && /\d/.test(sign) ? [at] : []));
  const at = random.pick(digits);
  return `${text.slice(0, at)}${(Number(text[at]) + 1 + random.int(9)) % 10}${text.slice(at + 1)}`;
}

/** A digit is typed as the letter that looks like it. */
export function letterForDigit(text: string, random: Random): string {
  const alike: Readonly<Record<string, string>> = { "0": "O", "1": "l", "5": "S", "8": "B" };
  const places = [...text].flatMap((sign, at) => (alike[sign] === undefined ? [] : [at]));
  if (places.length === 0) return `${text}O`;
  const at = random.pick(places);
  return `${text.slice(0, at)}${alike[text[at] ?? ""]}${text.slice(at + 1)}`;
}
