import { isUtf8 } from "node:buffer";
import { failure, fileRules, type Problem, type Result, raise, success } from "@kairos/core";

/** How the bytes of a file say their letters. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What the first bytes prove: a mark of their own, or the zeros of two-byte letters. */
export function provenEncoding(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  if (b === 0 && a !== 0 && d === 0 && c !== 0) return "utf-16le";
  return undefined;
}

/** The encoding of a text that declares none: what its bytes prove, UTF-8 when all of it is, else Windows. */
export function guessedEncoding(bytes: Uint8Array): Encoding {
  return provenEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}

/** Can these bytes be a text of that encoding; which line is the first that is not. */
export function encodingFault(bytes: Uint8Array, encoding: Encoding, declared: string = encoding): Problem | undefined {
  if (encoding.startsWith("utf-16")) {
    return bytes.byteLength % 2 === 0 ? undefined : raise(fileRules, "file.encoding", [], { declared, line: 0 });
  }
  if (bytes.includes(0)) return raise(fileRules, "file.not-text", [], {});
  if (encoding === "utf-8" && !isUtf8(bytes)) return wrongAt(bytes, declared, firstOutsideUtf8(bytes));
  if (encoding !== "windows-1252") return undefined;
  const places = unused.map((byte) => bytes.indexOf(byte)).filter((place) => place !== -1);
  return places.length === 0 ? undefined : wrongAt(bytes, declared, Math.min(...places));
}

/** The text, a piece at a time, without its mark; the bytes were found to be of that encoding. */
export function* decoded(bytes: Uint8Array, encoding: Encoding): Generator<Result<{ readonly text: string; readonly read: number }>> {
  if (encoding === "windows-1252") return yield* decodedWindows(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.byteLength; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    const isLast = from + pieceBytes >= bytes.byteLength;
    try {
      yield success({ text: decoder.decode(piece, { stream: !isLast }), read: from + piece.byteLength });
    } catch {
      return yield failure(raise(fileRules, "file.encoding", [], { declared: encoding, line: 0 }));
    }
  }
}

/** By hand: some versions of Node take Windows-1252 for Latin-1, which has no euro sign. */
function* decodedWindows(bytes: Uint8Array): Generator<Result<{ readonly text: string; readonly read: number }>> {
  for (let from = 0; from < bytes.byteLength; from += pieceBytes) {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(pieceBytes, bytes.byteLength - from));
    const text = piece.toString("latin1").replace(/[\u0080-\u009f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter);
    yield success({ text, read: from + piece.byteLength });
  }
}

/** From 80 to 9F; the five that stand for nothing were refused. */
const windowsLetters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Lets whoever waits be answered, between two pieces of long work. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const pieceBytes = 64 * 1024;

/** The bytes that Windows-1252 gives to no letter. */
const unused = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

function wrongAt(bytes: Uint8Array, declared: string, place: number): Problem {
  let line = 1;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < place; at = bytes.indexOf(lineFeed, at + 1)) line += 1;
  return raise(fileRules, "file.encoding", [], { declared, line });
}

const lineFeed = 0x0a;

/** Where bytes that are not all UTF-8 cease to be, found by halves. */
function firstOutsideUtf8(bytes: Uint8Array): number {
  let [from, to] = [0, bytes.byteLength];
  while (to - from > 8) {
    let middle = (from + to) >> 1;
    // A letter is not cut: its bytes after the first begin with 10.
    for (let back = 0; back < 3 && ((bytes[middle] ?? 0) & 0xc0) === 0x80; back += 1) middle -= 1;
    if (isUtf8(bytes.subarray(from, middle))) from = middle;
    else to = middle;
  }
  for (;;) {
    const lead = bytes[from] ?? 0xff;
    const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (from >= to || !isUtf8(bytes.subarray(from, from + size))) return from;
    from += size;
  }
}
