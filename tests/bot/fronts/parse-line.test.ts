import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLine } from "../../../packages/bot/src/fronts/shared/line/parse-line.js";
import { allCommands } from "../desk.js";

const commands = await allCommands();
const read = (line: string) => {
  const parsed = parseLine(line, commands);
  return parsed.ok ? { path: parsed.path, options: parsed.options } : `${parsed.usage.what.fr} ${parsed.usage.mend.fr}`;
};

describe("a typed line", () => {
  it.each([
    ["/devis verifier reference:DEV-2026-0001", "devis verifier", { reference: "DEV-2026-0001" }],
    ["devis verifier reference:DEV-2026-0001", "devis verifier", { reference: "DEV-2026-0001" }],
    ["  /DEVIS   Vérifier   Référence: DEV-2026-0001  ", "devis verifier", { reference: "DEV-2026-0001" }],
    ["/aide", "aide", {}],
    ["/aide sujet:devis", "aide", { sujet: "devis" }],
    ["/devis liste", "devis liste", {}],
    [
      "/session creer intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026",
      "session creer",
      { intitule: "Cariste CACES R489", debut: "07/12/2026", fin: "18/12/2026" },
    ],
    [
      '/session creer intitule:"Cariste : « R489 » debut:faux" debut:07/12/2026',
      "session creer",
      { intitule: "Cariste : « R489 » debut:faux", debut: "07/12/2026" },
    ],
    ["/session creer intitule:'L\\'été' lieu:« Quai 12 » debut:1", "session creer", { intitule: "L'été", lieu: "Quai 12", debut: "1" }],
    ['/session creer intitule:L\'anglais "courant" debut:1', "session creer", { intitule: 'L\'anglais "courant"', debut: "1" }],
    [
      "/devis annuler reference:D motif:Reporté à 12:30, voir https://exemple.test/a?b",
      "devis annuler",
      { reference: "D", motif: "Reporté à 12:30, voir https://exemple.test/a?b" },
    ],
    ["/devis annuler reference:D motif:Attention : malade", "devis annuler", { reference: "D", motif: "Attention : malade" }],
    ["/devis annuler reference: motif:", "devis annuler", { reference: "", motif: "" }],
  ])("%s", (line, path, options) => {
    expect(read(line)).toEqual({ path, options });
  });

  it("says what is wrong and what was probably meant", () => {
    expect(
      [
        "",
        "/devi liste",
        "/devis",
        "/devis verfier reference:X",
        "/devis zzz",
        "/devis verifier DEV-2026-0001",
        "/devis verifier refrence:X",
        "/devis annuler reference:X motf:malade",
        "/devis annuler reference:X motif:malade grippe:forte",
        "/devis verifier reference:X reference:Y",
        '/devis verifier reference:"DEV',
        '/devis verifier reference:"DEV"ligne:3',
        "/organisme voir siret:3",
      ].map((line) => `${line}\n  ${read(line)}`),
    ).toMatchInlineSnapshot(`
      [
        "
        Rien à faire : aucune commande. Au choix : /acces, /adhesion, /aide, /assiduite, /commande, /convention, /cours, /devis, /donnees, /facture, /incident, /journal, /organisme, /rdv, /session, /stagiaire.",
        "/devi liste
        Commande inconnue : « /devi ». Vouliez-vous dire « /devis » ?",
        "/devis
        « /devis » attend la suite. Au choix : annoncer, annuler, approuver, corriger, creer, decision, depuis-modele, expirer, financer, frais, historique, joindre, liste, modele, modeles, pdf, pieces, poei, retirer-piece, soumettre, verifier, voir.",
        "/devis verfier reference:X
        Commande inconnue : « /devis verfier ». Vouliez-vous dire « /devis verifier » ?",
        "/devis zzz
        Commande inconnue : « /devis zzz ». Au choix : annoncer, annuler, approuver, corriger, creer, decision, depuis-modele, expirer, financer, frais, historique, joindre, liste, modele, modeles, pdf, pieces, poei, retirer-piece, soumettre, verifier, voir.",
        "/devis verifier DEV-2026-0001
        [object Object]",
        "/devis verifier refrence:X
        Option inconnue : « refrence: ». Vouliez-vous dire « reference: » ?",
        "/devis annuler reference:X motf:malade
        Option inconnue : « motf: ». Vouliez-vous dire « motif: » ? Si ces mots font partie de la valeur, mettez-la entre guillemets.",
        "/devis annuler reference:X motif:malade grippe:forte
        Option inconnue : « grippe: ». Si ces mots font partie de la valeur, mettez-la entre guillemets.",
        "/devis verifier reference:X reference:Y
        L'option « reference: » est donnée deux fois. Gardez-en une seule.",
        "/devis verifier reference:"DEV
        Guillemet jamais refermé : "DEV Ajoutez " à la fin de la valeur.",
        "/devis verifier reference:"DEV"ligne:3
        « ligne:3 » suit un guillemet fermant sans espace. Mettez toute la valeur entre guillemets, puis une espace.",
        "/organisme voir siret:3
        Option inconnue : « siret: ». Au choix : etablissement:.",
      ]
    `);
  });

  it("never throws, whatever is typed", () => {
    const words = fc.constantFrom(
      "/devis",
      "verifier",
      "reference:",
      '"',
      "'",
      "«",
      "ligne:3",
      "\\",
      "🧾",
      "\u0000",
      "\u202e",
      " ",
      ":",
      "é",
    );
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(anything, (line) => {
        const parsed = parseLine(line, commands);
        if (parsed.ok) expect(Object.values(parsed.options).every((value) => typeof value === "string")).toBe(true);
        else expect(parsed.usage.what.fr).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("stays quick on ten thousand letters", () => {
    for (const long of [
      "a".repeat(10_000),
      "a ".repeat(5_000),
      "a:b ".repeat(2_500),
      '"'.repeat(10_000),
      "🧾".repeat(5_000),
      ": ".repeat(5_000),
    ]) {
      const startedAt = performance.now();
      parseLine(`/devis annuler reference:X motif:${long}`, commands);
      parseLine(long, commands);
      parseLine(`/devis ${long}`, commands);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    }
  });
});
