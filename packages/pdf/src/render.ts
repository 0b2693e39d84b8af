import { createHash } from "node:crypto";
import type { PdfDocument, RenderOptions } from "./documents/document.js";
import { type QuoteModel, quoteDocument } from "./documents/quote.js";
import { writePdf } from "./write.js";

export type { RenderOptions } from "./documents/document.js";

/** Everything this package prints; `kind` says which. */
export type PrintableDocument = QuoteModel;

const documents: { readonly [Kind in PrintableDocument["kind"]]: PdfDocument<Extract<PrintableDocument, { kind: Kind }>> } = {
  quote: quoteDocument,
};

/** The document as a PDF/A-3a file, readable aloud (PDF/UA-1). The same document and options give the same bytes. */
export function renderPdf(document: PrintableDocument, options: RenderOptions): Promise<Uint8Array> {
  const { title, author, pages } = documents[document.kind];
  const content = JSON.stringify([document, options.auditHead, options.generatedAt]);
  return writePdf(pages(document, options), {
    title: title(document),
    author: author(document),
    createdAt: options.generatedAt,
    id: createHash("sha256").update(content).digest().subarray(0, 16),
  });
}

/** The name a file of this document takes, in ASCII: `devis-DEV-2026-0001-v1.pdf`. */
export function fileNameOf(document: PrintableDocument): string {
  return documents[document.kind].fileName(document);
}
