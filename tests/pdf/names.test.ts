import { fileNameOf, type PrintableDocument } from "@kairos/pdf";
import { afterEach, describe, expect, it, vi } from "vitest";
import { aCertificate, aDay, aMonth, aSheet, aStatement, certificates, someOfEverything } from "./attendance-samples.js";
import { aBalance, aCreditNote, anInvoiceDocument } from "./invoice-samples.js";
import { anAccessPolicy, aReviewReport } from "./report-samples.js";
import { aQuoteDocument } from "./samples.js";
import { options } from "./shown.js";

describe("the name of a file", () => {
  it.each<[string, PrintableDocument]>([
    ["devis-DEV-2026-0001-v3.pdf", aQuoteDocument({ version: 3 })],
    ["devis-DEV-2026-0001-v1-brouillon.pdf", aQuoteDocument({ isDraft: true })],
    ["devis-ETE-v1.pdf", aQuoteDocument({ reference: "ÉTÉ" })],
    ["devis-..-..-etc-v1.pdf", aQuoteDocument({ reference: "../../etc" })],
    ["revue-R-0001.pdf", aReviewReport()],
    ["politique-acces-35600000000048.pdf", anAccessPolicy()],
    ["facture-FAC-2026-0001.pdf", anInvoiceDocument()],
    ["facture-PF-2026-0001-projet.pdf", anInvoiceDocument({ isDraft: true })],
    ["facture-FAC-2026-0002.pdf", aBalance()],
    ["avoir-AV-2026-0001.pdf", aCreditNote()],
    ["feuille-SE-2026-014-2026-12-07.pdf", aSheet(1, aDay)],
    ["feuille-SE-2026-014-2026-12-remplie.pdf", aSheet(1, aMonth, { told: someOfEverything(1) })],
    ["feuille-SE-2026-014-2026-12-T-0001.pdf", aSheet(1, { by: "trainee", month: "2026-12", traineeId: "T-0001" })],
    ["etat-mensuel-SE-2026-014-2026-12.pdf", aStatement(1)],
    ["certificat-SE-2026-014-T-0007.pdf", certificates(aCertificate())],
    ["certificats-SE-2026-014.pdf", certificates(aCertificate(), aCertificate())],
    ["revue-ete-.pdf", aReviewReport({ name: "revue été 漢/\\:*" })],
  ])("is %s", (name, document) => {
    expect(fileNameOf(document)).toBe(name);
  });
});

describe("what naming costs", () => {
  const writer = "../../packages/pdf/src/write.js";

  afterEach(() => {
    vi.doUnmock(writer);
    vi.resetModules();
  });

  it("loads neither pdfkit nor the fonts: a desk names files long before it draws one", async () => {
    const loaded: string[] = [];
    vi.resetModules();
    vi.doMock(writer, async (original) => {
      loaded.push("pdfkit and the fonts");
      return await original();
    });
    const fresh = await import("@kairos/pdf");
    expect(fresh.fileNameOf(aReviewReport())).toBe("revue-R-0001.pdf");
    expect(loaded).toEqual([]);
    await fresh.renderPdf(aReviewReport(), options);
    expect(loaded).toEqual(["pdfkit and the fonts"]);
  });
});
