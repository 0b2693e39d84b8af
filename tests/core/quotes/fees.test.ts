import { checkQuote } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aLine, aQuote, aQuoteSituation } from "../../examples/index.js";
import { feeLabels, trainingLabels } from "./fee-labels.js";

describe("a pedagogical line that names a fee", () => {
  it.each(feeLabels)("is seen: %s", (label) => {
    expect(ancillaryFindings(label)).toEqual([["lines", 0, "kind"]]);
  });

  it("is left alone once it stands among the ancillary costs", () => {
    const blamed = feeLabels.filter((label) => ancillaryFindings(label, "ancillary").length > 0);
    expect(blamed).toEqual([]);
  });
});

describe("a pedagogical line that names training", () => {
  it.each(trainingLabels)("is left alone: %s", (label) => {
    expect(ancillaryFindings(label)).toEqual([]);
  });
});

it("blocks what is certainly a fee, and only warns of what is likely one", () => {
  const severityOf = (label: string) => problemsWith(label).map(({ severity }) => severity);
  expect(severityOf("Frais d'inscription")).toEqual(["error"]);
  expect(severityOf("Hébergement")).toEqual(["error"]);
  expect(severityOf("Formation et frais d'inscription inclus")).toEqual(["error"]);
  expect(severityOf("Kit EPI")).toEqual(["warning"]);
  expect(severityOf("Matériel pédagogique")).toEqual(["warning"]);
  expect(severityOf("Frais de certification")).toEqual(["warning"]);
});

describe("the words of a label", () => {
  const severityOf = (label: string) => problemsWith(label).map(({ severity }) => severity);

  it.each([
    ["inscription", "error"],
    ["inscriptions", "error"],
    ["hébergement", "error"],
    ["repas", "error"],
    ["restauration", "error"],
    ["dossier", "error"],
    ["examen", "warning"],
    ["examens", "warning"],
    ["certification", "warning"],
    ["certifications", "warning"],
    ["EPI", "warning"],
    ["matériel", "warning"],
    ["matériels", "warning"],
    ["manuel", "warning"],
    ["manuels", "warning"],
    ["livre", "warning"],
    ["livres", "warning"],
    ["tenue", "warning"],
    ["tenues", "warning"],
    ["kit", "warning"],
    ["kits", "warning"],
    ["mallette", "warning"],
    ["mallettes", "warning"],
    ["trousse", "warning"],
    ["trousses", "warning"],
  ] as const)("say that %s is part of the price", (what, severity) => {
    for (const how of ["inclus", "incluse", "incluses", "inclue", "inclues", "compris", "comprise", "y compris"])
      expect([how, severityOf(`Formation, ${what} ${how}`)]).toEqual([how, [severity]]);
    for (const how of ["non compris", "pas inclus", "inclus en sus", "inclus en supplément", "inclus à part", "exclu"])
      expect([how, severityOf(`Formation, ${what} ${how}`)]).toEqual([how, []]);
  });

  it.each(
    [
      ["Hors", "Sans", "Gestion des", "Gérer les", "Traite des", "Traitement des", "Comptabiliser les", "Calcul des", "Calculer les"],
      ["Saisi des", "Saisies des", "Suivi des", "Suivis des", "Maîtriser les", "Optimiser les", "Facturer les", "Contrôler les"],
      ["Enregistrer les", "Analyser les", "Réduire les", "Réduction des", "Préparer les", "Comprendre les", "Connaître les"],
      ["Établir les", "Déclarer les", "Note de", "Notes de", "Vérifier les", "Imputer les", "Gestion et suivi des"],
    ].flat(),
  )("teach what they name: %s frais", (verb) => {
    expect(severityOf(`${verb} frais de déplacement`)).toEqual([]);
    expect(severityOf(`${verb} frais d'inscription`)).toEqual([]);
  });

  it.each([
    ["Kit EPI + frais d'inscription", ["error"]],
    ["Inscription à l'examen", ["error"]],
    ["Frais de déplacement", ["error"]],
    ["Formation et frais de certification", ["warning"]],
    ["Gestion de projet et frais de certification", ["warning"]],
    ["Gestion de projet et des frais de certification", ["warning"]],
    ["Gestion de projet et les frais d'inscription", ["error"]],
    ["Formation CACES frais d'examen en sus", []],
    ["Frais d'examen en sus", ["error"]],
    ["Formation, frais d'inscription exclus", []],
    ["Formation, inscriptions exclues", []],
    ["Formation, inscription exclue", []],
    ["Manuels(neufs)", ["warning"]],
    ["Manuels [neufs]", ["warning"]],
    ["Matériel/équipements", ["warning"]],
    ["Matériel & équipements", ["warning"]],
    ["Prestation d'hébergement", ["error"]],
    ["Prestations d'hébergement", ["error"]],
    ["Autre hébergement", ["error"]],
    ["Autres repas", ["error"]],
    ["Participation au logement", ["error"]],
    ["Participation aux repas", ["error"]],
    ["Coût du concours", ["error"]],
    ["Matière d'œuvre".normalize("NFD"), ["warning"]],
  ])("are weighed together: %s", (label, severities) => {
    expect(severityOf(label)).toEqual(severities);
  });
});

it("has seen forty fees and sixty kinds of training at the least", () => {
  expect(new Set(feeLabels).size).toBeGreaterThanOrEqual(40);
  expect(new Set(trainingLabels).size).toBeGreaterThanOrEqual(60);
});

function ancillaryFindings(label: string, kind: "pedagogical" | "ancillary" = "pedagogical") {
  return problemsWith(label, kind).map(({ path }) => path);
}

function problemsWith(label: string, kind: "pedagogical" | "ancillary" = "pedagogical") {
  const quote = aQuote({ lines: [aLine({ label, kind })] });
  return checkQuote(aQuoteSituation({ quote })).filter(({ code }) => code === "quote.ancillary-not-split");
}
