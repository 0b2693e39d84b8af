import { checkQuote, type ProblemCode, type quoteRefusals, quoteRules, type Severity, say } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { cataloguePage, fullSentence, type PrintedRule, pathExists } from "../../examples/catalogue.js";
import { aifExamples, otherFaults as otherAifFaults } from "./examples/aif.js";
import { contentExamples, otherFaults as otherContentFaults } from "./examples/content.js";
import { dossierExamples, otherFaults as otherDossierFaults, unusualSentences } from "./examples/dossier.js";
import { aif, type RuleExample } from "./examples/example.js";
import { otherFaults as otherPoeiFaults, poeiExamples, schemeExamples } from "./examples/poei.js";
import { attempt, type RefusalExample, refusalExamples } from "./examples/refusals.js";

const broken: Record<keyof typeof quoteRules, RuleExample> = {
  ...contentExamples,
  ...dossierExamples,
  ...aifExamples,
  ...poeiExamples,
  ...schemeExamples,
};
const refused: Record<keyof typeof quoteRefusals, RefusalExample> = refusalExamples;

const rules = Object.entries(broken).map(([code, example]) => ({ code: code as keyof typeof quoteRules, ...example }));
const silent = rules.flatMap(({ code, silent }) => Object.entries(silent).map(([name, situation]) => ({ code, name, situation })));
const refusals = Object.entries(refused).map(([code, example]) => ({ code: code as ProblemCode, ...example }));
const allowed = refusals.flatMap(({ code, allowed }) => Object.entries(allowed).map(([name, tried]) => ({ code, name, tried })));

describe("a dossier that breaks one rule", () => {
  it.each(rules)("gets $code and nothing else", ({ code, broken, also = [] }) => {
    expect(checkQuote(broken).map((problem) => problem.code)).toEqual([code, ...also]);
  });

  it.each(rules)("gets $code where it is wrong, in plain JSON", ({ code, broken, path }) => {
    const problem = checkQuote(broken).find((candidate) => candidate.code === code);
    expect(problem?.path).toEqual(path);
    expect(pathExists(broken, path)).toBe(true);
    expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
  });

  it.each(rules)("gets $code in French and in English", ({ code, broken }) => {
    for (const problem of checkQuote(broken).filter((candidate) => candidate.code === code)) {
      expect(say(problem, "fr")).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
      expect(say(problem, "fr")).not.toEqual(say(problem, "en"));
    }
  });
});

describe("a dossier at the edge of a rule", () => {
  it.each(silent)("does not get $code: $name", ({ code, situation }) => {
    expect(checkQuote(situation).map((problem) => problem.code)).not.toContain(code);
  });
});

describe("a dossier that breaks a rule in another way", () => {
  it.each([...otherContentFaults, ...otherDossierFaults, ...otherAifFaults, ...otherPoeiFaults])(
    "%s: %s",
    (_name, code, situation, path) => {
      const problem = checkQuote(situation).find((candidate) => candidate.code === code);
      expect(problem?.path).toEqual(path);
      expect(pathExists(situation, path)).toBe(true);
    },
  );

  it.each(unusualSentences)("is told in a readable sentence: %s", (_name, situation, sentence) => {
    expect(checkQuote(situation).map((problem) => say(problem).what.replace(/\s/g, " "))).toContain(sentence);
  });
});

describe("an action that is refused", () => {
  it.each(refusals)("gets $code and nothing else", ({ code, refused, path }) => {
    const result = attempt(refused);
    expect(result).toMatchObject({ ok: false, problems: [{ code, path, severity: "error" }] });
    for (const problem of result.ok ? [] : result.problems) {
      expect(say(problem, "fr")).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
    }
  });

  it.each(allowed)("is not refused by $code: $name", ({ tried }) => {
    expect(attempt(tried).ok).toBe(true);
  });
});

