import type { Path } from "./problem.js";

/**
 * Finds the path of the first text that holds a social security number (NIR), of 13 digits or of 15 with its key,
 * spaced or not. Keys of objects are searched too.
 */
export function findNir(value: unknown, path: Path = []): Path | undefined {
  if (typeof value === "string") return holdsNir(value) ? path : undefined;
  if (typeof value === "number") return value > 1e12 && holdsNir(value.toString()) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const key in value) {
    const inside = findNir((value as Record<string, unknown>)[key], undefined);
    if (inside !== undefined || holdsNir(key)) return [...path, Array.isArray(value) ? Number(key) : key, ...(inside ?? [])];
  }
  return undefined;
}

/** Does a text hold a number built like a NIR: sex, year, month, department, and a right key when there is one. */
export function holdsNir(text: string): boolean {
  if (text.length < 13) return false;
  for (const match of text.matchAll(nir)) {
    const [, body, key] = match;
    if (body !== undefined && (key === undefined || isKeyOf(body, key))) return true;
  }
  return false;
}

const gap = "[\\s.\\-\\u00a0\\u202f]?";
const nir = new RegExp(
  `(?<![0-9A-Za-z])([12378]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2])${gap}(?:\\d{2}|2[ABab])${gap}\\d{3}${gap}\\d{3})(?:${gap}(\\d{2}))?(?![0-9A-Za-z])`,
  "gu",
);

function isKeyOf(body: string, key: string): boolean {
  const compact = body.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
  const digits = compact.replace("2A", "19").replace("2B", "18");
  return 97 - (Number(digits) % 97) === Number(key);
}
