import { type FacturXProfile, hasErrors, type InvoiceDocument, profileOf, writeCii } from "@kairos/core";
import { type FacturX, fileNameOf, type PrintableDocument } from "@kairos/pdf";
import type { ReplyDocument } from "../reply.js";
import { judgeElectronicInvoice } from "./electronic-invoices.js";

/** The file of an invoice, wherever it is handed out. */
export function invoiceFile(document: InvoiceDocument): ReplyDocument {
  return { fileName: fileNameOf(document), document, ...(hasAccount(document) && { confidential: true }) };
}

/** Does it say where it is to be paid: then it passes through no chat, printed or electronic. */
export function hasAccount({ provider }: InvoiceDocument): boolean {
  return provider.bank !== undefined;
}

/**
 * What a document carries for machines: the XML of an invoice, once it is issued. Every document is drawn with it, so none forgets it.
 * An XML that breaks a rule is left out: it would be imported and never transmitted, where plain pages are read.
 */
export function facturXOf(document: PrintableDocument): FacturX | undefined {
  if (document.kind !== "invoice" || document.isDraft) return undefined;
  const { invoice, problems } = judgeElectronicInvoice(document);
  return hasErrors(problems) ? undefined : { xml: writeCii(invoice), profile: profiles[profileOf(invoice)] };
}

const profiles: Readonly<Record<FacturXProfile, FacturX["profile"]>> = { en16931: "EN 16931", extended: "EXTENDED" };
