/** A value of a PDF: a name keeps its slash, a string is bytes as Latin-1. */
export type PdfValue = null | boolean | number | string | PdfString | PdfReference | PdfDictionary | readonly PdfValue[];
export interface PdfString {
  readonly bytes: string;
}
export interface PdfReference {
  readonly object: number;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export class PdfSyntaxError extends Error {}

/** A file that was made to keep its reader busy. */
export class PdfTooSlow extends Error {}

/** A file that swells beyond what an invoice ever is. */
export class PdfTooLarge extends Error {}

export interface PdfScanner {
  position: number;
  /** The value at the position, which moves behind it. */
  value(): PdfValue;
  skipBlanks(): void;
  /** Is this word there; the position moves behind it when it is. */
  take(word: string): boolean;
}

/** Reads values from the text of a PDF, its bytes as Latin-1. What it may look at in all is bounded, whatever is read twice. */
export function pdfScanner(text: string): PdfScanner {
  let left = worksPerByte * text.length + 10_000;
  const scanner: PdfScanner = { position: 0, value: () => value(0), skipBlanks, take };
  return scanner;

  function spend(count: number): void {
    left -= count;
    if (left < 0) throw new PdfTooSlow();
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = scanner.position;
    const found = pattern.exec(text)?.[0];
    spend((found?.length ?? 0) + 1);
    if (found !== undefined) scanner.position += found.length;
    return found;
  }

  function skipBlanks(): void {
    do match(blanks);
    while (take("%") && match(comment) !== undefined);
  }

  function take(word: string): boolean {
    spend(1);
    if (!text.startsWith(word, scanner.position)) return false;
    scanner.position += word.length;
    return true;
  }

  function value(depth: number): PdfValue {
    if (depth > deepest) throw new PdfSyntaxError();
    skipBlanks();
    if (take("<<")) return dictionary(depth);
    if (take("[")) return array(depth);
    if (take("(")) return { bytes: literal() };
    if (take("<")) return { bytes: hexadecimal() };
    const name = match(names);
    if (name !== undefined) return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    const reference = match(references);
    if (reference !== undefined) return { object: Number.parseInt(reference, 10) };
    const number = match(numbers);
    if (number !== undefined) return Number(number);
    const word = match(words);
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    throw new PdfSyntaxError();
  }

  function dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      skipBlanks();
      if (take(">>")) return entries;
      const key = value(depth + 1);
      if (typeof key !== "string") throw new PdfSyntaxError();
      entries.set(key, value(depth + 1));
    }
  }

  function array(depth: number): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (;;) {
      skipBlanks();
      if (take("]")) return items;
      items.push(value(depth + 1));
    }
  }

  /** Parentheses balance inside a string, unless they are escaped. */
  function literal(): string {
    let bytes = "";
    let open = 1;
    for (;;) {
      bytes += match(plain) ?? "";
      const sign = text[scanner.position];
      if (sign === undefined) throw new PdfSyntaxError();
      scanner.position += 1;
      if (sign === "\\") bytes += escaped();
      else if (sign === "(") open += 1;
      else if (sign === ")") open -= 1;
      if (open === 0) return bytes;
      if (sign !== "\\") bytes += sign;
    }
  }

  function escaped(): string {
    const octal = match(octals);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (match(lineEnds) !== undefined) return "";
    const sign = text[scanner.position] ?? "";
    scanner.position += 1;
    return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[sign] ?? sign;
  }

  function hexadecimal(): string {
    const digits = match(hexadecimals);
    if (digits === undefined || !take(">")) throw new PdfSyntaxError();
    const pairs = digits.replace(/[^0-9A-Fa-f]/g, "");
    return Buffer.from(pairs.length % 2 === 0 ? pairs : `${pairs}0`, "hex").toString("latin1");
  }
}

/** No honest file is nested deeper. */
const deepest = 60;
/** How often each byte may be looked at. */
const worksPerByte = 8;

const blanks = /[\0\t\n\f\r ]*/y;
const comment = /[^\r\n]*/y;
const names = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const references = /\d{1,10}[\0\t\n\f\r ]{1,10}\d{1,5}[\0\t\n\f\r ]{1,10}R(?![A-Za-z0-9])/y;
const numbers = /[+-]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})/y;
const words = /[A-Za-z]{1,20}/y;
const plain = /[^()\\]+/y;
const octals = /[0-7]{1,3}/y;
const lineEnds = /\r\n|\r|\n/y;
const hexadecimals = /[0-9A-Fa-f\0\t\n\f\r ]*/y;

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === "object" && value !== null && "object" in value;
}

export function listOf(value: PdfValue | undefined): readonly PdfValue[] {
  return Array.isArray(value) ? (value as readonly PdfValue[]) : [];
}
