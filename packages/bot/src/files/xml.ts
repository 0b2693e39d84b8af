import { type Element, type FileLimit, failure, fileRules, type Problem, type Result, raise, success, type XmlFault } from "@kairos/core";
import { type SaxesAttributeNS, SaxesParser } from "saxes";
import { decoded, type Encoding, encodingFault, giveWay, provenEncoding } from "./decode.js";

export interface XmlRoot {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
}

export interface XmlReading {
  /** Names from the root to the elements that are wanted, each handed over as soon as it ends. */
  readonly path: readonly string[];
  /** Names lose the prefix of every namespace; else only that of the root's. */
  readonly withoutPrefixes?: true;
  /** Letters of one text, where files are put in files. */
  readonly longestText?: number;
  /** No DOCTYPE at all; else one that declares nothing is let be. */
  readonly withoutDoctype?: true;
  /** Told before anything else; a problem ends the reading. */
  root(root: XmlRoot): Problem | undefined;
  /** A problem ends the reading. */
  element(element: Element): Problem | undefined;
  /** Bytes read, now and then. */
  progress?(read: number): void;
}

/**
 * Reads a document a piece at a time and keeps one wanted element at a time. Strict: what is not well formed ends the
 * reading. Nothing is ever fetched, no entity is declared, and the event loop is given back between two pieces.
 */
export async function readXml(bytes: Uint8Array, reading: XmlReading): Promise<Result<true>> {
  const encoding = encodingOf(bytes);
  if (!encoding.ok) return encoding;
  const stopped: Problem[] = [];
  const { write, close } = parserFor(reading, (problem) => {
    stopped.push(problem);
    throw new Stop();
  });
  let since = performance.now();
  try {
    for (const piece of decoded(bytes, encoding.value)) {
      if (!piece.ok) return piece;
      write(piece.value.text);
      if (performance.now() - since < sliceMs) continue;
      reading.progress?.(piece.value.read);
      await giveWay();
      since = performance.now();
    }
    close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return stopped.length > 0 ? failure(...stopped) : success(true);
}

/** How long the loop may be kept, in milliseconds. */
const sliceMs = 25;

/** Far beyond any real catalogue. */
const most: Readonly<Record<Extract<FileLimit, "depth" | "text" | "elements" | "attributes">, number>> = {
  depth: 40,
  text: 1_000_000,
  elements: 300_000,
  attributes: 50,
};

class Stop extends Error {}

interface Open extends Element {
  readonly attributes: Map<string, string>;
  readonly children: Element[];
  text: string;
}

function parserFor(reading: XmlReading, stop: (problem: Problem) => never) {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const names: string[] = [];
  /** The wanted element under way, and those open inside it. */
  const open: Open[] = [];
  const { path, longestText = most.text } = reading;
  let [root, depth, elements, texts, line, attributes] = ["", 0, 0, 0, 1, 0];
  /** Letters fed since the parser last told anything: a comment, a value or a text that it holds whole. */
  let held = 0;
  const beyond = (limit: keyof typeof most) =>
    stop(raise(fileRules, "file.beyond-limits", [], { limit, most: limit === "text" ? longestText : most[limit], line: parser.line }));
  const told = () => {
    held = 0;
  };
  const add = (text: string) => {
    told();
    const current = open.at(-1);
    if (current === undefined) return;
    current.text += text;
    texts += 1;
    if (texts > most.elements) beyond("elements");
    if (current.text.length > longestText) beyond("text");
  };
  parser.on("error", ({ message }) => {
    stop(raise(fileRules, "xml.not-well-formed", [], { fault: faultIn(message), line: parser.line, column: parser.column }));
  });
  parser.on("doctype", (text) => {
    if (reading.withoutDoctype || /[[]|<!/.test(text)) stop(raise(fileRules, "xml.declaration-refused", [], { line: parser.line }));
  });
  parser.on("comment", told);
  parser.on("processinginstruction", told);
  parser.on("opentagstart", () => {
    told();
    [line, attributes] = [parser.line, 0];
  });
  parser.on("attribute", () => {
    told();
    attributes += 1;
    if (attributes > most.attributes) beyond("attributes");
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > most.depth) beyond("depth");
    if (depth === 1) {
      root = tag.uri;
      const refused = reading.root({ name: tag.local, namespace: tag.uri, line });
      if (refused !== undefined) stop(refused);
    }
    const name = reading.withoutPrefixes || tag.uri === root ? tag.local : tag.name;
    if (depth <= path.length) names[depth - 1] = name;
    const isWanted = depth === path.length && path.every((one, index) => names[index] === one);
    if (open.length === 0 && !isWanted) return;
    if (open.length === 0) [elements, texts] = [0, 0];
    elements += 1;
    if (elements > most.elements) beyond("elements");
    const element: Open = { name, attributes: attributesOf(tag.attributes), children: [], text: "", line };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    told();
    depth -= 1;
    const closed = open.pop();
    if (closed === undefined) return;
    // What stands between two children is layout.
    if (closed.children.length > 0) closed.text = "";
    if (open.length > 0) return;
    const refused = reading.element(closed);
    if (refused !== undefined) stop(refused);
  });
  return {
    write(text: string) {
      held += text.length;
      parser.write(text);
      if (held > longestText) beyond("text");
    },
    close: () => parser.close(),
  };
}

const none: Map<string, string> = new Map();

function attributesOf(attributes: Readonly<Record<string, SaxesAttributeNS>>): Map<string, string> {
  const own = Object.values(attributes).filter(({ prefix, name }) => prefix === "" && name !== "xmlns");
  return own.length === 0 ? none : new Map(own.map(({ local, value }) => [local, value]));
}

function faultIn(message: string): XmlFault {
  if (/unclosed tag|unexpected end|must contain a root/.test(message)) return "cut";
  if (/undefined entity/.test(message)) return "unknown-entity";
  return /closing tag|close tag/.test(message) ? "mismatched" : "malformed";
}

/** What the bytes prove, held to what the document declares. */
function encodingOf(bytes: Uint8Array): Result<Encoding> {
  const proven = provenEncoding(bytes);
  const head = new TextDecoder(proven?.startsWith("utf-16") ? proven : "windows-1252").decode(bytes.subarray(0, 400));
  const declared = /^\W{0,4}<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  const wrong = (line: number) => failure(raise(fileRules, "file.encoding", [], { declared: declared ?? "UTF-8", line }));
  const announced = declared === undefined ? undefined : known.get(declared.toLowerCase());
  if (declared !== undefined && announced === undefined) return wrong(0);
  if (announced !== undefined && proven !== undefined && announced !== family(proven)) return wrong(1);
  if (announced === "utf-16" && proven === undefined) return wrong(1);
  const encoding = proven ?? (announced === "windows-1252" ? "windows-1252" : "utf-8");
  const fault = encodingFault(bytes, encoding, declared ?? "UTF-8");
  if (fault !== undefined) return failure(fault);
  // Letters of two bytes that are all well formed are no accident: the declaration is wrong.
  const isMisnamed = encoding === "windows-1252" && bytes.some((byte) => byte > 0x7f) && encodingFault(bytes, "utf-8") === undefined;
  return isMisnamed ? wrong(1) : success(encoding);
}

function family(encoding: Encoding): string {
  return encoding.startsWith("utf-16") ? "utf-16" : encoding;
}

const known: ReadonlyMap<string, "utf-8" | "utf-16" | "windows-1252"> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["utf-16", "utf-16"],
  ["utf-16le", "utf-16"],
  ["utf-16be", "utf-16"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
]);
