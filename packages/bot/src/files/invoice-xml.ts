import { type Element, failure, type ReadInvoice, type Result, raise, readCii, readingRules, refusedRoot } from "@kairos/core";
import { readXml } from "./xml.js";

/** Reads an invoice of anybody's, as bytes of a file that nobody believes: refused when it is none, or hostile. */
export async function readInvoiceXml(bytes: Uint8Array): Promise<Result<ReadInvoice>> {
  let root: Element | undefined;
  const read = await readXml(bytes, {
    path: ["CrossIndustryInvoice"],
    withoutPrefixes: true,
    withoutDoctype: true,
    longestText: 16_000_000,
    root: ({ name }) => refusedRoot(name),
    element: (element) => {
      root = element;
      return undefined;
    },
  });
  if (!read.ok) return read;
  return root === undefined ? failure(raise(readingRules, "einvoice.not-an-invoice", [], { root: "" })) : readCii(root);
}
