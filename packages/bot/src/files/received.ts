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
export interface CheckedFile extends ReceivedFile {
  readonly mediaType: MediaType;
  /** A PDF that may ask for a password. */
  readonly encrypted?: true;
}

/** What one file may weigh. */
export const mostFileBytes = 8 * 1024 * 1024;

/** Judges a file by its bytes; its name must agree. Nothing is decoded: only headers are read. */
export function checkFile(received: ReceivedFile): Result<CheckedFile> {
  const { bytes } = received;
  const name = plainName(received.name);
  const refuse = (fault: FileFault) => failure(notAFile(name, fault));
  if (holdsNir(name) || holdsNir(safeName(name))) return failure(unspeakable());
  if (bytes.byteLength === 0) return refuse("empty");
  if (bytes.byteLength > mostFileBytes) return refuse("too-heavy");
  const type = types.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (type === undefined) return refuse("unknown-type");
  if (!type.names.test(name)) return refuse("not-what-it-says");
  const fault = type.faultOf(bytes);
  if (fault !== undefined) return refuse(fault);
  const encrypted = type.mediaType === "application/pdf" && holds(bytes, "/Encrypt");
  return success({ name, bytes, mediaType: type.mediaType, ...(encrypted && { encrypted }) });
}

/** Why a file is not taken, said of its name; a social security number in it is not shown back. */
export function notAFile(name: string, fault: FileFault): Problem {
  const shown = plainName(name);
  if (holdsNir(shown) || holdsNir(safeName(shown))) return unspeakable();
  return raise(inputRules, "input.not-a-file", [], { fault, name: excerpt(shown, 80), mostBytes: mostFileBytes });
}

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
  readonly mediaType: MediaType;
  readonly begins: readonly number[];
  readonly names: RegExp;
  readonly faultOf: (bytes: Uint8Array) => FileFault | undefined;
}

const types: readonly FileType[] = [
  { mediaType: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d], names: /\.pdf$/i, faultOf: pdfFault },
  {
    mediaType: "image/png",
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    names: /\.png$/i,
    faultOf: (bytes) => pictureFault(bytes, pngDimensions(bytes)),
  },
  {
    mediaType: "image/jpeg",
    begins: [0xff, 0xd8, 0xff],
    names: /\.jpe?g$/i,
    faultOf: (bytes) => pictureFault(bytes, jpegDimensions(bytes)),
  },
];

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
