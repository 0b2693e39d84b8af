import { type PrintableDocument, renderPdf } from "@kairos/pdf";
import { readPdf, type ShownText } from "./reader.js";

export const options = { auditHead: "3f9ac41be07d55aa90c1", generatedAt: "2026-11-23T14:05:00Z" };

/** What each page of a document shows. */
export async function pagesOf(document: PrintableDocument): Promise<readonly (readonly ShownText[])[]> {
  return readPdf(await renderPdf(document, options)).pages;
}

/** The text in reading order, blanks made plain; decoration only on demand. */
export function read(pages: readonly (readonly ShownText[])[], withArtefacts = false): string {
  const texts = pages.flat().filter(({ isArtefact }) => withArtefacts || !isArtefact);
  return texts
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ");
}
