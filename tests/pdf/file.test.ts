import { renderPdf } from "@kairos/pdf";
import { describe, expect, it, vi } from "vitest";
import { readPdf } from "./reader.js";
import { aQuoteDocument, aSimpleQuoteDocument } from "./samples.js";
import { options } from "./shown.js";
import { faultIn } from "./xml.js";

describe("the file", () => {
  it("has the same bytes for the same document, whenever it is drawn", async () => {
    const first = await renderPdf(aQuoteDocument(), options);
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    const second = await renderPdf(aQuoteDocument(), options).finally(() => vi.useRealTimers());
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("has another identity when anything changes", async () => {
    const ids = await Promise.all(
      [
        renderPdf(aQuoteDocument(), options),
        renderPdf(aQuoteDocument({ notes: "autre" }), options),
        renderPdf(aQuoteDocument(), { ...options, auditHead: "00" }),
        renderPdf(aQuoteDocument(), { ...options, generatedAt: "2026-11-24T00:00:00Z" }),
      ].map(async (bytes) => readPdf(await bytes).id),
    );
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it("declares PDF/A-3a and PDF/UA-1, in well-formed metadata whatever the names", async () => {
    const base = aQuoteDocument();
    const provider = { ...base.provider, name: 'A & B <École> "du" \ud800\u0001 Rhône 🚀' };
    const { metadata } = readPdf(await renderPdf({ ...base, provider }, options));
    expect(faultIn(metadata)).toBeUndefined();
    expect(metadata).toContain("<rdf:li>A &#38; B &#60;École&#62; &#34;du&#34;  Rhône 🚀</rdf:li>");
    expect(metadata).toContain('<rdf:li xml:lang="x-default">Devis DEV-2026-0001 – version 1</rdf:li>');
    expect(metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(metadata).toContain("<xmp:CreateDate>2026-11-23T14:05:00Z</xmp:CreateDate>");
  });

  it("would notice metadata that is not well formed", () => {
    for (const broken of ["<a>A & B</a>", "<a><b></a></b>", "<a>B < C</a>", "<a>"]) expect(faultIn(broken)).toBeDefined();
  });

  it("embeds every font it uses and says its language", async () => {
    const { objects } = readPdf(await renderPdf(aQuoteDocument(), options));
    const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary);
    expect(dictionaries.filter((text) => /\/Type \/Font\n/.test(text) && /\/Subtype \/Type1/.test(text))).toEqual([]);
    expect(
      dictionaries
        .filter((text) => text.includes("/Type /FontDescriptor"))
        .map((text) => /\/FontName \/\w+\+(\S+)/.exec(text)?.[1])
        .sort(),
    ).toEqual(["KairosSans-Regular", "KairosSans-SemiBold"]);
    expect(dictionaries.filter((text) => text.includes("/Type /FontDescriptor")).every((text) => text.includes("/FontFile2"))).toBe(true);
    const catalogue = dictionaries.find((text) => text.includes("/Type /Catalog"));
    expect(catalogue).toContain("/Lang (fr-FR)");
    expect(catalogue).toContain("/MarkInfo");
  });

  it("tags titles, paragraphs and tables", async () => {
    const { roles, objects } = readPdf(await renderPdf(aQuoteDocument(), options));
    expect(roles.get("Document")).toBe(1);
    expect(roles.get("H1")).toBe(1);
    expect(roles.get("H2")).toBe(5);
    expect(roles.get("Table")).toBe(2);
    // Two rows of titles, three of costs and their subtotal, one of funding.
    expect(roles.get("TR")).toBe(7);
    const heads = [...objects.values()].filter(({ dictionary }) => /\/S \/TH\b/.test(dictionary));
    expect(heads).toHaveLength(4 + 2 + 1);
    expect(heads.every(({ dictionary }) => /\/Scope \/(Column|Row)/.test(dictionary))).toBe(true);
  });

  it("gives every row of a table as many columns as its titles", async () => {
    const { objects } = readPdf(await renderPdf(aSimpleQuoteDocument(), options));
    const dictionaryOf = (id: number): string => objects.get(id)?.dictionary ?? "";
    const kidsOf = (dictionary: string): readonly string[] =>
      [...(/\/K \[([^\]]*)\]/.exec(dictionary)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map((match) => dictionaryOf(Number(match[1])));
    const columnsOf = (row: string): number => kidsOf(row).reduce((sum, cell) => sum + Number(/\/ColSpan (\d+)/.exec(cell)?.[1] ?? 1), 0);
    const tables = [...objects.values()].map(({ dictionary }) => dictionary).filter((dictionary) => /\/S \/Table\b/.test(dictionary));
    expect(tables.map((table) => kidsOf(table).map(columnsOf))).toEqual([
      [4, 4, 4],
      [4, 4, 4],
      [2, 2, 2],
    ]);
    const spans = [...objects.values()].flatMap(({ dictionary }) => /\/ColSpan (\d+)/.exec(dictionary)?.[1] ?? []);
    expect(spans).toEqual(["3", "3"]);
  });
});

describe("characters", () => {
  it.each([
    ["emoji", "Léa 🚀 👩‍👩‍👧 🇫🇷 LÉO", "Léa □ □ □ LÉO"],
    ["Chinese", "王 小明 DURAND", "□ □□ DURAND"],
    ["Arabic", "محمد ALI", "□□□□ ALI"],
    ["Vietnamese", "Nguyễn Thị ĐỖ", "Nguyễn Thị ĐỖ"],
    ["Turkish and Polish", "Şükrü ŁUKASZ İşçi", "Şükrü ŁUKASZ İşçi"],
    ["decomposed accents", "Ame\u0301lie", "Amélie"],
    ["ligatures and wide letters", "ﬁn Ｄｅｖｉｓ", "fin Devis"],
    ["a letter without its accent", "ǰulie", "julie"],
    ["controls, soft hyphens, bidi marks", "Ca\u0007mi\u00adlle\u202e DUR\u200bAND\ud800", "Camille DURAND□"],
  ])("prints %s without a missing glyph", async (_, name, expected) => {
    const { pages } = readPdf(await renderPdf(aQuoteDocument({ trainee: { name, franceTravailId: undefined }, notes: name }), options));
    const shown = pages.flat();
    expect(shown.filter(({ holdsMissingGlyph }) => holdsMissingGlyph)).toEqual([]);
    expect(shown.filter(({ text }) => text === expected)).toHaveLength(2);
  });

  it("keeps hours, and a dash with the word before it, on one line", async () => {
    const notes = "Horaires : 8 h 30 – 12 h, 45 min de pause, l'« atelier », 2 jours, 3 j d'examen";
    const text = readPdf(await renderPdf(aQuoteDocument({ notes }), options))
      .pages.flat()
      .map((shown) => shown.text);
    expect(text).toContain(
      "Horaires\u00a0: 8\u00a0h\u00a030\u00a0– 12\u00a0h, 45\u00a0min de pause, l’«\u00a0atelier\u00a0», 2 jours, 3\u00a0j d’examen",
    );
  });

  it("sets French spaces and apostrophes, but leaves addresses alone", async () => {
    const notes = "Aujourd'hui : « oui » ! Reste 12 € ; o'neil@ecole.example ?";
    const text = readPdf(await renderPdf(aQuoteDocument({ notes }), options))
      .pages.flat()
      .map((shown) => shown.text);
    expect(text).toContain("Aujourd’hui\u00a0: «\u00a0oui\u00a0»\u202f! Reste 12\u00a0€\u202f; o'neil@ecole.example\u202f?");
  });
});
