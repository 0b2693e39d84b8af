import { describe, expect, it } from "vitest";
import { aLine, aQuoteDocument, aSimpleQuoteDocument, manyLines, poeiFacts } from "./samples.js";
import { frame, overlapping, pagesOf, read } from "./shown.js";

describe("pages", () => {
  it.each([
    ["a simple AIF quote", aSimpleQuoteDocument()],
    ["its draft", aSimpleQuoteDocument({ isDraft: true })],
    ["three lines with notes", aQuoteDocument()],
    ["a simple POEI quote", aSimpleQuoteDocument({ scheme: "POEI", poei: poeiFacts })],
    ["no funding yet", aSimpleQuoteDocument({ funding: [] })],
  ])("%s is one page, signatures included", async (_, quote) => {
    const pages = await pagesOf(quote);
    expect(pages).toHaveLength(1);
    expect(read(pages)).toMatch(/L’organisme de formation Date, signature et cachet$/);
  });

  it("carries the funding to the page that is signed", async () => {
    for (let count = 4; count <= 24; count += 1) {
      const lines = Array.from({ length: count }, () => aLine());
      const last = (await pagesOf(aQuoteDocument({ lines }))).at(-1) ?? [];
      const texts = last.map(({ text }) => text.trim());
      expect(texts, `${count} lines`).toContain("Plan de financement");
      expect(texts, `${count} lines`).toContain("Bon pour accord");
    }
  });

  it.each([
    [3, 1],
    [60, 5],
    [200, 12],
  ])("%i lines: every row once, titles on each page, x/y at the foot", async (count, expected) => {
    const lines = manyLines(count);
    const pages = await pagesOf(aQuoteDocument({ lines }));
    expect(pages).toHaveLength(expected);
    const shown = pages.flat().filter(({ isArtefact }) => !isArtefact);
    for (const [index] of lines.entries())
      expect(shown.filter(({ text }) => text.startsWith(`Module-${index + 1}.`)).length, `row ${index + 1}`).toBe(1);
    for (const [index, page] of pages.entries()) {
      expect(page.filter(({ text, isArtefact }) => isArtefact && text === `Page ${index + 1}/${pages.length}`)).toHaveLength(1);
      expect(page.some(({ text, isArtefact }) => isArtefact && text === "Devis DEV-2026-0001 · version 1 · journal 3f9ac41be07d")).toBe(
        true,
      );
      const rows = page.filter(({ text }) => text.startsWith("Module-"));
      if (rows.length === 0) continue;
      const titles = page.filter(({ text }) => text === (index === 0 ? "Coûts pédagogiques" : "Coûts pédagogiques (suite)"));
      expect(titles).toHaveLength(1);
      expect(titles[0]?.isArtefact, "read aloud once").toBe(index > 0);
      expect(titles[0]?.y ?? 0).toBeLessThan(Math.min(...rows.map(({ y }) => y)));
    }
  });

  it("splits no row, and leaves neither a subtotal without rows nor a heading without content", async () => {
    const label = `Module ${"mot ".repeat(45)}`;
    for (let count = 1; count <= 24; count += 1) {
      const lines = Array.from({ length: count }, () => aLine({ label, unitPriceCents: 777 }));
      for (const page of await pagesOf(aQuoteDocument({ lines }))) {
        const content = page.filter(({ isArtefact }) => !isArtefact);
        const texts = content.map(({ text }) => text.trim());
        const firstLines = content.filter(({ text }) => text.startsWith("Module"));
        const otherLines = content.filter(({ text }) => text.startsWith("mot"));
        expect(otherLines.length, `${count} lines`).toBe(firstLines.length * 2);
        for (const { y } of firstLines) expect(content.some((shown) => shown.text === "7,77\u00a0€" && shown.y === y)).toBe(true);
        if (texts.includes("Total des coûts pédagogiques")) expect(firstLines.length, `${count} lines`).toBeGreaterThan(0);
        expect(["Coûts pédagogiques", "Plan de financement", "Remarques", "Formation", "Montant"]).not.toContain(texts.at(-1));
        if (texts.includes("Bon pour accord")) expect(texts).toContain("L’organisme de formation");
      }
    }
  });

  it("keeps every text within the margins, however long the names", async () => {
    const base = aQuoteDocument();
    const word = "x".repeat(200);
    const quote = aQuoteDocument({
      isDraft: false,
      reference: "W".repeat(40),
      provider: {
        ...base.provider,
        name: "Association départementale pour l'insertion ".repeat(3).slice(0, 120),
        contact: { email: `${"m".repeat(100)}@formation.example` },
        presentation: word,
      },
      trainee: { name: `${"Anne-".repeat(12)} ${"M".repeat(60)}`, franceTravailId: "1234567890A" },
      training: { ...base.training, title: "T".repeat(255), place: word.slice(0, 160), listingReference: word.slice(0, 40) },
      lines: [
        aLine({ label: word, amountCents: 1_000_000_000, unitPriceCents: 1_000_000_000 }),
        aLine({ label: "é".repeat(200), unit: "day", quantity: 600_000 }),
      ],
      totals: { ...base.totals, pedagogicalCents: 200_000_000_000, totalCents: 200_000_000_000 },
      funding: [{ label: word.slice(0, 60), amountCents: 200_000_000_000 }],
      notes: word.repeat(5),
    });
    for (const page of await pagesOf(quote)) {
      for (const { text, x, y, width, isArtefact } of page) {
        expect(x, text).toBeGreaterThanOrEqual(frame.left);
        expect(x + width, text).toBeLessThanOrEqual(frame.right);
        expect(y, text).toBeLessThan(isArtefact ? 830 : 775);
      }
      expect(page.some(({ text, isArtefact }) => isArtefact && /… · SIRET 356\u00a0000\u00a0000\u00a000048$/.test(text))).toBe(true);
      for (const [one, other] of overlapping(page)) expect.fail(`« ${one.text} » over « ${other.text} »`);
    }
  });

  it("aligns the amounts on the right edge, in figures of one width", async () => {
    const pages = await pagesOf(aQuoteDocument());
    const amounts = pages.flat().filter(({ text, isArtefact }) => !isArtefact && /^[\d\u202f]+,\d\d\u00a0€$/.test(text));
    const edges = amounts.filter(({ x }) => x > 470).map(({ x, width }) => Math.round((x + width) * 100) / 100);
    expect(edges.length).toBeGreaterThanOrEqual(5);
    expect(new Set(edges)).toEqual(new Set([541.28]));
  });
});
