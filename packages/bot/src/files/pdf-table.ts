import { isDictionary, listOf, type PdfDictionary, type PdfScanner, PdfSyntaxError, PdfTooSlow, type PdfValue } from "./pdf-values.js";

/** Where an object stands: at a byte of the file, or among those packed in the stream of another. */
export type PdfPlace = { readonly at: number } | { readonly inside: number; readonly index: number };

/** Where each object stands; nothing for one that was taken away since. The newest trailer comes first. */
export interface PdfTable {
  readonly places: ReadonlyMap<number, PdfPlace | undefined>;
  readonly trailers: readonly PdfDictionary[];
}

export interface PdfStreamed {
  readonly value: PdfValue;
  /** Inflated. */
  readonly data: Buffer | undefined;
}

/**
 * The table of contents as the file gives it, revision after revision from the last. Nothing when it is damaged.
 * `streamedAt` reads the object that stands at a byte.
 */
export function readTable(text: string, scanner: PdfScanner, streamedAt: (position: number) => PdfStreamed): PdfTable | undefined {
  const places = new Map<number, PdfPlace | undefined>();
  const trailers: PdfDictionary[] = [];
  const seen = new Set<number>();
  const waiting: unknown[] = [Number(/startxref[\0\t\n\f\r ]+(\d{1,15})/.exec(text.slice(text.lastIndexOf("startxref")))?.[1])];
  let puts = 0;
  const put = (number: number, place: PdfPlace | undefined) => {
    if (!places.has(number)) places.set(number, place);
    puts += 1;
    if (puts > mostObjects) throw new PdfTooSlow();
  };
  try {
    while (waiting.length > 0) {
      const position = waiting.shift();
      if (typeof position !== "number" || !(position < text.length) || seen.size > mostRevisions) return undefined;
      if (seen.has(position)) continue;
      seen.add(position);
      scanner.position = position;
      scanner.skipBlanks();
      const trailer = scanner.take("xref") ? readPlainTable(scanner, put) : readPackedTable(streamedAt(scanner.position), put);
      if (trailer === undefined) return undefined;
      trailers.push(trailer);
      waiting.push(...[trailer.get("/XRefStm"), trailer.get("/Prev")].filter((one) => one !== undefined));
    }
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error;
    return undefined;
  }
  return { places, trailers };
}

const mostObjects = 300_000;
const mostRevisions = 200;

type Put = (number: number, place: PdfPlace | undefined) => void;

/** `first count`, then a line an object: where, generation, in use or free. */
function readPlainTable(scanner: PdfScanner, put: Put): PdfDictionary | undefined {
  for (;;) {
    scanner.skipBlanks();
    if (scanner.take("trailer")) {
      const trailer = scanner.value();
      return isDictionary(trailer) ? trailer : undefined;
    }
    const [first, count] = [scanner.value(), scanner.value()];
    if (typeof first !== "number" || typeof count !== "number") return undefined;
    for (let number = first; number < first + count; number += 1) {
      const at = scanner.value();
      scanner.value();
      scanner.skipBlanks();
      const isUsed = scanner.take("n");
      if (typeof at !== "number" || (!isUsed && !scanner.take("f"))) return undefined;
      put(number, isUsed ? { at } : undefined);
    }
  }
}

/** The same as rows of bytes: kind, then two figures. */
function readPackedTable({ value, data }: PdfStreamed, put: Put): PdfDictionary | undefined {
  if (!isDictionary(value) || data === undefined || value.get("/Type") !== "/XRef") return undefined;
  const [kindWidth, firstWidth, secondWidth] = numbersIn(value.get("/W"));
  if (kindWidth === undefined || firstWidth === undefined || secondWidth === undefined) return undefined;
  if ([kindWidth, firstWidth, secondWidth].some((width) => !Number.isInteger(width) || width < 0 || width > 6)) return undefined;
  const size = value.get("/Size");
  const given = numbersIn(value.get("/Index"));
  const sections = given.length > 0 ? given : [0, typeof size === "number" ? size : 0];
  let position = 0;
  const next = (width: number): number => {
    if (position + width > data.byteLength) throw new PdfSyntaxError();
    const figure = width === 0 ? 0 : data.readUIntBE(position, width);
    position += width;
    return figure;
  };
  for (let section = 0; section + 1 < sections.length; section += 2) {
    const [first = 0, count = 0] = sections.slice(section, section + 2);
    for (let number = first; number < first + count; number += 1) {
      const kind = kindWidth === 0 ? 1 : next(kindWidth);
      const [one, two] = [next(firstWidth), next(secondWidth)];
      put(number, kind === 1 ? { at: one } : kind === 2 ? { inside: one, index: two } : undefined);
    }
  }
  return value;
}

/**
 * The table of a file whose own is damaged: objects by what they look like, the last of each number. `packedIn` tells the numbers
 * of those packed in the stream at a byte.
 */
export function searchedTable(text: string, scanner: PdfScanner, packedIn: (position: number) => readonly number[]): PdfTable {
  const places = new Map<number, PdfPlace>();
  const trailers: PdfDictionary[] = [];
  const begins = /(?:(\d{1,10})[\0\t\n\f\r ]{1,10}\d{1,5}[\0\t\n\f\r ]{1,10}obj|trailer)(?![A-Za-z0-9])/g;
  for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
    scanner.position = found.index + found[0].length;
    try {
      const value = scanner.value();
      scanner.skipBlanks();
      const hasStream = scanner.take("stream");
      begins.lastIndex = hasStream ? endOfStream(text, scanner.position) : scanner.position;
      if (isDictionary(value) && (found[1] === undefined || value.get("/Type") === "/XRef")) trailers.unshift(value);
      if (found[1] === undefined) continue;
      const number = Number(found[1]);
      places.set(number, { at: found.index });
      if (!isDictionary(value) || value.get("/Type") !== "/ObjStm") continue;
      for (const [index, inner] of packedIn(found.index).entries()) places.set(inner, { inside: number, index });
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error;
    }
    if (places.size > mostObjects) throw new PdfTooSlow();
  }
  return { places, trailers: trailers.slice(0, mostRevisions) };
}

/** The next end: without one, nothing follows. */
export function endOfStream(text: string, from: number): number {
  const end = text.indexOf("endstream", from);
  return end < 0 ? text.length : end;
}

function numbersIn(value: PdfValue | undefined): readonly number[] {
  return listOf(value).filter((one) => typeof one === "number");
}
