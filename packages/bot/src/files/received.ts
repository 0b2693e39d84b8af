import {
  excerpt,
  type FileFault,
  failure,
  holdsNir,
  identifierRules,
  inputRules,
  type MediaType,
  type Problem,
  type Result,
  raise,
  success,
} from "@kairos/core";
import { type Dimensions, isReasonable, jpegDimensions, pngDimensions } from "./pictures.js";
import { safeName } from "./safe-name.js";

/** A file as somebody sent it, its content not yet believed. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file whose bytes are what its name says. */
export interface CheckedFile<Kind extends FileKind = FileKind> extends ReceivedFile {
  readonly kind: Kind;
  readonly mediaType: Kind extends "document"
    ? MediaType
    : Kind extends "invoice"
      ? "application/pdf" | "application/xml"
      : Kind extends "picture"
        ? "image/png" | "image/jpeg"
        : "application/xml" | "text/csv";
  /** A PDF that may ask for a password. */
  readonly encrypted?: true;
}

/** What a command may ask for: papers that open everywhere, a national exchange file, a table, an electronic invoice. */
export type FileKind = "document" | "picture" | "xml" | "csv" | "invoice";

/** What a file may weigh when it is one of these. */
export function mostBytesOf(kinds: readonly FileKind[]): number {
  return Math.max(
    ...kinds.map((kind) => (kind === "document" || kind === "picture" || kind === "invoice" ? mostFileBytes : mostDataBytes)),
  );
}

/** Of a document, and of a file of data. */
export const mostFileBytes = 8 * 1024 * 1024;
export const mostDataBytes = 32 * 1024 * 1024;

/** Judges a file by its bytes; its name must agree. Nothing is decoded: only headers are read. */
export function checkFile<Kind extends FileKind>(received: ReceivedFile, kinds: readonly Kind[]): Result<CheckedFile<Kind>> {
  const { bytes } = received;
  const name = plainName(received.name);
  const refuse = (fault: FileFault) => failure(notAFile(name, fault, kinds));
  if (holdsNir(name) || holdsNir(safeName(name))) return failure(unspeakable());
  if (bytes.byteLength === 0) return refuse("empty");
  if (bytes.byteLength > mostBytesOf(kinds)) return refuse("too-heavy");
  const wanted = types.filter(({ kind }) => kinds.some((one) => one === kind));
  const type = wanted.find(({ begins }) => begins(bytes));
  if (type === undefined) return refuse(kinds.some((kind) => kind === "csv") && isWorkbook(name) ? "workbook" : "unknown-type");
  if (!type.names.test(name)) return refuse("not-what-it-says");
  const fault = type.faultOf(bytes);
  if (fault !== undefined) return refuse(fault);
  const encrypted = type.mediaType === "application/pdf" && holds(bytes, "/Encrypt");
  return success({ name, bytes, kind: type.kind, mediaType: type.mediaType, ...(encrypted && { encrypted }) } as CheckedFile<Kind>);
}

/** Why a file is not taken, said of its name; a social security number in it is not shown back. */
export function notAFile(name: string, fault: FileFault, kinds: readonly FileKind[] = ["document"]): Problem {
  const shown = plainName(name);
  if (holdsNir(shown) || holdsNir(safeName(shown))) return unspeakable();
  const accepts = kinds.flatMap((kind) => kindNames[kind]);
  return raise(inputRules, "input.not-a-file", [], { fault, name: excerpt(shown, 80), mostBytes: mostBytesOf(kinds), accepts });
}

const kindNames: Readonly<Record<FileKind, readonly string[]>> = {
  document: ["PDF", "PNG", "JPEG"],
  picture: ["PNG", "JPEG"],
  xml: ["XML"],
  csv: ["CSV"],
  invoice: ["PDF", "XML"],
};

function unspeakable(): Problem {
  return raise(identifierRules, "id.nir-detected", [], {});
}

