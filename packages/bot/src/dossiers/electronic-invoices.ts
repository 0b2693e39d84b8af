import { checkElectronicInvoice, type ElectronicInvoice, electronicInvoiceOf, type InvoiceDocument, type Problem } from "@kairos/core";

/** An electronic invoice, and what the desk says of it before it leaves: with one error, its file is not handed out. */
export interface JudgedElectronicInvoice {
  readonly invoice: ElectronicInvoice;
  readonly problems: readonly Problem[];
}

/** What a document says by the terms of the standard, judged by the public rules. */
export function judgeElectronicInvoice(document: InvoiceDocument): JudgedElectronicInvoice {
  const invoice = electronicInvoiceOf(document);
  return { invoice, problems: checkElectronicInvoice({ invoice, isForPublicBody: document.customer.isPublic }) };
}
