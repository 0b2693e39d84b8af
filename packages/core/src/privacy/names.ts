/** Somebody to be taken out of texts. */
export interface Named {
  readonly firstName: string;
  readonly lastName: string;
  /** Other things that name them: a France Travail id, an account. */
  readonly ids: readonly string[];
  /** What stands in their place. */
  readonly reference: string;
}

/** Where a text stands: `own` is about the person alone, so that one of their names is enough to be theirs. */
export type Place = "own" | "other";

/**
 * Takes somebody's names out of a text, whatever the case, the accents and the order, and puts their reference there. In
 * a text about others, a single name is somebody else's more often than theirs: only both names together, or an id, go.
 */
export function nameRemover({ firstName, lastName, ids, reference }: Named): (text: string, place: Place) => string {
  const both = [`${firstName} ${lastName}`, `${lastName} ${firstName}`].map(loosely);
  const identifiers = ids.filter((id) => id !== "").map(loosely);
  const other = anyOf([...both, ...identifiers]);
  const own = anyOf([...both, ...identifiers, loosely(lastName), loosely(firstName)]);
  return (text, place) => {
    const pattern = place === "own" ? own : other;
    const spread = text.normalize("NFD");
    return pattern === undefined || spread.search(pattern) < 0 ? text : spread.replace(pattern, reference).normalize("NFC");
  };
}

/** Applies a change to every text of a value, except those under `keys`, which other rows refer to. */
export function withTexts(value: unknown, change: (text: string) => string, keys: ReadonlySet<string>): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change, keys));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, keys.has(key) && isReferring(item) ? item : withTexts(item, change, keys)]),
  );
}

/** A reference or several: what stands under the same word with fields of its own is described, not referred to. */
function isReferring(item: unknown): boolean {
  return typeof item === "string" || (Array.isArray(item) && item.every((one) => typeof one === "string"));
}

/** The words of a name, each letter with or without its accents, joined by a space, a hyphen, a dot. */
function loosely(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.map((word) => [...word].map((letter) => `${letter}\\p{M}*`).join("")).join("[^\\p{L}\\p{N}]{1,4}");
}

function anyOf(patterns: readonly string[]): RegExp | undefined {
  const known = patterns.filter((pattern) => pattern !== "");
  return known.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${known.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
}