/** The last part of a path, without the signs that are not seen, or that turn what follows around. */
function plainName(name: string): string {
  const [last = ""] = name.split(/[/\\]/).slice(-1);
  return last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]+/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

interface FileType {
  readonly kind: FileKind;
  readonly mediaType: CheckedFile["mediaType"];
  readonly begins: (bytes: Uint8Array) => boolean;
  readonly names: RegExp;
  readonly faultOf: (bytes: Uint8Array) => FileFault | undefined;
}

const types: readonly FileType[] = [
  { kind: "document", mediaType: "application/pdf", begins: signed(0x25, 0x50, 0x44, 0x46, 0x2d), names: /\.pdf$/i, faultOf: pdfFault },
  {
    kind: "document",
    mediaType: "image/png",
    begins: signed(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    names: /\.png$/i,
    faultOf: (bytes) => pictureFault(bytes, pngDimensions(bytes)),
  },
  {
    kind: "document",
    mediaType: "image/jpeg",
    begins: signed(0xff, 0xd8, 0xff),
    names: /\.jpe?g$/i,
    faultOf: (bytes) => pictureFault(bytes, jpegDimensions(bytes)),
  },
  {
    kind: "picture",
    mediaType: "image/png",
    begins: signed(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    names: /\.png$/i,
    faultOf: (bytes) => pictureFault(bytes, pngDimensions(bytes)),
  },
  {
    kind: "picture",
    mediaType: "image/jpeg",
    begins: signed(0xff, 0xd8, 0xff),
    names: /\.jpe?g$/i,
    faultOf: (bytes) => pictureFault(bytes, jpegDimensions(bytes)),
  },
  { kind: "invoice", mediaType: "application/pdf", begins: signed(0x25, 0x50, 0x44, 0x46, 0x2d), names: /\.pdf$/i, faultOf: pdfFault },
  { kind: "invoice", mediaType: "application/xml", begins: beginsWithTag, names: /\.xml$/i, faultOf: () => undefined },
  { kind: "xml", mediaType: "application/xml", begins: (bytes) => beginsWithTag(bytes), names: /\.xml$/i, faultOf: () => undefined },
  { kind: "csv", mediaType: "text/csv", begins: (bytes) => beginsAsText(bytes), names: /\.(csv|tsv|txt)$/i, faultOf: () => undefined },
];

/** Of a spreadsheet: it holds a table, though not as a text. */
function isWorkbook(name: string): boolean {
  return /\.(xlsx?|xlsm|xlsb|ods|numbers)$/i.test(name);
}

function signed(...signature: readonly number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => signature.every((byte, index) => bytes[index] === byte);
}

/** Letters of the beginning, whatever they are written in: marks, blanks and the zeros of two-byte letters set aside. */
function firstLetters(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 256));
  return start
    .toString("latin1")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replace(/[\0\s]+/g, "");
}

function beginsWithTag(bytes: Uint8Array): boolean {
  return firstLetters(bytes).startsWith("<");
}

/** No archive, no workbook, no picture: their first letters are signs that no text has. */
function beginsAsText(bytes: Uint8Array): boolean {
  const letters = firstLetters(bytes);
  return letters !== "" && !/^(?:PK|%PDF|\xd0\xcf|\x89PNG|\xff\xd8|<)/.test(letters);
}

/** Where readers look for a PDF's header and its end. */
const edge = 1024;

/** Without its end, the download was cut. */
function pdfFault(bytes: Uint8Array): FileFault | undefined {
  return holds(bytes.subarray(-edge), "%%EOF") ? undefined : "not-what-it-says";
}

function pictureFault(bytes: Uint8Array, dimensions: Dimensions | undefined): FileFault | undefined {
  // Readers of PDF take a header that comes a little late: such a picture is a document as well.
  if (dimensions === undefined || holds(bytes.subarray(0, edge), "%PDF-")) return "not-what-it-says";
  return isReasonable(dimensions) ? undefined : "too-large";
}

function holds(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, "latin1");
}
