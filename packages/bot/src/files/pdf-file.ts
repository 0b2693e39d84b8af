import { inflateSync } from "node:zlib";
import { endOfStream, type PdfStreamed, type PdfTable, readTable, searchedTable } from "./pdf-table.js";
import {
  isDictionary,
  isReference,
  listOf,
  type PdfDictionary,
  type PdfReference,
  type PdfScanner,
  PdfSyntaxError,
  PdfTooLarge,
  type PdfValue,
  pdfScanner,
} from "./pdf-values.js";

/** What is in a PDF, object by object as it is asked for. */
export interface PdfFile {
  readonly root: PdfDictionary | undefined;
  readonly isEncrypted: boolean;
  /** What a reference leads to. */
  at(value: PdfValue | undefined): PdfValue | undefined;
  /** The bytes of a stream that a reference leads to; nothing when there is none, or written in a way that no invoice is. */
  streamOf(reference: PdfReference): Buffer | undefined;
}

/** What may be inflated: of one stream, and of all that are read of a file. */
const most = { streamBytes: 16 * 1024 * 1024, allBytes: 48 * 1024 * 1024 } as const;

/** Opens a PDF by its table of contents, or by looking for its objects when that leads nowhere. The effort and what is inflated are bounded. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Places are counted from the header, which may come a little late.
  const header = Math.max(0, buffer.subarray(0, 1024).indexOf("%PDF-"));
  const source = buffer.subarray(header);
  const text = source.toString("latin1");
  const scanner = pdfScanner(text);
  const inflated = inflater();
  const objects = new Map<number, PdfStreamed>();
  let table: PdfTable = { places: new Map(), trailers: [] };

  const at = (value: PdfValue | undefined): PdfValue | undefined => {
    let found = value;
    for (let hops = 0; isReference(found) && hops < 20; hops += 1) found = objectOf(found.object).value;
    return isReference(found) ? undefined : found;
  };
  const objectOf = (number: number): PdfStreamed => {
    const known = objects.get(number);
    if (known !== undefined) return known;
    // One that needs itself is nothing.
    objects.set(number, nothing);
    const place = table.places.get(number);
    const object = place === undefined ? nothing : "at" in place ? objectAt(place.at) : { value: packed(place), data: undefined };
    objects.set(number, object);
    return object;
  };
  /** The object that stands at a byte, its stream inflated only when it is asked for. */
  const objectAt = (position: number): PdfStreamed => {
    try {
      scanner.position = position;
      if (typeof scanner.value() !== "number" || typeof scanner.value() !== "number") return nothing;
      scanner.skipBlanks();
      if (!scanner.take("obj")) return nothing;
      const value = scanner.value();
      scanner.skipBlanks();
      if (!isDictionary(value) || !scanner.take("stream")) return { value, data: undefined };
      const from = scanner.position;
      return {
        value,
        get data() {
          return contentOf(value, from);
        },
      };
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error;
      return nothing;
    }
  };
  const contentOf = (dictionary: PdfDictionary, position: number): Buffer | undefined => {
    const from = position + (text.startsWith("\r\n", position) ? 2 : /[\r\n]/.test(text[position] ?? "") ? 1 : 0);
    const length = at(dictionary.get("/Length"));
    const isBelieved = typeof length === "number" && /^[\r\n ]{0,2}endstream/.test(text.slice(from + length, from + length + 11));
    const raw = source.subarray(from, isBelieved ? from + length : endOfStream(text, from));
    const filters = namesIn(at(dictionary.get("/Filter")));
    if (filters.length > 2 || filters.some((name) => name !== "/FlateDecode" && name !== "/Fl")) return undefined;
    const whole = filters.reduce<Buffer | undefined>((data) => data && inflated(data), raw);
    const parameters = at(dictionary.get("/DecodeParms"));
    return whole && (isDictionary(parameters) ? unpredicted(whole, parameters) : whole);
  };
  const packed = ({ inside, index }: { readonly inside: number; readonly index: number }): PdfValue => {
    const container = containerOf(inside);
    const place = container?.head[index]?.[1];
    if (container === undefined || place === undefined) return null;
    container.scanner.position = container.first + place;
    try {
      return container.scanner.value();
    } catch (error) {
      if (!(error instanceof PdfSyntaxError)) throw error;
      return null;
    }
  };
  const containers = new Map<number, Container | undefined>();
  const containerOf = (number: number): Container | undefined => {
    if (!containers.has(number)) containers.set(number, opened(objectOf(number).value, dataOf(number)));
    return containers.get(number);
  };
  const streams = new Map<number, Buffer | undefined>();
  const dataOf = (number: number): Buffer | undefined => {
    if (!streams.has(number)) streams.set(number, objectOf(number).data);
    return streams.get(number);
  };

  const read = readTable(text, scanner, objectAt);
  if (read !== undefined) table = read;
  if (read === undefined || !isCatalog(at(rootIn(read)))) {
    for (const cache of [objects, streams, containers]) cache.clear();
    table = searchedTable(text, scanner, (position) => {
      const { value, data } = objectAt(position);
      return opened(value, data)?.head.map(([number]) => number) ?? [];
    });
    for (const cache of [objects, streams, containers]) cache.clear();
  }
  const root = at(rootIn(table)) ?? [...table.places.keys()].map((number) => objectOf(number).value).findLast(isCatalog);
  return {
    root: isCatalog(root) ? root : undefined,
    isEncrypted: table.trailers.some((trailer) => trailer.has("/Encrypt")),
    at,
    streamOf: ({ object }) => dataOf(object),
  };
}

