import { renderPdf } from "@kairos/pdf";
import { describe, expect, it, vi } from "vitest";
import { readPdf } from "./reader.js";
import { anAccessPolicy, aReviewReport, reviewRows } from "./report-samples.js";
import { options, pagesOf, read } from "./shown.js";
import { faultIn } from "./xml.js";

describe("what a report says", () => {
  it("shows a review in the order one reads it", async () => {
    const pages = await pagesOf(aReviewReport());
    const text = read(pages);
    expect(pages).toHaveLength(2);
    inOrder(text, [
      "Horizon Formation Métropole",
      "SIRET 356 000 000 00048",
      "REVUE DES HABILITATIONS R-0001",
      "Ouverte le 16/11/2026 Close le 26/11/2026 Close par Claire Fontaine Prochaine revue avant le 26/05/2027",
      "Ce qui a été décidé",
      "12 habilitations revues : 3 retirées, 2 réduites",
      "N° Personne Profil Depuis Remarques Décision",
      "H-0001 Claire Fontaine Gestion de compte (RGC) 01/09/2024 Double authentification non vérifiée depuis plus de six mois. Gardée",
      "H-0012 Louise Petit",
      "Remarques sur l’établissement",
      "• Un seul RGC est en place",
      "• Le mot de passe d’administration",
      "Comment lire ce rapport",
      "Signatures",
      "Pour le document « Revue des habilitations – R-0001 » du 26/11/2026.",
      "Le responsable de gestion de compte (RGC) Date et signature",
    ]);
    for (const row of reviewRows) inOrder(text, [row[0] ?? "", row[3] ?? ""]);
  });

  it("shows every section of a policy, on two pages with both frames to sign", async () => {
    const policy = anAccessPolicy();
    const pages = await pagesOf(policy);
    expect(pages).toHaveLength(2);
    inOrder(read(pages), [
      "POLITIQUE D’ACCÈS Politique minimale de gestion des habilitations",
      ...policy.sections.map(({ heading }) => heading.replaceAll("'", "’")),
      "La direction de l’organisme Date et signature Le responsable de gestion de compte (RGC) Date et signature",
    ]);
  });

  it("says at the foot of each page whose document it is, and at the head of the others which", async () => {
    const pages = await pagesOf(aReviewReport());
    for (const [index, page] of pages.entries()) {
      const around = page.filter(({ isArtefact }) => isArtefact).map(({ text }) => text.replace(/\s/g, " "));
      expect(around).toContain(`Page ${index + 1}/2`);
      expect(around).toContain("Revue des habilitations – R-0001 · journal 3f9ac41be07d");
      expect(around.includes("Document du 26/11/2026")).toBe(index > 0);
    }
  });

  it("gives a fact as many columns as it needs, and none to one that is not known", async () => {
    const facts = [
      { label: "Responsables (RGC)", value: "Claire Fontaine, Karim Haddad, Sophie Marchand-Delacroix" },
      { label: "Inconnu", value: " " },
    ];
    const [page = []] = await pagesOf(aReviewReport({ facts }));
    expect(page.map(({ text }) => text.trim())).toContain(facts[0]?.value);
    expect(read([page])).not.toContain("Inconnu");
    const none = read(await pagesOf(aReviewReport({ facts: [] })));
    expect(none).toMatch(/R-0001 Ce qui a été décidé/);
  });

  it("keeps the lines of a text and of a cell apart", async () => {
    const sections = [{ heading: "T", paragraphs: ["un\n\ndeux"], table: { columns: [{ title: "C" }], rows: [["trois\r\nquatre"]] } }];
    const texts = (await pagesOf(aReviewReport({ sections }))).flat().map(({ text }) => text);
    for (const line of ["un", "deux", "trois", "quatre"]) expect(texts).toContain(line);
  });
});

describe("the file of a report", () => {
  it("has the same bytes for the same report, whenever it is drawn", async () => {
    const first = await renderPdf(aReviewReport(), options);
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    const second = await renderPdf(aReviewReport(), options).finally(() => vi.useRealTimers());
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const other = await renderPdf(aReviewReport({ title: "R-0002" }), options);
    expect(readPdf(other).id).not.toBe(readPdf(first).id);
  });

  it("declares what it is, in well-formed metadata whatever the names", async () => {
    const title = 'R-0001 A & B <École> "du" \ud800\u0001 Rhône 🚀';
    const { metadata, objects } = readPdf(await renderPdf(aReviewReport({ title }), options));
    expect(faultIn(metadata)).toBeUndefined();
    expect(metadata).toContain("Revue des habilitations – R-0001 A &#38; B &#60;École&#62; &#34;du&#34;  Rhône 🚀</rdf:li>");
    expect(metadata).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary);
    expect(dictionaries.filter((text) => /\/Type \/Font\n/.test(text) && /\/Subtype \/Type1/.test(text))).toEqual([]);
    expect(dictionaries.find((text) => text.includes("/Type /Catalog"))).toContain("/Lang (fr-FR)");
  });

  it("tags lists as lists, with their labels", async () => {
    const { roles, objects } = readPdf(await renderPdf(anAccessPolicy(), options));
    const items = anAccessPolicy().sections.flatMap((section) => section.items ?? []).length;
    expect(roles.get("H1")).toBe(1);
    expect(roles.get("H2")).toBe(12 + 1);
    expect(roles.get("L")).toBe(6);
    for (const role of ["LI", "Lbl", "LBody"]) expect(roles.get(role), role).toBe(items);
    const lists = [...objects.values()].map(({ dictionary }) => dictionary).filter((text) => /\/S \/L\b/.test(text));
    expect(lists.every((text) => text.includes("/ListNumbering /Disc"))).toBe(true);
  });

  it("gives every row of a table as many cells as its titles, empty or left out ones too", async () => {
    const sections = [
      {
        heading: "Une",
        table: { columns: [{ title: "A" }, { title: "" }, { title: "C" }], rows: [["a", "", "c"], ["a"], ["", "", "", "de trop"]] },
      },
      { heading: "Deux", table: { columns: [{ title: "A" }], rows: [] } },
    ];
    const { objects, pages } = readPdf(await renderPdf(aReviewReport({ sections }), options));
    const dictionaryOf = (id: number): string => objects.get(id)?.dictionary ?? "";
    const kidsOf = (dictionary: string): readonly string[] =>
      [...(/\/K \[([^\]]*)\]/.exec(dictionary)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map((match) => dictionaryOf(Number(match[1])));
    const tables = [...objects.values()].map(({ dictionary }) => dictionary).filter((dictionary) => /\/S \/Table\b/.test(dictionary));
    const roleOf = (dictionary: string): string => /\/S \/(\w+)/.exec(dictionary)?.[1] ?? "";
    expect(tables.map((table) => kidsOf(table).map((row) => kidsOf(row).map(roleOf).join(" ")))).toEqual([
      ["TH TH TH", "TD TD TD", "TD TD TD", "TD TD TD"],
      ["TH", "TD"],
    ]);
    expect(read(pages)).toContain("Deux A Néant");
  });
});

function inOrder(text: string, facts: readonly string[]): void {
  let from = 0;
  for (const fact of facts) {
    const at = text.indexOf(fact, from);
    expect(at, `« ${fact} » after « ${text.slice(Math.max(0, from - 30), from)} »`).toBeGreaterThanOrEqual(0);
    from = at;
  }
}
