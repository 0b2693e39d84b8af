import type { Path } from "./problem.js";

/** A value and how it was reached, so that deep or circular input costs no stack. */
interface Place {
  readonly value: unknown;
  readonly key?: string | number;
  readonly within?: Place;
}

/**
 * Finds the path of the first text that holds a social security number (NIR), of 13 digits or of 15 with its key,
 * spaced or not. Keys of objects are searched too; the path then stops at the object, so that no path repeats the number.
 */
export function findNir(value: unknown): Path | undefined {
  return isAnywhere(value) ? locate(value) : undefined;
}

/** Is there one at all: nearly always not, and then no path needs to be kept. */
function isAnywhere(value: unknown): boolean {
  if (isNirItself(value)) return true;
  const seen = new Set<object>();
  const pending = typeof value === "object" && value !== null ? [value] : [];
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    const isList = Array.isArray(object);
    for (const key in object) {
      const inside = (object as Record<string, unknown>)[key];
      if (isNirItself(inside) || (!isList && holdsNir(key))) return true;
      if (typeof inside === "object" && inside !== null) pending.push(inside);
    }
  }
  return false;
}

function locate(value: unknown): Path | undefined {
  const seen = new Set<object>();
  const pending: Place[] = [{ value }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { value } = place;
    if (isNirItself(value)) return pathOf(place);
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const inside = placesIn(value, place);
    if (inside === undefined) return pathOf(place);
    for (const next of inside.reverse()) pending.push(next);
  }
  return undefined;
}

/** Does a text hold a number built like a NIR: sex, year, month, department, and a right key when there is one. */
export function holdsNir(text: string): boolean {
  if (text.length < 13 || !hasTwelveDigits(text)) return false;
  return !nirsIn(asSeen(text)).next().done;
}

/** Full-width digits and invisible signs as people see them. */
export function asSeen(text: string): string {
  return ascii.test(text) ? text : text.normalize("NFKC").replace(/\p{Cf}+/gu, "");
}

/** Where a text has something: from one character, up to another that is left out. */
export type Span = readonly [from: number, to: number];

/** Where a text, as it is seen, holds a NIR. */
export function* nirsIn(plain: string): Generator<Span> {
  for (const match of plain.matchAll(nir)) {
    if (match.groups !== undefined && isNir(match.groups)) yield [match.index, match.index + match[0].length];
  }
  for (const match of plain.matchAll(fifteenDigits)) {
    const digits = match[0].replace(/\D/g, "");
    if (knownMonth.test(digits) && isKeyOf(digits.slice(0, 13), digits.slice(13))) yield [match.index, match.index + match[0].length];
  }
}

/** Cheap, and false of nearly every text: a NIR holds twelve digits at least, one of its thirteen signs being a letter in Corsica. */
function hasTwelveDigits(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits += 1;
    if (digits === 12) return true;
  }
  return false;
}

function isNirItself(value: unknown): boolean {
  if (typeof value === "string") return holdsNir(value);
  return typeof value === "number" && value > 1e12 && holdsNir(value.toString());
}

/** What an object holds, or nothing when one of its keys is itself a NIR. */
function placesIn(value: object, within: Place): Place[] | undefined {
  if (Array.isArray(value)) return Array.from(value, (item: unknown, key) => ({ value: item, key, within }));
  const places: Place[] = [];
  for (const key in value) {
    if (holdsNir(key)) return undefined;
    places.push({ value: (value as Record<string, unknown>)[key], key, within });
  }
  return places;
}

function pathOf(place: Place): Path {
  const path: (string | number)[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.within) path.push(at.key);
  return path.reverse();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is what it means.
const ascii = /^[\x00-\x7f]*$/;
/** Fifteen digits in all, split in any way: only a right key tells it from another number. */
const fifteenDigits = /(?<!\d[\s.,/_-]{0,3})[1-478](?:[\s.,/_-]{0,3}\d){14}(?![\s.,/_-]{0,3}\d)/gu;
const gap = "[\\s.\\-_]{0,2}";
/** 20, 30 to 42 and 50 to 99 stand for a month of birth nobody knows, common among people born abroad. */
const months = "0[1-9]|1[0-2]|20|3\\d|4[0-2]|[5-9]\\d";
const knownMonth = new RegExp(`^\\d{3}(?:${months})`);
const nir = new RegExp(
  `(?<before>[A-Za-z])?(?<!\\d)(?<body>(?<sex>[1-478])${gap}\\d{2}${gap}(?<month>${months})${gap}(?:\\d{2}|2[ABab])${gap}\\d{3}${gap}\\d{3})` +
    `(?:(?<apart>${gap})(?<key>\\d{2})(?!\\d))?(?!\\d)(?<after>[A-Za-z])?`,
  "gu",
);

function isNir({ before, body = "", sex, month, apart = "", key, after }: Readonly<Record<string, string | undefined>>): boolean {
  if (key !== undefined && isKeyOf(body, key)) return true;
  const usual = Number(month) <= 12 && sex !== "4" && before === undefined;
  if (key === undefined) return usual && after === undefined;
  // 13 digits in one go, then two others apart: those two are the next word, not a wrong key.
  return usual && body.length === 13 && apart !== "";
}

function isKeyOf(body: string, key: string): boolean {
  const compact = body.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  const digits = compact.replace("2A", "19").replace("2B", "18");
  return 97 - (Number(digits) % 97) === Number(key);
}
