import { formatDay, type ReportDocument, type ReportSection } from "@kairos/core";
import { wideEnough } from "../layout/facts.js";
import { furnishedPages } from "../layout/furniture.js";
import { fitted } from "../layout/lines.js";
import { listStrips } from "../layout/lists.js";
import type { Strip } from "../layout/marks.js";
import { documentTitle, factsBand, letterhead } from "../layout/masthead.js";
import { signatureRows } from "../layout/signatures.js";
import { flowingText, headingStrip, heightOf, keptWhole, keptWithNext, sectionGap, stacked, textStrip } from "../layout/strips.js";
import { airy, dense, tableStrips } from "../layout/table.js";
import { styles, textWidth } from "../layout/theme.js";
import { sharedColumns } from "../layout/widths.js";
import type { PdfDocument } from "./document.js";
import { groupedSiret, paragraphsOf } from "./phrases.js";

/** A text of the provider: what was reviewed or decided, in sections, and who signs it. */
export const reportDocument: PdfDocument<ReportDocument> = {
  title: fullTitle,
  author: ({ issuer }) => issuer.name,
  pages: (report, { auditHead }) =>
    furnishedPages(stripsOf(report), {
      issuer: report.issuer.name,
      issuerId: `SIRET ${groupedSiret(report.issuer.siret)}`,
      reference: fitted(fullTitle(report), textWidth * 0.7, styles.strong),
      subject: `Document du ${formatDay(report.issuedOn)}`,
      trailHead: auditHead,
      mark: undefined,
    }),
};

function stripsOf(report: ReportDocument): readonly Strip[] {
  const { issuer, genre, title, facts, sections } = report;
  const content = [
    letterhead(issuer.name, [`SIRET ${groupedSiret(issuer.siret)}`]),
    { ...documentTitle(genre, title), gap: 24, keepWithNext: true },
    ...(facts.every(({ value }) => value.trim() === "") ? [] : [factsBand(facts.map((fact) => wideEnough(fact)))]),
    ...sections.flatMap(sectionStrips),
  ];
  const signing = signatureStrips(report);
  return signing.length === 0 ? content : [...keptWithNext(content), ...signing];
}

/** What introduces a list or a table stays with its beginning. */
function sectionStrips({ heading, paragraphs = [], items = [], table }: ReportSection): readonly Strip[] {
  const text = paragraphs
    .flatMap(paragraphsOf)
    .flatMap((paragraph, index) => flowingText(paragraph, styles.body, { gap: index === 0 ? 0 : 5 }));
  const list = listStrips(
    items.filter((item) => item.trim() !== ""),
    text.length === 0 ? 0 : 5,
  );
  const above = text.length + list.length;
  const blocks = [text, list, table === undefined ? [] : tableOf(heading, table, above === 0 ? 0 : 6)].filter(({ length }) => length > 0);
  const strips = [
    ...(heading.trim() === "" ? [] : [headingStrip(heading)]),
    ...blocks.flatMap((block, index) => (index === blocks.length - 1 ? block : keptWithNext(block))),
  ];
  return table === undefined && heightOf(strips) <= shortSection ? keptWhole(strips) : strips;
}

/** Some eight lines under their heading are not worth turning a page for. */
const shortSection = 140;

/** A table without a row says so: nobody wonders whether one is missing. */
function tableOf(heading: string, { columns, rows }: NonNullable<ReportSection["table"]>, gap: number): readonly Strip[] {
  if (columns.length === 0) return [];
  const shown = rows.length === 0 ? [["Néant"]] : rows;
  const look = columns.length < 5 ? airy : dense;
  return tableStrips({ columns: sharedColumns(columns, shown, look), under: heading, rows: shown, gap, look });
}

/** Says again what is signed, and never leaves the end of it. */
function signatureStrips(report: ReportDocument): readonly Strip[] {
  if (report.signatures.length === 0) return [];
  const object = `Pour le document « ${fullTitle(report)} » du ${formatDay(report.issuedOn)}.`;
  const [first, second, ...others] = signatureRows(report.signatures);
  const nearest = [first, second].filter((row) => row !== undefined);
  return [stacked([headingStrip("Signatures"), textStrip(object, styles.body), ...nearest], sectionGap), ...others];
}

function fullTitle({ genre, title }: ReportDocument): string {
  return [genre, title].filter((part) => part.trim() !== "").join(" – ");
}
