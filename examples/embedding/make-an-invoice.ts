import {
  checkElectronicInvoice,
  electronicInvoiceOf,
  hasErrors,
  type InvoiceDocumentFacts,
  prepareInvoiceDocument,
  profileOf,
  say,
  writeCii,
} from "@kairos/core/invoices";
import { renderPdf } from "@kairos/pdf";

/** An issued invoice as a Factur-X: pages for people, XML for machines, in one file. Refused in words when the XML would break a rule. */
export async function facturXOf(facts: InvoiceDocumentFacts, generatedAt: string): Promise<Uint8Array> {
  const document = prepareInvoiceDocument(facts);
  const invoice = electronicInvoiceOf(document);
  const problems = checkElectronicInvoice({ invoice, isForPublicBody: document.customer.isPublic });
  if (hasErrors(problems)) throw new Error(problems.map((problem) => say(problem, "fr").what).join("\n"));
  const profile = profileOf(invoice) === "extended" ? "EXTENDED" : "EN 16931";
  return renderPdf(document, { generatedAt, facturX: { xml: writeCii(invoice), profile } });
}