const nothing: PdfStreamed = { value: null, data: undefined };

function rootIn({ trailers }: PdfTable): PdfValue | undefined {
  return trailers.find((trailer) => trailer.has("/Root"))?.get("/Root");
}

/** Inflates what is left of a file's allowance at most. */
function inflater(): (data: Buffer) => Buffer | undefined {
  let left: number = most.allBytes;
  return (data) => {
    try {
      const whole = inflateSync(data, { maxOutputLength: Math.max(1, Math.min(most.streamBytes, left)) });
      left -= whole.byteLength;
      return whole;
    } catch (error) {
      // What fails has cost its time all the same.
      left -= most.streamBytes / 4;
      if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" || left <= 0) throw new PdfTooLarge();
      return undefined;
    }
  };
}

/** A stream in which objects are packed: their numbers, and where each begins. */
interface Container {
  readonly first: number;
  readonly head: readonly (readonly [number, number])[];
  readonly scanner: PdfScanner;
}

function opened(stream: PdfValue, data: Buffer | undefined): Container | undefined {
  const first = isDictionary(stream) ? stream.get("/First") : undefined;
  if (typeof first !== "number" || data === undefined) return undefined;
  const text = data.toString("latin1");
  const figures =
    text
      .slice(0, first)
      .match(/\d{1,10}/g)
      ?.map(Number) ?? [];
  const head = figures.flatMap((number, index) => (index % 2 === 0 ? [[number, figures[index + 1] ?? 0] as const] : []));
  return { first, head, scanner: pdfScanner(text) };
}

/** Rows that say what they add to the one above, or to the byte before; other ways are those of pictures. */
function unpredicted(data: Buffer, parameters: PdfDictionary): Buffer | undefined {
  const predictor = parameters.get("/Predictor") ?? 1;
  if (predictor === 1) return data;
  const columns = parameters.get("/Columns") ?? 1;
  if (typeof predictor !== "number" || predictor < 10 || typeof columns !== "number" || columns < 1 || parameters.has("/Colors"))
    return undefined;
  const rows = Math.ceil(data.byteLength / (columns + 1));
  const result = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0;
    if (kind > 2) return undefined;
    for (let column = 0; column < columns; column += 1) {
      const place = row * columns + column;
      const base = kind === 2 ? (result[place - columns] ?? 0) : kind === 1 && column > 0 ? (result[place - 1] ?? 0) : 0;
      result[place] = (data[row * (columns + 1) + 1 + column] ?? 0) + base;
    }
  }
  return result;
}

function isCatalog(value: PdfValue | undefined): value is PdfDictionary {
  return isDictionary(value) && value.get("/Type") === "/Catalog";
}

function namesIn(value: PdfValue | undefined): readonly string[] {
  return (Array.isArray(value) ? listOf(value) : [value ?? null]).filter((item) => typeof item === "string");
}
