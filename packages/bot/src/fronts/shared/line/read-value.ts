import { excerpt, fold } from "@kairos/core";
import { nearest } from "./nearest.js";
import { type Usage, usage } from "./usage.js";

export type ReadValue = { readonly text: string; readonly end: number } | { readonly usage: Usage };

/** The value that starts at a place: quoted, or up to the next known option. */
export function readValue(line: string, from: number, known: ReadonlyMap<string, string>): ReadValue {
  const start = from + (/^\s*/.exec(line.slice(from))?.[0].length ?? 0);
  const closing = quotes[line.charAt(start)];
  return closing === undefined ? readBare(line, from, known) : readQuoted(line, start, closing);
}

/** What closes each opening quote. */
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”", "«": "»" };

function readQuoted(line: string, start: number, closing: string): ReadValue {
  let text = "";
  for (let place = start + 1; place < line.length; place += 1) {
    const character = line.charAt(place);
    const next = line.charAt(place + 1);
    if (character === "\\" && (next === closing || next === "\\")) {
      text += next;
      place += 1;
    } else if (character === closing) {
      if (next !== "" && !/\s/.test(next)) return { usage: usage.afterQuote(excerpt(line.slice(place + 1))) };
      return { text: text.trim(), end: place + 1 };
    } else text += character;
  }
  return { usage: usage.unterminated(excerpt(line.slice(start)), closing) };
}

function readBare(line: string, from: number, known: ReadonlyMap<string, string>): ReadValue {
  for (const match of line.slice(from).matchAll(/(?<=\s)(\p{L}[\p{L}\p{M}\d_-]+):(?!\/\/)/gu)) {
    const place = from + match.index;
    const name = match[1] ?? "";
    if (known.has(fold(name))) return { text: line.slice(from, place).trim(), end: place };
    const looksTyped = /^\S/.test(line.slice(place + match[0].length));
    const meant = nearest(name, known.values());
    if (looksTyped || meant !== undefined) return { usage: usage.optionInValue(name, meant) };
  }
  return { text: line.slice(from).trim(), end: line.length };
}
