import { electronicInvoiceOf, profileOf, writeCii } from "@kairos/core";
import type { FacturX } from "@kairos/pdf";
import { anInvoiceDocument, manyInvoiceLines } from "./invoice-samples.js";

/** What an invoice of so many lines says to machines. */
export function aFacturX(lines = 1): FacturX {
  const invoice = electronicInvoiceOf(anInvoiceDocument({ lines: manyInvoiceLines(lines) }));
  return { xml: writeCii(invoice), profile: profileOf(invoice) === "extended" ? "EXTENDED" : "EN 16931" };
}
