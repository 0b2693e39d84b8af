import type { Random } from "../random.js";

type Key = string | number;

/** What a field may suddenly hold. */
const values: readonly unknown[] = [
  ...["", " ", "\u0000", "\u202e5984R", "\ud83c", "__proto__", "constructor", "toString", "{}", "[]", "null", "true", "NaN", "-0", "1e309"],
  ...[
    "31/02/2026",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    "2026-11-16T25:61:00Z",
    "99900014400018",
    "1 85 05 78 006 084 91",
    "é".repeat(300),
  ],
  ...[
    "<script>",
    "'; DROP TABLE quotes; --",
    "../../etc/passwd",
    "%00",
    "🙂".repeat(40),
    "a".repeat(5000),
    "(".repeat(400),
    "1".repeat(400),
  ],
  ...[null, true, false, 0, -1, -0, 0.5, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2 ** 31, 1e21],
  ...[[], {}, [[[[[]]]]], [null], { length: 1e9 }, undefined],
];
const keys: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "then",
  "length",
  "",
  "0",
  "-1",
  "é",
  "siret",
  "status",
  "data",
];

/** A copy in which some things are wrong, in the places where a value can be. */
export function mutateJson({ int, pick, chance }: Random, seed: unknown, others: readonly unknown[]): unknown {
  const root = { root: structuredClone(seed) };
  for (let left = 1 + int(4); left > 0; left--) {
    const places = placesIn(root);
    if (places.length === 0) break;
    const [parent, key] = pick(places);
    const put = (value: unknown, at: Key = key) =>
      Object.defineProperty(parent, at, { value, enumerable: true, configurable: true, writable: true });
    const act = int(10);
    if (act <= 3) put(pick(values));
    else if (act === 4) put(deep(pick(others), int));
    else if (act === 5 && Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (act === 5) Reflect.deleteProperty(parent, key);
    else if (act === 6) put(chance(0.5) ? pick(values) : { polluted: true }, Array.isArray(parent) ? parent.length : pick(keys));
    else if (act === 7) put(Array.from({ length: 1 + int(chance(0.02) ? 2000 : 20) }, () => (parent as Record<Key, unknown>)[key]));
    else if (act === 8) put(nested((parent as Record<Key, unknown>)[key], int(chance(0.02) ? 3000 : 20)));
    else put(mangled(wordsOf((parent as Record<Key, unknown>)[key]), { int, pick, chance }));
  }
  return root.root;
}

/** A copy in which some texts are others, where people write: everything has the form that was agreed. */
export function mutateTexts({ int, pick, chance }: Random, seed: unknown): unknown {
  const root = { root: structuredClone(seed) };
  const places = placesIn(root).filter(
    ([parent, key]) => written.has(String(key)) && typeof (parent as Record<Key, unknown>)[key] === "string",
  );
  for (let left = 1 + int(3); left > 0 && places.length > 0; left--) {
    const [parent, key] = pick(places);
    const text = chance(0.6) ? pick(texts) : mangled(wordsOf((parent as Record<Key, unknown>)[key]), { int, pick, chance });
    (parent as Record<Key, unknown>)[key] = text;
  }
  return root.root;
}

const texts = values.filter((value) => typeof value === "string");
const written = new Set(["value", "custom_id", "content", "filename", "url", "global_name", "0"]);

/** Every place of a value, from the whole down to each field; at most so many. */
function placesIn(root: object): readonly (readonly [object, Key])[] {
  const places: [object, Key][] = [];
  const left: object[] = [root];
  for (let at = left.pop(); at !== undefined && places.length < 2000; at = left.pop()) {
    for (const [key, inside] of Object.entries(at).slice(0, 200)) {
      places.push([at, Array.isArray(at) ? Number(key) : key]);
      if (typeof inside === "object" && inside !== null) left.push(inside);
    }
  }
  return places;
}

function deep(value: unknown, int: Random["int"]): unknown {
  let inside = value;
  for (let steps = int(4); steps > 0 && typeof inside === "object" && inside !== null; steps--)
    inside = Object.values(inside)[int(Object.keys(inside).length)];
  return structuredClone(inside);
}

function nested(value: unknown, levels: number): unknown {
  let inside = value;
  for (let level = 0; level < levels; level++) inside = level % 2 === 0 ? [inside] : { lines: inside };
  return inside;
}

/** What has no text of its own, an object whose `toString` is gone for instance, has none. */
function wordsOf(value: unknown): string {
  return typeof value === "object" ? "" : String(value);
}

function mangled(text: string, { int, pick }: Random): string {
  const at = int(text.length + 1);
  const scrap = pick(["", "\u0000", " ", "é", "\ud83d", "-", "/", ":", ",", '"', "<", "&", "%", text, text.slice(at)]);
  return text.slice(0, at) + scrap + text.slice(at + int(3));
}

/** How a format is written: what it is made of, and what may stand there. */
export interface Grammar {
  readonly tokens: RegExp;
  readonly scraps: readonly string[];
}

export const csvGrammar: Grammar = {
  tokens: /[^;,\t\n"]+|[;,\t\n"]/g,
  scraps: [
    '"',
    '""',
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\u0000",
    "\ufeff",
    "sep=;\n",
    '="0012"',
    "=1+1",
    "'",
    "é",
    "\ud83c",
    "07/12/2026",
    "matin",
    "-5",
    "a".repeat(3000),
    ";".repeat(300),
    "\n".repeat(300),
  ],
};

export const xmlGrammar: Grammar = {
  tokens: /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g,
  scraps: [
    ...[
      "<a>",
      "</a>",
      "<a/>",
      "<a ",
      "<",
      ">",
      "&",
      "&amp;",
      "&lol;",
      "&#0;",
      "&#x110000;",
      "&#55357;",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?xml version='1.1'?>",
      "<?pi",
    ],
    ...[
      '<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
      'xmlns="urn:x"',
      ' xmlns:x="urn:y"',
      "x:y",
      "\u0000",
      "\ufeff",
      "\ud83c",
    ],
    ...["<a>".repeat(400), '<a b="c">'.repeat(50), " ".repeat(3000), "é".repeat(1000), "1e309", "99999999999999999999", "2026-02-30", "-1"],
  ],
};

/** Bytes of a file in which some pieces are wrong, doubled, moved or torn; never more than `mostBytes`. */
export function mutateText({ int, pick, chance }: Random, seeds: readonly string[], { tokens: pattern, scraps }: Grammar): Uint8Array {
  const tokens: string[] = pick(seeds).match(pattern) ?? [];
  for (let left = 1 + int(5); left > 0; left--) {
    const at = int(tokens.length + 1);
    const length = 1 + int(chance(0.2) ? 40 : 3);
    const act = int(9);
    if (act === 0) tokens.splice(at, length);
    else if (act === 1) tokens.splice(at, 0, pick(scraps));
    else if (act === 2) tokens.splice(at, 1, pick(scraps));
    else if (act === 3) tokens.splice(at, 0, ...repeated(tokens.slice(at, at + length), 1 + int(chance(0.1) ? 200 : 4)));
    else if (act === 4) tokens.splice(int(tokens.length + 1), 0, ...tokens.splice(at, length));
    else if (act === 5) tokens.splice(at, 1, mangled(tokens[at] ?? "", { int, pick, chance }));
    else if (act === 6) tokens.length = Math.min(tokens.length, at);
    else if (act === 7) tokens.splice(at, length, ...(pick(seeds).match(pattern) ?? []).slice(at, at + length));
    else tokens.splice(at, 1, String(pick(values)));
  }
  const text = tokens.join("").slice(0, mostBytes);
  const bytes = Buffer.from(text, chance(0.06) ? "utf16le" : chance(0.06) ? "latin1" : "utf8").subarray(0, mostBytes);
  for (let left = chance(0.1) ? int(6) : 0; left > 0 && bytes.length > 0; left--) bytes[int(bytes.length)] = int(256);
  return bytes;
}

/** As large as a file of some hundred rows: what is said of the time holds up to there. */
export const mostBytes = 64 * 1024;

function repeated(tokens: readonly string[], times: number): readonly string[] {
  return Array.from({ length: times }, () => tokens).flat();
}
