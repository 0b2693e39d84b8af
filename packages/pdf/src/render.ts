import { createHash } from "node:crypto";
import type {
  AttendanceSheetDocument,
  CompletionCertificatesDocument,
  InvoiceDocument,
  MonthStatementDocument,
  QuoteDocument,
  ReportDocument,
} from "@kairos/core";
import type { PdfDocument, RenderOptions } from "./documents/document.js";

export type { RenderOptions } from "./documents/document.js";

interface Models {
  "attendance-sheet": AttendanceSheetDocument;
  "completion-certificates": CompletionCertificatesDocument;
  invoice: InvoiceDocument;
  "month-statement": MonthStatementDocument;
  quote: QuoteDocument;
  report: ReportDocument;
}

/** Everything this package prints; `kind` says which. */
export type PrintableDocument = Models[keyof Models];

interface Row<Model> {
  /** How its file is called, before the dot. */
  readonly name: (model: Model) => string;
  /** Fonts and pdfkit are loaded when something is drawn, not when it is named. */
  readonly load: () => Promise<PdfDocument<Model>>;
}

const documents: { readonly [Kind in keyof Models]: Row<Models[Kind]> } = {
  "attendance-sheet": {
    name: ({ session, view, isFilled }) =>
      [
        "feuille",
        session.reference,
        view.by === "day" ? view.day : view.month,
        view.by === "trainee" && view.traineeId,
        isFilled && "remplie",
      ]
        .filter((part) => part !== false)
        .join("-"),
    load: async () => (await import("./documents/attendance-sheet.js")).attendanceSheetDocument,
  },
  "completion-certificates": {
    name: ({ session, certificates: [first, second] }) =>
      first !== undefined && second === undefined ? `certificat-${session}-${first.trainee.id}` : `certificats-${session}`,
    load: async () => (await import("./documents/completion-certificate.js")).completionCertificateDocument,
  },
  invoice: {
    name: ({ type, number, isDraft }) => `${type === "credit-note" ? "avoir" : "facture"}-${number}${isDraft ? "-projet" : ""}`,
    load: async () => (await import("./documents/invoice.js")).invoiceDocument,
  },
  "month-statement": {
    name: ({ session, month }) => `etat-mensuel-${session.reference}-${month}`,
    load: async () => (await import("./documents/month-statement.js")).monthStatementDocument,
  },
  quote: {
    name: ({ reference, version, isDraft }) => `devis-${reference}-v${version}${isDraft ? "-brouillon" : ""}`,
    load: async () => (await import("./documents/quote.js")).quoteDocument,
  },
  report: {
    name: ({ name }) => name,
    load: async () => (await import("./documents/report.js")).reportDocument,
  },
};

/** The document as a PDF/A-3a file, readable aloud (PDF/UA-1). The same document and options give the same bytes. */
export async function renderPdf(document: PrintableDocument, options: RenderOptions): Promise<Uint8Array> {
  const { title, author, pages } = await rowOf(document).load();
  const { writePdf } = await import("./write.js");
  const { auditHead, generatedAt, facturX } = options;
  const content = JSON.stringify([document, auditHead, generatedAt, facturX]);
  return writePdf(pages(document, options), {
    title: title(document),
    author: author(document),
    createdAt: generatedAt,
    id: createHash("sha256").update(content).digest().subarray(0, 16),
    facturX,
  });
}

/** The name a file of this document takes, in ASCII: `devis-DEV-2026-0001-v1.pdf`. Costs nothing to ask. */
export function fileNameOf(document: PrintableDocument): string {
  return `${asciiName(rowOf(document).name(document))}.pdf`;
}

function rowOf<Kind extends keyof Models>(document: Models[Kind] & { readonly kind: Kind }): Row<Models[Kind]> {
  return documents[document.kind];
}

/** Letters and digits of ASCII, accents dropped, anything else a hyphen. */
function asciiName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-");
}
