import type { ReportDocument } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportAsMarkdown } from "../../../packages/bot/src/files/markdown.js";
import { anAccessPolicy, aReviewReport, aReviewTable, reviewRows } from "../../pdf/report-samples.js";

describe("a report as Markdown", () => {
  it("reads as the paper does", () => {
    const report = aReviewReport({
      sections: [
        {
          heading: "Ce qui a été décidé",
          paragraphs: ["Deux habilitations revues.", "1. Rien d'autre.\n- Ni rien de plus."],
          items: ["gardée ;", "- retirée"],
          table: aReviewTable([["H-0001", "Claire Fontaine", "RGC", "01/09/2024", "A | B", "Gardée"], ["H-0002"]]),
        },
      ],
    });
    expect(reportAsMarkdown(report)).toMatchInlineSnapshot(`
      "# Revue des habilitations – R-0001

      Horizon Formation Métropole · SIRET 35600000000048 · 26/11/2026

      - **Ouverte le** : 16/11/2026
      - **Close le** : 26/11/2026
      - **Close par** : Claire Fontaine
      - **Prochaine revue** : avant le 26/05/2027

      ## Ce qui a été décidé

      Deux habilitations revues.

      1\\. Rien d'autre.

      \\- Ni rien de plus.

      - gardée ;
      - \\- retirée

      | N° | Personne | Profil | Depuis | Remarques | Décision |
      | --- | --- | --- | --- | --- | --- |
      | H-0001 | Claire Fontaine | RGC | 01/09/2024 | A \\| B | Gardée |
      | H-0002 |  |  |  |  |  |

      ## Signatures

      - **Le responsable de gestion de compte (RGC)** : Date et signature
      "
    `);
  });

  it("keeps every section of a policy and every row of a review", () => {
    const policy = parsed(reportAsMarkdown(anAccessPolicy()));
    expect(policy.filter(({ kind }) => kind === "heading")).toHaveLength(1 + 12 + 1);
    const [table] = parsed(reportAsMarkdown(aReviewReport())).filter((block) => block.kind === "table");
    expect(table?.rows.slice(1)).toEqual(reviewRows);
  });

  it("says that a table is empty, and leaves out what is not there", () => {
    const report = aReviewReport({
      facts: [{ label: "Vide", value: " " }],
      signatures: [],
      sections: [
        { heading: "Rien" },
        { heading: "Personne", table: aReviewTable([]) },
        { heading: "", table: { columns: [], rows: [["x"]] } },
      ],
    });
    expect(parsed(reportAsMarkdown(report)).map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ["heading", 1],
      ["text", 1],
      ["heading", 1],
      ["heading", 1],
      ["table", 2],
    ]);
    expect(reportAsMarkdown(report)).toContain("| Néant |  |  |  |  |  |");
  });

  it.each([
    ["*x* | <b>", "\\*x\\* \\| \\<b\\>"],
    ["a\\|b\\", "a\\\\\\|b\\\\"],
    ["[clic](https://mal.example) &lt; `x` $1$", "\\[clic\\](https\\://mal.example) \\&lt; \\`x\\` \\$1\\$"],
    ["# titre\r\n\r\n| a |\n| --- |", "\\# titre \\| a \\| \\| --- \\|"],
    ["WWW.mal.example ~~non~~ ![i](x)", "WWW\\.mal.example \\~\\~non\\~\\~ !\\[i\\](x)"],
    ["Ca\u0007mille\u202e DURAND\ud800", "Ca mille DURAND\ufffd"],
  ])("a cell of %j is plain words", (cell, expected) => {
    const text = reportAsMarkdown(aReviewReport({ sections: [{ heading: "T", table: { columns: [{ title: "C" }], rows: [[cell]] } }] }));
    expect(text).toContain(`| C |\n| --- |\n| ${expected} |\n`);
  });

  it.each(["- x", "+ x", "= x", "===", "---", "12. x", "3) x", "> x", "# x", "    x", "```", "<!-- x", "[a]: b", "| a |"])(
    "a paragraph of %j is a paragraph",
    (text) => {
      const markdown = reportAsMarkdown(aReviewReport({ sections: [{ heading: "T", paragraphs: [text] }], signatures: [] }));
      expect(parsed(markdown).at(-1)).toEqual({ kind: "text", rows: [[text.trim()]] });
    },
  );

  it("gives back as many rows, columns and words as it was given, whatever they hold", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[-+=\\`*_~[\]<>#|&$.)1\s]{0,12}$/),
    );
    const table = fc.integer({ min: 1, max: 7 }).chain((count) =>
      fc.record({
        columns: fc.array(fc.record({ title: word }), { minLength: count, maxLength: count }),
        rows: fc.array(fc.array(word, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 12 }),
      }),
    );
    fc.assert(
      fc.property(word, table, fc.array(word), fc.array(word), (title, shown, paragraphs, items) => {
        const report: ReportDocument = aReviewReport({
          genre: "",
          title: `T ${title}`,
          facts: [],
          sections: [{ heading: `S ${title}`, paragraphs: paragraphs.map((text) => text.replace(/\n/g, " ")), items, table: shown }],
          signatures: [{ name: title, expected: title }],
        });
        const blocks = parsed(reportAsMarkdown(report));
        const [first, origin, ...others] = blocks;
        expect(first).toEqual({ kind: "heading", rows: [[plain(`T ${title}`)]] });
        expect(origin?.kind).toBe("text");
        const said = (texts: readonly string[]) => texts.map(plain).filter((text) => text !== "");
        const expected = [
          { kind: "heading", rows: [[plain(`S ${title}`)]] },
          ...said(paragraphs).map((text) => ({ kind: "text", rows: [[text]] })),
          ...(said(items).length === 0 ? [] : [{ kind: "list", rows: said(items).map((text) => [text]) }]),
          { kind: "table", rows: [shown.columns.map((column) => plain(column.title)), ...shown.rows.map((row) => row.map(plain))] },
          { kind: "heading", rows: [["Signatures"]] },
        ];
        expect(others.slice(0, expected.length)).toEqual(expected);
        expect(others.length - expected.length).toBe(plain(title) === "" ? 0 : 1);
      }),
      { numRuns: 500 },
    );
  });
});

interface Parsed {
  readonly kind: "heading" | "list" | "table" | "text";
  readonly rows: readonly (readonly string[])[];
}

/** What a reader of Markdown sees: blocks parted by blank lines, the first character of a line says what it is. */
function parsed(markdown: string): readonly Parsed[] {
  return markdown
    .trimEnd()
    .split("\n\n")
    .map((block): Parsed => {
      const lines = block.split("\n");
      const of = (kind: Parsed["kind"], mark: RegExp): Parsed => {
        const texts = lines.map((line) => line.replace(mark, ""));
        if (kind !== "heading") for (const text of texts) expect(text).not.toMatch(/^[-+=]|^\d+[.)]/);
        return { kind, rows: texts.map((text) => [words(text)]) };
      };
      if (/^#{1,2} /.test(block)) return of("heading", /^#+ /);
      if (block.startsWith("- ")) return of("list", /^- /);
      if (!block.startsWith("|")) return of("text", /^/);
      const rows = lines.map((line) => (line.match(/(?:\\.|[^\\|])+/g) ?? []).map((cell) => cell.slice(1, -1)));
      expect(rows[1]?.every((cell) => cell === "---")).toBe(true);
      return { kind: "table", rows: rows.filter((_, index) => index !== 1).map((row) => row.map(words)) };
    });
}

/** The text without its escapes; a mark that is not escaped is a fault. */
function words(text: string): string {
  const bold = text.replace(/^\*\*(.*)\*\* : /, "$1 : ");
  expect(bold.replace(/\\[!-/:-@[-`{-~]/g, "x")).not.toMatch(/[\\`*_~[\]<>#|&$]|(?:https?|ftp):\/\//i);
  return bold.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** A text on one line, without what no reader should meet. */
function plain(text: string): string {
  const kept = [...text].map((character) => (/^[\ud800-\udfff]$/.test(character) ? "\ufffd" : character));
  return kept
    .filter((character) => !/^[\u200e\u200f\u202a-\u202e\u2066-\u2069]$/.test(character))
    .map((character) => (/^[\p{Cc}\u2028\u2029]$/u.test(character) ? " " : character))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}
