import type { ReportDocument } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { ShownText } from "./reader.js";
import { anAccessPolicy, aReviewReport, aReviewTable, manyGrants } from "./report-samples.js";
import { frame, overlapping, pagesOf, read } from "./shown.js";

describe("pages of a report", () => {
  it.each([
    [0, 1],
    [1, 1],
    [10, 3],
    [11, 3],
    [50, 9],
    [500, 76],
  ])("%i rows: every row once and whole, titles on each page, x/y at the foot", async (count, expected) => {
    const rows = manyGrants(count);
    const pages = await pagesOf(aReviewWith(rows));
    expect(pages).toHaveLength(expected);
    const content = pages.map(said);
    const numbers = content.flatMap((page) => page.filter(({ text }) => /^H-\d{4}$/.test(text.trim())));
    expect(numbers.map(({ text }) => text.trim())).toEqual(rows.map(([number]) => number));
    for (const [index, page] of pages.entries()) {
      expect(page.filter(({ text, isArtefact }) => isArtefact && text === `Page ${index + 1}/${pages.length}`)).toHaveLength(1);
      const cells = said(page).filter(({ text }) => /^(H-\d{4}|Constat-)/.test(text));
      if (cells.length === 0) continue;
      const first = page.filter(({ text }) => text.trim() === "N°");
      expect(first).toHaveLength(1);
      expect(first[0]?.isArtefact, "read aloud once").toBe(index > 0);
      expect(page.some(({ text, isArtefact }) => isArtefact && text === "Ce qui a été décidé (suite)")).toBe(index > 0);
      expect(first[0]?.y ?? 0).toBeLessThan(Math.min(...cells.map(({ y }) => y)));
      for (const { text, y } of cells.filter(({ text }) => text.startsWith("Constat-")))
        expect(cells.some((cell) => cell.y === y && Number(cell.text.slice(2)) === Number(/\d+/.exec(text)?.[0]))).toBe(true);
    }
    isWellSet(pages);
  });

  it("splits no row and leaves no heading at the foot of a page, wherever the table ends", async () => {
    for (let count = 1; count <= 24; count += 1) {
      const rows = manyGrants(count).map(([number = "", , ...others], index) => [
        number,
        `Début ${index} milieu de nom fin-${index}.`,
        ...others,
      ]);
      const pages = await pagesOf(aReviewWith(rows));
      for (const page of pages) {
        const texts = said(page).map(({ text }) => text.trim());
        const begun = texts.filter((text) => text.startsWith("Début")).length;
        expect(texts.filter((text) => /fin-\d+\.$/.test(text)).length, `${count} rows`).toBe(begun);
        expect([...headings, "N°", "Décision"], `${count} rows`).not.toContain(texts.at(-1));
      }
    }
  });

  it("keeps the frames whole, with what they sign and the end of the text", async () => {
    for (let lines = 1; lines <= 60; lines += 1) {
      const paragraphs = Array.from({ length: lines }, (_, index) => `Ligne ${index + 1}.`);
      const last = said((await pagesOf(anAccessPolicy({ sections: [{ heading: "Texte", paragraphs }] }))).at(-1) ?? []);
      const texts = last.map(({ text }) => text.trim());
      expect(texts, `${lines} lines`).toContain("Signatures");
      expect(texts, `${lines} lines`).toContain(`Ligne ${lines}.`);
      expect(
        texts.filter((text) => text === "Date et signature"),
        `${lines} lines`,
      ).toHaveLength(2);
    }
  });

  it("does not leave the first item of a list, nor what introduces it, alone", async () => {
    for (let lines = 20; lines <= 50; lines += 1) {
      const paragraphs = Array.from({ length: lines }, (_, index) => `Ligne ${index + 1}.`);
      const sections = [
        { heading: "Texte", paragraphs: [...paragraphs, "Sont relevés :"], items: ["premier", "deuxième", "troisième", "dernier"] },
      ];
      for (const page of await pagesOf(aReviewReport({ sections, signatures: [] }))) {
        const texts = said(page).map(({ text }) => text.trim());
        expect(["Sont relevés\u00a0:", "•", "premier", "troisième"], `${lines} lines`).not.toContain(texts.at(-1));
      }
    }
  });

  it("cuts a row that no page can hold, and loses no word of it", async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `mot${index}`);
    const rows = [...manyGrants(2), ["H-0003", "Claire Fontaine", "Lecture", "01/09/2024", words.join(" "), "Gardée"], ...manyGrants(1)];
    const pages = await pagesOf(aReviewWith(rows));
    isWellSet(pages);
    const shown = read(pages).split(" ");
    for (const word of words)
      expect(
        shown.filter((text) => text === word),
        word,
      ).toHaveLength(1);
    for (const page of pages.filter((one) => read([one]).includes(" mot"))) expect(read([page], true)).toContain("N° Personne");
  });

  it("keeps every text within the margins, however long, and prints no missing glyph", async () => {
    const word = "x".repeat(300);
    const odd = "Léa 🚀 👩‍👩‍👧 王 محمد Ca\u0007mi\u00adlle\u202e ﬁn\ud800 ".repeat(8);
    const columns = ["N°", word, odd, "", "Cinq", "Six", "Sept"].map((title) => ({ title, share: title === "" ? 0 : 2 }));
    const report = aReviewReport({
      genre: word,
      title: odd + word,
      issuer: { name: odd + word, siret: "35600000000048" },
      facts: [word, odd, ""].map((value) => ({ label: value, value })),
      sections: [
        { heading: word, paragraphs: [odd, word, "\u0007"], items: [word, odd, "", "\u0007"] },
        { heading: odd, table: { columns, rows: [[odd, word, "é".repeat(200)], [word], [], [odd, odd, odd, odd, odd, odd, odd, odd]] } },
        { heading: "", table: { columns: [{ title: word }], rows: [[word.repeat(60)]] } },
        { heading: "", table: { columns: [], rows: [[word]] } },
      ],
      signatures: [word, odd, "", "d", "e", "f", "g"].map((name) => ({ name, expected: name })),
    });
    const pages = await pagesOf(report);
    isWellSet(pages);
    expect(pages.flat().filter(({ holdsMissingGlyph }) => holdsMissingGlyph)).toEqual([]);
  });

  it("gives a column what its longest word needs, and no more than its longest cell", async () => {
    const columns = [{ title: "N°", share: 0.1 }, { title: "Oui", share: 9 }, { title: "Texte" }];
    const rows = [["H-0001 bis", "Oui", "mot ".repeat(80)]];
    const [page = []] = await pagesOf(aReviewReport({ sections: [{ heading: "T", table: { columns, rows } }] }));
    expect(page.some(({ text }) => text === "H-0001 bis")).toBe(true);
    const [yes, text] = ["Oui", "Texte"].map((title) => page.find((shown) => shown.text === title));
    expect((text?.x ?? 0) - (yes?.x ?? 0)).toBeLessThan(40);
  });
});

const headings = ["Ce qui a été décidé", "Remarques sur l’établissement", "Comment lire ce rapport", "Signatures"];

function aReviewWith(rows: readonly (readonly string[])[]): ReportDocument {
  const [decided, ...others] = aReviewReport().sections;
  return aReviewReport({ sections: [{ heading: "", ...decided, table: aReviewTable(rows) }, ...others] });
}

function said(page: readonly ShownText[]): readonly ShownText[] {
  return page.filter(({ isArtefact }) => !isArtefact);
}

function isWellSet(pages: readonly (readonly ShownText[])[]): void {
  for (const page of pages) {
    for (const { text, x, y, width, isArtefact } of page) {
      expect(x, text).toBeGreaterThanOrEqual(frame.left);
      expect(x + width, text).toBeLessThanOrEqual(frame.right);
      expect(y, text).toBeLessThan(isArtefact ? 830 : 780);
    }
    for (const [one, other] of overlapping(page)) expect.fail(`« ${one.text} » over « ${other.text} »`);
  }
}
