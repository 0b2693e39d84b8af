import { type PrintableDocument, renderPdf } from "@kairos/pdf";
import { readPdf, type ShownText } from "./reader.js";

export const options = { auditHead: "3f9ac41be07d55aa90c1", generatedAt: "2026-11-23T14:05:00Z" };

/** No text goes beyond. */
export const frame = { left: 45, right: 550 };

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

/** Texts of a page printed one over the other. */
export function overlapping(page: readonly ShownText[]): readonly (readonly [ShownText, ShownText])[] {
  return page.flatMap((one, index) =>
    page
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) < 0.7 * Math.min(one.size, other.size) &&
          one.x < other.x + other.width - 0.1 &&
          other.x < one.x + one.width - 0.1,
      )
      .map((other) => [one, other] as const),
  );
}
