import { inputRules, type Problem, raise } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../packages/bot/src/dispatch.js";
import { type Look, renderAnswer } from "../../../packages/bot/src/fronts/console/render.js";
import { widthOf } from "../../../packages/bot/src/fronts/shared/layout.js";
import { line, type Reply, same } from "../../../packages/bot/src/reply.js";

const look: Look = { language: "fr", colours: false, width: 80 };
const answer = (reply: Partial<Reply>, outcome: Answer["outcome"] = "done"): Answer => ({
  outcome,
  reply: { outcome: outcome === "done" ? "done" : "refused", ...reply },
  files: [],
  visibility: "private",
  trace: "#7",
});
const drawn = (shown: Answer, other: Partial<Look> = {}, written: readonly string[] = []) =>
  `\n${renderAnswer(shown, { ...look, ...other }, written).join("\n")}\n`;

const mixedCosts: Problem = {
  code: "quote.ancillary-not-split",
  severity: "error",
  path: ["lines", 2],
  params: { line: 3, label: "Frais d'examen", amountCents: 12_000, kind: "exam" },
};
const undecided = (code: string, missing: string): Problem => ({ code, severity: "undecided", path: [], params: { missing: [missing] } });

describe("an answer in a terminal", () => {
  it("joins what is good and the one next step", () => {
    const shown = answer({
      title: same("Devis DEV-2026-0001 · AIF · brouillon"),
      lines: [line("good", "Complet.", "Complete.")],
      next: [{ text: same("/devis soumettre"), command: "/devis soumettre" }],
    });
    expect(drawn(shown)).toMatchInlineSnapshot(`
      "
        Devis DEV-2026-0001 · AIF · brouillon
        ✔ Complet. Prochaine étape : /devis soumettre
      "
    `);
    expect(drawn(shown, { language: "en" })).toMatchInlineSnapshot(`
      "
        Devis DEV-2026-0001 · AIF · brouillon
        ✔ Complete. Next step: /devis soumettre
      "
    `);
  });

  it("says an error with its reason and the command that mends it", () => {
    expect(drawn(answer({ problems: [mixedCosts], trace: { object: "DEV-2026-0002" } }))).toMatchInlineSnapshot(`
      "
        ✖ « Frais d'examen » (120,00 €) est compté parmi les coûts pédagogiques (ligne
          3).
          Pourquoi : France Travail ne paie que le coût pédagogique (instruction Pôle
          emploi 2017-5) ; des frais mêlés font revenir le devis.
          Pour corriger : /devis frais reference:DEV-2026-0002 ligne:3 nature:annexe
      "
    `);
  });

  it("names the option that was read wrongly", () => {
    const problem = { ...raise(inputRules, "input.not-a-date", ["debut"], { value: "31/02/2026" }) };
    expect(drawn(answer({ problems: [problem] }, "invalid"))).toMatchInlineSnapshot(`
      "
        ✖ debut : « 31/02/2026 » n'est pas une date qui existe.
          Pourquoi : sans date sûre, ni la période ni les délais ne peuvent être
          vérifiés.
          Pour corriger : écrivez-la comme 07/12/2026 ou 7 décembre 2026.
      "
    `);
  });

  it("says a refused right in one breath", () => {
    const problem: Problem = {
      code: "access.missing-permission",
      severity: "error",
      path: [],
      params: { permission: "quote.approve", managers: ["Nadia Sellier"] },
    };
    expect(drawn(answer({ problems: [problem] }, "denied"))).toMatchInlineSnapshot(`
      "
        ⛔ Refusé : il faut le droit « valider un devis ». Demandez-le au RGC de
           l'établissement : Nadia Sellier.
      "
    `);
  });

  it("says what to type when a right can be had by a command", () => {
    const problem: Problem = { code: "access.not-founded", severity: "error", path: [], params: {} };
    expect(renderAnswer(answer({ problems: [problem] }, "denied"), { ...look, width: 140 }).join("\n")).toMatch(
      /^ {2}⛔ .+\. → \/organisme demarrer siret:… nom:…$/,
    );
  });

  it("groups the checks that wait for data", () => {
    const problems = [
      undecided("quote.dates-mismatch", "session"),
      undecided("quote.title-mismatch", "session"),
      undecided("quote.session-overlap", "otherQuotes"),
    ];
    expect(drawn(answer({ problems }))).toMatchInlineSnapshot(`
      "
        ? 3 contrôles n'ont pas pu être faits. Fournissez la session, puis vérifiez de
          nouveau. Fournissez les autres devis, puis vérifiez de nouveau.
      "
    `);
  });

  it("aligns fields, tables and several next steps", () => {
    const shown = answer({
      fields: [
        { name: same("Lieu"), value: same("12 quai des Tanneurs, Montpellier, bâtiment B, deuxième étage, salle des caristes") },
        { name: same("Carif-Oref"), value: same("76_214587") },
      ],
      table: {
        columns: [same("Référence"), same("Total"), same("Formation")],
        rows: [
          [same("DEV-2026-0001"), same("1 190,00 €"), same("Cariste CACES R489 catégories 1A, 3 et 5, initial et recyclage")],
          [same("DEV-2026-0002"), same("90,00 €"), same("日本語 et 🧾")],
        ],
      },
      next: [{ text: same("compléter la fiche"), command: "/organisme completer" }, { text: same("relire") }],
    });
    expect(drawn(shown, {}, ["kairos-data/documents/devis.pdf"])).toMatchInlineSnapshot(`
      "
        Lieu        12 quai des Tanneurs, Montpellier, bâtiment B, deuxième étage,
                    salle des caristes
        Carif-Oref  76_214587
        Référence           Total  Formation
        DEV-2026-0001  1 190,00 €  Cariste CACES R489 catégories 1A, 3 et 5, initial
                                   et recyclage
        DEV-2026-0002     90,00 €  日本語 et 🧾
        Prochaines étapes :
        · compléter la fiche → /organisme completer
        · relire
        Document : kairos-data/documents/devis.pdf
      "
    `);
    expect(drawn(shown, { width: 40 })).toMatchInlineSnapshot(`
      "
        Lieu        12 quai des Tanneurs,
                    Montpellier, bâtiment B,
                    deuxième étage, salle des
                    caristes
        Carif-Oref  76_214587
        Référence           Total  Formation
        DEV-2026-0001  1 190,00 €  Cariste
                                   CACES R489
                                   catégories
                                   1A, 3 et 5,
                                   initial et
                                   recyclage
        DEV-2026-0002     90,00 €  日本語 et
                                   🧾
        Prochaines étapes :
        · compléter la fiche →
          /organisme completer
        · relire
      "
    `);
  });

  it("keeps a command whole on its own line, and French signs with their word", () => {
    const text = { fr: "quand le candidat a validé dans son espace France Travail, l'enregistrer", en: "" };
    expect(drawn(answer({ next: [{ text, command: "/devis approuver reference:DEV-2026-0001" }] }))).toMatchInlineSnapshot(`
      "
        Prochaine étape : quand le candidat a validé dans son espace France Travail,
        l'enregistrer → /devis approuver reference:DEV-2026-0001
      "
    `);
    expect(
      drawn(answer({ lines: [line("plain", "Un texte qui tombe juste avant le signe haut de fin de la ligne elle-même : oui.", "")] })),
    ).toMatchInlineSnapshot(`
      "
        Un texte qui tombe juste avant le signe haut de fin de la ligne elle-même :
        oui.
      "
    `);
  });

  it("colours only when asked, and lets nothing stored move the cursor", () => {
    const shown = answer({ title: same("A\u001b[31mB\u202eC"), lines: [line("good", "Fait.\nEncore\u0007", "Done.")] });
    expect(drawn(shown)).toMatchInlineSnapshot(`
      "
        A·[31mB·C
        ✔ Fait.
          Encore·
      "
    `);
    expect(renderAnswer(shown, { ...look, colours: true })[1]).toBe("  \u001b[32m✔\u001b[39m Fait.");
  });

  it("never goes over the width", () => {
    const long = `${"mot ".repeat(60)}${"x".repeat(300)} 🧾${"é".repeat(90)}`;
    for (const width of [40, 80, 140]) {
      const shown = answer({
        title: same(long),
        lines: [line("bad", long, long)],
        fields: [{ name: same(long), value: same(long) }],
        table: { columns: [same("a"), same("b")], rows: [[same(long), same("1")]] },
      });
      for (const row of renderAnswer(shown, { ...look, width })) expect(widthOf(row)).toBeLessThanOrEqual(width);
    }
  });
});