describe("how bad a finding is", () => {
  const severities = (code: string, situation: Parameters<typeof checkQuote>[0]) =>
    checkQuote(situation)
      .filter((problem) => problem.code === code)
      .map((problem) => problem.severity);

  it("is a matter of the region for a late AIF", () => {
    const late = (lateIsBlocking: boolean) => aif({}, { today: "2026-11-23", provider: provider(lateIsBlocking) });
    expect(severities("aif.too-late", late(false))).toEqual(["warning"]);
    expect(severities("aif.too-late", late(true))).toEqual(["error"]);
  });

  it("is a warning when the hiring falls on the last day, an error before", () => {
    const sameDay = otherPoeiFaults.find(([name]) => name === "hired on the last day");
    expect(sameDay && severities("poei.hire-before-end", sameDay[2])).toEqual(["warning"]);
    expect(severities("poei.hire-before-end", broken["poei.hire-before-end"].broken)).toEqual(["error"]);
  });

  it("is undecided when what would decide is not at hand", () => {
    const alone = checkQuote({ quote: aif().quote, today: "2026-11-16" });
    expect(new Set(alone.map((problem): Severity => problem.severity))).toEqual(new Set(["undecided"]));
    expect(alone.map((problem) => problem.code)).toMatchInlineSnapshot(`
      [
        "quote.nda-mention",
        "quote.title-mismatch",
        "quote.dates-mismatch",
        "quote.session-overlap",
        "quote.price-differs-from-catalogue",
        "aif.formacode-excluded",
        "aif.group-pattern",
        "aif.cpf-first",
      ]
    `);
    expect(alone.map((problem) => say(problem).mend)).toContain("Fournissez la session, puis vérifiez de nouveau.");
  });

  function provider(lateIsBlocking: boolean) {
    const { provider } = aif();
    return provider && { ...provider, settings: { ...provider.settings, aif: { ...provider.settings.aif, lateIsBlocking } } };
  }
});

it("has an example for each of the rules", () => {
  expect(Object.keys(broken).sort()).toEqual(Object.keys(quoteRules).sort());
});

it("prints what it says of quotes to docs/rules/quotes.md", async () => {
  const print = (examples: Readonly<Record<string, RuleExample>>): PrintedRule[] =>
    Object.values(examples).flatMap(({ broken, also = [] }) =>
      checkQuote(broken)
        .filter((problem) => !(also as readonly string[]).includes(problem.code))
        .map((problem) => ({ code: problem.code, path: problem.path, sentence: say(problem) })),
    );
  const printRefusals = refusals.flatMap(({ code, refused, path }) => {
    const result = attempt(refused);
    return result.ok ? [] : result.problems.map((problem) => ({ code, path, sentence: say(problem) }));
  });
  const page = cataloguePage(
    "Ce que Kairos vérifie dans un devis",
    "Un devis est comparé à sa session, à l'organisme, au stagiaire et aux autres devis.",
    [
      {
        title: "Le devis lui-même",
        about: "Complet, précis, juste au centime : ce qu'un devis doit contenir quel que soit le dispositif.",
        rules: print(contentExamples),
      },
      {
        title: "Le devis et son dossier",
        about: "Ce que dit le devis, à côté de la session, des autres devis et de ce que le candidat sait.",
        rules: print(dossierExamples),
      },
      {
        title: "AIF",
        about:
          "Aide individuelle à la formation. Plafonds, délais et exclusions changent selon la région : ce sont des paramètres de l'organisme.",
        rules: print(aifExamples),
      },
      {
        title: "POEI",
        about: "Préparation opérationnelle à l'emploi individuelle. Les chiffres sont ceux en vigueur le premier jour de la formation.",
        rules: print(poeiExamples),
      },
      {
        title: "Dispositifs qui ne passent pas par Kairos",
        about: "Reconnus dans les fichiers venus d'ailleurs, pour dire pourquoi ils ne sont pas à leur place.",
        rules: print(schemeExamples),
      },
      { title: "Étapes refusées", about: "Pourquoi une action n'est pas possible sur un devis.", rules: printRefusals },
    ],
  );
  for (const code of [...Object.keys(quoteRules), ...Object.keys(refused)]) expect(page).toContain(`\`${code}\``);
  await expect(page).toMatchFileSnapshot("../../../docs/rules/quotes.md");
});
