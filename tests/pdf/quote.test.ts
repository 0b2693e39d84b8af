import { renderPdf } from "@kairos/pdf";
import { describe, expect, it } from "vitest";
import { readPdf } from "./reader.js";
import { aLine, anEmptyQuoteDocument, aQuoteDocument, aSimpleQuoteDocument, manyLines } from "./samples.js";
import { options, pagesOf, read } from "./shown.js";

describe("what the quote says", () => {
  it("shows every fact of the document, in the order one reads it", async () => {
    const text = read(await pagesOf(aQuoteDocument()));
    const facts = [
      "Horizon Formation Métropole",
      "12 rue de la République, 69002 Lyon · SIRET 356 000 000 00048",
      "Claire Fontaine · 04 72 00 00 00 · devis@horizon.example",
      "DEVIS DEV-2026-0001",
      "Camille DURAND",
      "1234567A",
      "AIF",
      "23/11/2026",
      "23/12/2026",
      "Cariste d’entrepôt – CACES R489",
      "Début 07/12/2026 Fin 18/12/2026",
      "Lyon (69)",
      "En présentiel",
      "SE-2026-014",
      "84_12345678F",
      "RS 5103 · 31768 V14",
      "En centre 70 h En entreprise 0 h À distance 3 h 30 Durée totale 73 h 30",
      "Coûts pédagogiques Quantité Prix unitaire Montant",
      "Formation théorique 70 h 17,00 € 1 190,00 €",
      "Plateau technique 2 j 350,50 € 701,00 €",
      "Évaluation des acquis 3 h 30 17,00 € 59,50 €",
      "Total des coûts pédagogiques 1 950,50 €",
      "Total net de taxe 1 950,50 €",
      "26,54 €/h",
      "Plan de financement Montant France Travail (AIF) 1 950,50 €",
      "article 261-4-4° a du CGI",
      "84691234567",
      "Qualiopi jusqu’au 14/03/2028",
      "Prérequis : aptitude médicale.",
      "Horaires : 8 h 30 – 12 h.",
      "Bon pour accord",
      "espace France Travail",
      "Le stagiaire",
      "L’organisme de formation",
    ];
    let from = 0;
    for (const fact of facts) {
      const at = text.indexOf(fact, from);
      expect(at, `« ${fact} » after « ${text.slice(Math.max(0, from - 30), from)} »`).toBeGreaterThanOrEqual(0);
      from = at;
    }
  });

  it("keeps ancillary costs in a table of their own, and VAT by rate", async () => {
    const quote = aQuoteDocument({
      lines: [
        aLine({ label: "Formation", amountCents: 100000 }),
        aLine({ kind: "ancillary", label: "Examen", amountCents: 10000, vatRate: 2000 }),
      ],
      totals: {
        pedagogicalCents: 100000,
        ancillaryCents: 12000,
        pedagogicalNetCents: 100000,
        ancillaryNetCents: 10000,
        netCents: 110000,
        totalCents: 112000,
        hourlyCents: undefined,
        vatGroups: [
          { regime: "exempt-training", rate: 0, netCents: 100000, vatCents: 0 },
          { regime: "taxed", rate: 2000, netCents: 10000, vatCents: 2000 },
        ],
      },
    });
    const text = read(await pagesOf(quote));
    expect(text).toMatch(/Coûts pédagogiques.*Formation 1 10,00 € 0 % 1 000,00 € Total des coûts pédagogiques 1 000,00 € Frais annexes/);
    expect(text).toMatch(/Examen 1 10,00 € 20 % 100,00 € Total des frais annexes HT 100,00 € Total des frais annexes TTC 120,00 €/);
    expect(text).toMatch(/Total HT 1 100,00 € TVA 20 % sur 100,00 € 20,00 € Total TTC 1 120,00 €/);
    expect(text).not.toContain("par heure");
  });

  it("says what a POEI adds", async () => {
    const text = read(await pagesOf(aQuoteDocument({ poei: [{ label: "Employeur", value: "Lemaire & Fils" }] })));
    expect(text).toContain("Préparation opérationnelle à l’emploi Employeur Lemaire & Fils");
  });

  it("leaves no empty part when only the compulsory facts are known", async () => {
    const pages = await pagesOf(anEmptyQuoteDocument());
    const text = read(pages);
    expect(pages).toHaveLength(1);
    expect(text).toContain("Stagiaire à préciser");
    for (const absent of ["Plan de financement", "Remarques", "Frais annexes", "Valable", "Préparation", "undefined", "null"])
      expect(text).not.toContain(absent);
  });

  it("parts labels, values and lines with spaces for those who hear it", async () => {
    const quote = aQuoteDocument({ notes: "mot ".repeat(60) });
    const heard = (await pagesOf(quote))
      .flat()
      .map(({ text }) => text)
      .join("");
    for (const words of ["DEVIS DEV-2026-0001", "Début 07/12/2026", "Total net de taxe 1\u202f950", "Le stagiaire Date"])
      expect(heard).toContain(words);
    expect(heard).not.toContain("motmot");
  });

  it("marks a draft at the head of each page and across it, and says so once aloud", async () => {
    const drafts = await pagesOf(aQuoteDocument({ isDraft: true, lines: manyLines(40) }));
    expect(drafts.length).toBeGreaterThan(1);
    for (const page of drafts) {
      const marks = page.filter(({ text, isArtefact }) => text === "BROUILLON" && isArtefact);
      expect(marks.map(({ size }) => size).sort((a, b) => a - b)).toEqual([7.5, 84]);
    }
    expect(read(drafts)).toMatch(/Version 1 · Brouillon Établi le/);
    expect(read(await pagesOf(aQuoteDocument()), true)).not.toMatch(/brouillon/i);
  });

  it("puts the mark of a draft over the tints and under the rules and the text", async () => {
    const { objects } = readPdf(await renderPdf(aSimpleQuoteDocument({ isDraft: true }), options));
    const drawn = [...objects.values()].map(({ stream }) => stream?.toString("latin1") ?? "").find((stream) => / re$/m.test(stream)) ?? "";
    const mark = drawn.indexOf(" 84 Tf");
    const [tint, rule] = [filling(0xf2, 0xf6, 0xf8), filling(0xd3, 0xda, 0xe0)];
    expect(mark).toBeGreaterThan(0);
    expect(drawn.includes(tint)).toBe(true);
    expect(drawn.lastIndexOf(tint)).toBeLessThan(mark);
    expect(drawn.indexOf(rule)).toBeGreaterThan(mark);
  });
});

/** How a page asks for a colour. */
function filling(...levels: readonly number[]): string {
  return `${levels.map((level) => Math.round((level / 255) * 10_000) / 10_000).join(" ")} rg`;
}
