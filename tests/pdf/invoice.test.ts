import { describe, expect, it } from "vitest";
import { aBalance, aCreditNote, aDeposit, aHostileInvoice, anInvoiceDocument, aTaxedMix, manyInvoiceLines } from "./invoice-samples.js";
import { frame, overlapping, pagesOf, read } from "./shown.js";

describe("what an invoice says", () => {
  it("shows every fact of the document, in the order one reads it", async () => {
    const text = read(await pagesOf(anInvoiceDocument({ notes: "Merci." })));
    const facts = [
      "Atelier des Rives Formation",
      "12 rue des Chantiers, 33300 Bordeaux · SIRET 999 000 144 00017",
      "FACTURE FAC-2026-0001",
      "Facturé à France Travail 1 place des Exemples, 75020 Paris SIRET 130 005 481 00010",
      "Date d’émission 21/12/2026 Échéance 20/01/2027 Dispositif AFC",
      "Cariste CACES R489",
      "Du 07/12/2026 Au 18/12/2026 Session SE-2026-014 Marché 2026-AFC-0417 lot 3",
      "Bon de commande BC-2026-118 Engagement 4500012345 Code service AFC-ARA",
      "Prestations Quantité Prix unitaire Montant",
      "Cariste CACES R489 · Camille DURAND 70 h 17,00 € 1 190,00 €",
      "Total des lignes 1 190,00 €",
      "TVA Base HT Montant Exonérée 1 190,00 € 0,00 €",
      "Total net de taxe 1 190,00 € Net à payer 1 190,00 €",
      "À payer au plus tard le 20/01/2027 IBAN FR76 3000 6000 0112 3456 7890 189 BIC AGRIFRPP",
      "Référence à rappeler FAC-2026-0001 Titulaire du compte Horizon Formation Métropole",
      "Exonération de TVA - article 261-4-4° a du CGI.",
      "majoré de 8 points",
      "frais de recouvrement en cas de retard : 40,00 €.",
      "escompte",
      "Déclaration d’activité enregistrée sous le numéro 75331234533",
      "Remarques Merci.",
    ];
    let from = 0;
    for (const fact of facts) {
      const at = text.indexOf(fact, from);
      expect(at, `« ${fact} » after « ${text.slice(Math.max(0, from - 30), from + 60)} »`).toBeGreaterThanOrEqual(0);
      from = at;
    }
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it("bills VAT by rate beside what is exempt, and says what a line adds", async () => {
    const text = read(await pagesOf(aTaxedMix()));
    expect(text).toContain("Prestations Quantité Prix unitaire HT TVA Montant HT");
    expect(text).toContain("TVA FR83356000000");
    expect(text).toMatch(
      /Location d’un chariot élévateur 14\/12\/2026 → 15\/12\/2026 · Deux journées, carburant compris 2 j 150,00 € 20 %/,
    );
    expect(text).toMatch(/Exonérée 1 190,00 € 0,00 € 20 % 300,00 € 60,00 € 5,5 % 37,50 € 2,06 €/);
    expect(text).toMatch(/Total HT 1 527,50 € TVA 62,06 € Total TTC 1 589,56 € Net à payer 1 589,56 €/);
  });

  it("takes the penalty and the deposits off a balance", async () => {
    const text = read(await pagesOf(aBalance()));
    expect(text).toContain("FACTURE DE SOLDE FAC-2026-0002");
    expect(text).toMatch(
      /Total des lignes 1 190,00 €.*Pénalité : retard de remise des attestations − 50,00 € Total net de taxe 1 140,00 € Acompte FAC-2026-0001 du 20\/11\/2026 − 357,00 € Net à payer 783,00 €/,
    );
  });

  it("asks for a deposit, and for nothing more once it is paid", async () => {
    expect(read(await pagesOf(aDeposit()))).toMatch(
      /FACTURE D’ACOMPTE FAC-2026-0001.*Acompte de 30 % sur la commande BC-2026-118 1 357,00 €/,
    );
    const paid = read(await pagesOf(anInvoiceDocument({ alreadyPaid: { on: "2026-12-20" } })));
    expect(paid).toMatch(/Total net de taxe 1 190,00 € Payé le 20\/12\/2026 − 1 190,00 € Net à payer 0,00 €/);
    expect(paid).not.toMatch(/Règlement|IBAN/);
  });

  it("cites what a credit note corrects, and asks nobody to pay it", async () => {
    const text = read(await pagesOf(aCreditNote()));
    expect(text).toMatch(/AVOIR AV-2026-0001 Adressé à France Travail/);
    expect(text).toContain("Avoir sur la facture FAC-2026-0001 du 21/12/2026. Motif : deux demi-journées facturées à tort");
    expect(text).toMatch(/Total de l’avoir 119,00 €/);
    expect(text).not.toMatch(/Échéance|Règlement|IBAN|Net à payer|escompte/);
  });

  it("says that a draft is one, aloud, across each page and at its head", async () => {
    const pages = await pagesOf(anInvoiceDocument({ isDraft: true, lines: manyInvoiceLines(40) }));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const marks = page.filter(({ text, isArtefact }) => text === "PROJET" && isArtefact);
      expect(marks.map(({ size }) => size).sort((a, b) => a - b)).toEqual([7.5, 84]);
    }
    expect(read(pages)).toContain("PROJET DE FACTURE PF-2026-0001");
    expect(read(pages)).not.toContain("Référence à rappeler");
    expect(read(await pagesOf({ ...aCreditNote(), isDraft: true }))).toContain("PROJET D’AVOIR");
  });
});

describe("pages of an invoice", () => {
  it.each([
    [0, 1],
    [1, 1],
    [10, 1],
    [11, 1],
    [50, 3],
    [300, 11],
  ])("%i lines: every one once, titles on each page, x/y and the head of the journal at the foot", async (count, expected) => {
    const document = anInvoiceDocument({ lines: manyInvoiceLines(Math.max(1, count)) });
    const pages = await pagesOf(count === 0 ? { ...document, lines: [] } : document);
    expect(pages).toHaveLength(expected);
    const shown = pages.flat().filter(({ isArtefact }) => !isArtefact);
    for (let index = 1; index <= count; index++)
      expect(shown.filter(({ text }) => text.startsWith(`Module-${index}.`)).length, `line ${index}`).toBe(1);
    for (const [index, page] of pages.entries()) {
      expect(page.filter(({ text, isArtefact }) => isArtefact && text === `Page ${index + 1}/${pages.length}`)).toHaveLength(1);
      expect(page.some(({ text, isArtefact }) => isArtefact && text === "Facture FAC-2026-0001 · journal 3f9ac41be07d")).toBe(true);
      for (const [one, other] of overlapping(page)) expect.fail(`« ${one.text} » over « ${other.text} »`);
      const rows = page.filter(({ text }) => text.startsWith("Module-"));
      if (rows.length === 0) continue;
      const titles = page.filter(({ text }) => text === (index === 0 ? "Prestations" : "Prestations (suite)"));
      expect(titles.map(({ isArtefact }) => isArtefact)).toEqual([index > 0]);
      expect(titles[0]?.y ?? 0).toBeLessThan(Math.min(...rows.map(({ y }) => y)));
    }
  });

  it("keeps the sums with the end of the lines, and the way to pay whole, wherever the lines end", async () => {
    for (let count = 1; count <= 40; count += 3) {
      for (const page of await pagesOf(anInvoiceDocument({ lines: manyInvoiceLines(count) }))) {
        const texts = page.filter(({ isArtefact }) => !isArtefact).map(({ text }) => text.trim());
        if (texts.includes("Net à payer"))
          expect(texts.filter((text) => text.startsWith("Module-")).length, `${count} lines`).toBeGreaterThan(0);
        expect(texts.includes("Règlement par virement"), `${count} lines`).toBe(texts.some((text) => text.startsWith("FR76")));
        expect(["Prestations", "Formation", "Règlement par virement", "TVA"]).not.toContain(texts.at(-1));
      }
    }
  });

  it.each([
    ["hostile texts", aHostileInvoice()],
    ["long words", aHostileInvoice("W".repeat(300))],
    ["nothing but signs no face has", aHostileInvoice("🚀漢\u0000\u202e\ud800")],
    ["many short words", aHostileInvoice("mot ".repeat(90))],
    ["blanks", aHostileInvoice(" \u00a0\n\t")],
  ])("keeps %s within the margins, without a missing glyph nor a text over another", async (_, document) => {
    for (const page of await pagesOf(document)) {
      for (const { text, x, y, width, isArtefact, holdsMissingGlyph } of page) {
        expect(holdsMissingGlyph, text).toBe(false);
        expect(x, text).toBeGreaterThanOrEqual(frame.left);
        expect(x + width, text).toBeLessThanOrEqual(frame.right);
        expect(y, text).toBeLessThan(isArtefact ? 830 : 781);
      }
      for (const [one, other] of overlapping(page)) expect.fail(`« ${one.text} » over « ${other.text} »`);
    }
  });
});
