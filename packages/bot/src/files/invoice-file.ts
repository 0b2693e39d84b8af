import type { ReadInvoice, Result } from "@kairos/core";
import { invoiceInPdf } from "./invoice-pdf.js";
import { readInvoiceXml } from "./invoice-xml.js";
import type { CheckedFile } from "./received.js";

/** Reads the electronic invoice that a file is, or holds. */
export async function readInvoiceFile({ mediaType, bytes }: CheckedFile<"invoice">): Promise<Result<ReadInvoice>> {
  if (mediaType === "application/xml") return readInvoiceXml(bytes);
  const embedded = invoiceInPdf(bytes);
  return embedded.ok ? readInvoiceXml(embedded.value) : embedded;
}
