import { excerpt, failure, type PdfFault, type Result, raise, readingRules, success } from "@kairos/core";
import { openPdf, type PdfFile } from "./pdf-file.js";
import { isDictionary, isReference, listOf, type PdfReference, PdfTooLarge, PdfTooSlow, type PdfValue } from "./pdf-values.js";

/** A file inside a PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly content: PdfReference;
}

/** The names of an invoice in a PDF: Factur-X, and its German twins. */
const invoiceNames: readonly string[] = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];

/** Takes the XML out of a Factur-X. Refused: what is encrypted, damaged, without an invoice or with several, or swells when it is opened. */
export function invoiceInPdf(bytes: Uint8Array): Result<Uint8Array> {
  const refuse = (fault: PdfFault) => failure(raise(readingRules, "einvoice.pdf-unreadable", [], { fault }));
  try {
    const file = openPdf(bytes);
    if (file.isEncrypted) return refuse("encrypted");
    if (file.root === undefined) return refuse("malformed");
    const attached = attachmentsOf(file);
    const invoices = attached.filter(({ name }) => invoiceNames.includes(name.toLowerCase()));
    const [invoice, ...others] = invoices;
    const shown = (items: readonly PdfAttachment[]) => items.slice(0, 5).map(({ name }) => excerpt(name, 60));
    if (invoice === undefined) return failure(raise(readingRules, "einvoice.no-attachment", [], { names: shown(attached) }));
    if (others.length > 0) return failure(raise(readingRules, "einvoice.several-attachments", [], { names: shown(invoices) }));
    const content = file.streamOf(invoice.content);
    return content === undefined ? refuse("malformed") : success(content);
  } catch (error) {
    if (error instanceof PdfTooLarge) return refuse("too-large");
    if (error instanceof PdfTooSlow) return refuse("too-slow");
    throw error;
  }
}

/** The files of a PDF, by its tree of names and by those it is said to go with; each once. */
export function attachmentsOf({ root, at }: PdfFile): readonly PdfAttachment[] {
  const found = new Map<number, PdfAttachment>();
  const add = (value: PdfValue | undefined) => {
    const specification = at(value);
    if (!isDictionary(specification)) return;
    const embedded = at(specification.get("/EF"));
    if (!isDictionary(embedded)) return;
    const content = embedded.get("/UF") ?? embedded.get("/F");
    if (!isReference(content) || found.has(content.object)) return;
    const name = [specification.get("/UF"), specification.get("/F")].map((one) => textOf(at(one))).find((one) => one !== undefined) ?? "";
    found.set(content.object, { name, content });
  };
  const names = at(root?.get("/Names"));
  const waiting: (PdfValue | undefined)[] = [isDictionary(names) ? names.get("/EmbeddedFiles") : undefined];
  const seen = new Set<PdfValue>();
  while (waiting.length > 0 && seen.size < mostNodes) {
    const tree = at(waiting.pop());
    if (!isDictionary(tree) || seen.has(tree)) continue;
    seen.add(tree);
    for (const [index, item] of listOf(at(tree.get("/Names"))).entries()) if (index % 2 === 1) add(item);
    waiting.push(...listOf(at(tree.get("/Kids"))).slice(0, mostNodes));
  }
  for (const item of listOf(at(root?.get("/AF")))) add(item);
  return [...found.values()];
}

const mostNodes = 1000;

/** UTF-16 or UTF-8 when it begins with its mark, else one byte a letter. */
function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== "object" || value === null || !("bytes" in value)) return undefined;
  const bytes = Buffer.from(value.bytes, "latin1");
  if (value.bytes.startsWith("\xfe\xff")) return new TextDecoder("utf-16be").decode(bytes);
  return value.bytes.startsWith("\xef\xbb\xbf") ? new TextDecoder("utf-8").decode(bytes) : value.bytes;
}
