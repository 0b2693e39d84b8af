import {
  type Answers,
  answersIn,
  attachedLabels,
  type Cause,
  type CauseId,
  type Contact,
  causes,
  contactLabels,
  type DeskFacts,
  diagnose,
  type Label,
  presumeCause,
  type QuestionId,
  questionIds,
  questions,
  quoteStatuses,
  type Symptom,
  symptomLabels,
  symptoms,
  type TriageFacts,
  type Visibility,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { granted, quiet, refused, visibilities } from "./triage-facts.js";

const anyDesk: fc.Arbitrary<DeskFacts> = fc.record({
  access: fc.constantFrom(undefined, granted, refused),
  idleDays: fc.constantFrom(undefined, 0, 89, 90, 400),
  inactiveAfterDays: fc.constant(90),
  visibility: fc.constantFrom(undefined, ...visibilities),
  quoteStatus: fc.constantFrom(undefined, ...quoteStatuses),
  isCertified: fc.constantFrom(undefined, true, false),
  openMonths: fc.constantFrom(undefined, [], ["2026-12"], ["2026-11", "2026-12"]),
});
const anyAnswers = fc.record(
  Object.fromEntries(questionIds.map((id) => [id, fc.constantFrom(...Object.keys(questions[id].choices))])) as Record<
    QuestionId,
    fc.Arbitrary<string>
  >,
);

/** Facts that lead to each cause: a row without any does not compile. */
const examples: Readonly<Record<CauseId, readonly [answers: Answers, desk: Partial<DeskFacts>]>> = {
  "login-blocked": [{ "message-says": "blocked" }, {}],
  "login-identifiers": [{ "message-says": "wrong", "typed-from-letter": "no" }, {}],
  "login-cache": [{ "message-says": "nothing", "other-browser": "works" }, {}],
  "login-other": [{ "message-says": "wrong", "typed-from-letter": "yes", "other-browser": "same" }, {}],
  "blank-portal": [{ "other-browser": "same" }, {}],
  "blank-browser": [{ "other-browser": "not-tried" }, {}],
  "forbidden-right": [{ task: "quotes" }, { access: refused }],
  "forbidden-portal": [{ task: "quotes" }, { access: granted }],
  "account-dormant": [{}, { idleDays: 120 }],
  "account-locked": [{}, { idleDays: 3 }],
  "session-not-exported": [{}, { visibility: visibilities[1] }],
  "session-seen": [{}, { visibility: visibilities[5] }],
  "session-unsent": [{}, { visibility: visibilities[0] }],
  "session-late": [{}, { visibility: visibilities[4] }],
  "session-too-soon": [{}, { visibility: visibilities[3] }],
  "session-unknown": [{ "listing-sent": "unknown" }, {}],
  "quote-right": [{}, { access: refused }],
  "quote-uncertified": [{}, { access: granted, isCertified: false }],
  "quote-session": [{ "qualiopi-shown": "yes" }, { access: granted, isCertified: true, visibility: visibilities[3] }],
  "quote-portal": [{ "qualiopi-shown": "yes" }, { access: granted, isCertified: true }],
  "quote-review": [{}, { quoteStatus: "under-review" }],
  "quote-status": [{}, { quoteStatus: "correction-requested" }],
  "quote-candidate": [{}, { quoteStatus: "awaiting-candidate" }],
  "attendance-right": [{}, { access: refused }],
  "attendance-month": [{}, { access: granted, openMonths: ["2026-12"] }],
  "attendance-portal": [{}, { access: granted, openMonths: [] }],
  phishing: [{}, {}],
  "other-browser": [{ "other-browser": "works" }, {}],
  unknown: [{ "other-browser": "same" }, {}],
};

function exampleOf(cause: CauseId): TriageFacts {
  const [answers, desk] = examples[cause];
  return { symptom: causes[cause].symptom, answers, desk: { ...quiet, ...desk } };
}

/** Answers what is asked, one question after the other, until it concludes. */
function walk(facts: TriageFacts, says: Readonly<Record<QuestionId, string>>) {
  const asked: QuestionId[] = [];
  let answers = facts.answers;
  for (;;) {
    const diagnosis = diagnose({ ...facts, answers });
    if ("cause" in diagnosis) return { asked, conclusion: diagnosis };
    if (asked.includes(diagnosis.ask) || asked.length > 5) throw new Error(`${diagnosis.ask} is asked again`);
    asked.push(diagnosis.ask);
    answers = { ...answers, [diagnosis.ask]: says[diagnosis.ask] };
  }
}

const sentence = /^[«“A-ZÀÉÊÎ].{8,}[.?]$/su;
const broken = /undefined|NaN|null|\[object|Invalid|\/[a-z]+ | {2}/;
const inBoth = ({ fr, en }: Label) => [fr, en];

describe("triage", () => {
  it("concludes for every symptom, whatever is known and answered, in three questions at most, with whole sentences", () => {
    const reached = new Set<CauseId>();
    fc.assert(
      fc.property(fc.constantFrom(...symptoms), anyDesk, anyAnswers, (symptom, desk, says) => {
        const { asked, conclusion } = walk({ symptom, answers: {}, desk }, says);
        reached.add(conclusion.cause);
        expect(asked.length).toBeLessThanOrEqual(3);
        expect(conclusion.row.symptom).toBe(symptom);
        for (const text of inBoth(conclusion.because)) {
          expect(text).toMatch(sentence);
          expect(text).not.toMatch(broken);
        }
      }),
      { numRuns: 4000, seed: 1 },
    );
    expect([...reached].sort()).toEqual(Object.keys(causes).sort());
  });

  it("comes to each cause by its example", () => {
    for (const cause of Object.keys(examples) as CauseId[]) expect(diagnose(exampleOf(cause))).toMatchObject({ cause });
  });

  it("presumes a cause of every symptom when nobody answers, and claims nothing that was not said", () => {
    fc.assert(
      fc.property(fc.constantFrom(...symptoms), anyDesk, (symptom, desk) => {
        const { row, because } = presumeCause({ symptom, answers: {}, desk });
        expect(row.symptom).toBe(symptom);
        for (const text of inBoth(because)) expect(text).not.toMatch(/vous dites|you say|cela marche|it works|fait pareil|does the same/i);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it("presumes what a walk would conclude, once everything is known", () => {
    const cases: readonly [Symptom, Partial<DeskFacts>, CauseId][] = [
      ["login-refused", {}, "login-other"],
      ["blank-page", {}, "blank-browser"],
      ["forbidden", {}, "forbidden-portal"],
      ["account-blocked", { idleDays: 90 }, "account-dormant"],
      ["account-blocked", { idleDays: 89 }, "account-locked"],
      ["session-invisible", {}, "session-unknown"],
      ["quote-impossible", { access: granted }, "quote-portal"],
      ["quote-stuck", {}, "quote-candidate"],
      ["attendance-undeclarable", { openMonths: [] }, "attendance-portal"],
      ["suspicious-message", {}, "phishing"],
      ["other", {}, "unknown"],
    ];
    for (const [symptom, desk, cause] of cases)
      expect(presumeCause({ symptom, answers: {}, desk: { ...quiet, ...desk } }).cause).toBe(cause);
  });

  it("asks only where a row may hang on the answer", () => {
    for (const [id, row] of Object.entries<Cause>(causes)) {
      if (row.asks === undefined) {
        fc.assert(
          fc.property(anyDesk, (desk) => {
            expect(typeof row.fits({ symptom: row.symptom, answers: {}, desk }), id).toBe("boolean");
          }),
          { numRuns: 200, seed: 3 },
        );
      }
    }
  });

  it("follows the session's own data: whom it names is whom the export leaves it with", () => {
    const told = (visibility: Visibility | undefined, answer?: string) => {
      const answers = answer === undefined ? {} : { "listing-sent": answer };
      const diagnosis = diagnose({ symptom: "session-invisible", answers, desk: { ...quiet, visibility } });
      return "ask" in diagnosis ? diagnosis.ask : `${diagnosis.cause} > ${diagnosis.row.contact}`;
    };
    expect(visibilities.map((one) => told(one))).toEqual([
      "session-unsent > regional-base",
      "session-not-exported > regional-base",
      "session-not-exported > regional-base",
      "session-too-soon > regional-base",
      "session-late > agency",
      "session-seen > agency",
      "session-seen > agency",
    ]);
    expect(told(undefined)).toBe("listing-sent");
    expect(["no", "late", "recent", "unknown"].map((answer) => told(undefined, answer))).toEqual([
      "session-unsent > regional-base",
      "session-late > agency",
      "session-too-soon > regional-base",
      "session-unknown > regional-base",
    ]);
  });

  it("says for each symptom what was asked, and how it ended", () => {
    const way = (symptom: Symptom, desk: Partial<DeskFacts>, ...says: readonly string[]) => {
      let answers = {};
      for (const one of says) {
        const diagnosis = diagnose({ symptom, answers, desk: { ...quiet, ...desk } });
        if ("cause" in diagnosis) throw new Error(`${one} was not asked`);
        answers = { ...answers, [diagnosis.ask]: one };
      }
      const last = diagnose({ symptom, answers, desk: { ...quiet, ...desk } });
      return "ask" in last ? `? ${last.ask}` : last.cause;
    };
    expect(way("login-refused", {})).toBe("? message-says");
    expect(way("login-refused", {}, "blocked")).toBe("login-blocked");
    expect(way("login-refused", {}, "nothing")).toBe("? other-browser");
    expect(way("login-refused", {}, "nothing", "works")).toBe("login-cache");
    expect(way("login-refused", {}, "wrong", "no")).toBe("login-identifiers");
    expect(way("login-refused", {}, "wrong", "yes", "same")).toBe("login-other");
    expect(way("login-refused", {}, "wrong", "yes", "not-tried")).toBe("login-cache");
    expect(way("blank-page", {}, "same")).toBe("blank-portal");
    expect(way("blank-page", {}, "not-tried")).toBe("blank-browser");
    expect(way("forbidden", { access: refused }, "quotes")).toBe("forbidden-right");
    expect(way("forbidden", { access: granted }, "quotes")).toBe("forbidden-portal");
    expect(way("quote-impossible", { access: refused, isCertified: false })).toBe("quote-right");
    expect(way("quote-impossible", { access: granted, isCertified: false })).toBe("quote-uncertified");
    expect(way("quote-impossible", { access: granted, isCertified: true }, "no")).toBe("quote-uncertified");
    expect(way("quote-impossible", { access: granted, isCertified: true, visibility: visibilities[3] }, "yes")).toBe("quote-session");
    expect(way("quote-impossible", { access: granted, isCertified: true, visibility: visibilities[5] }, "yes")).toBe("quote-portal");
    expect(way("quote-stuck", { quoteStatus: "awaiting-candidate" })).toBe("quote-candidate");
    expect(way("quote-stuck", { quoteStatus: "under-review" })).toBe("quote-review");
    expect(way("quote-stuck", { quoteStatus: "refused" })).toBe("quote-status");
    expect(way("quote-stuck", {}, "yes")).toBe("quote-review");
    expect(way("quote-stuck", {}, "unknown")).toBe("quote-candidate");
    expect(way("attendance-undeclarable", { access: refused, openMonths: ["2026-12"] })).toBe("attendance-right");
    expect(way("attendance-undeclarable", { access: granted, openMonths: ["2026-12"] })).toBe("attendance-month");
    expect(way("other", {}, "works")).toBe("other-browser");
  });

  it("sends each cause to somebody who can do something about it", () => {
    const by = new Map<Contact, string[]>();
    for (const [id, { contact }] of Object.entries<Cause>(causes)) by.set(contact, [...(by.get(contact) ?? []), id].sort());
    expect(Object.fromEntries([...by].sort())).toEqual({
      "account-mailbox": ["account-dormant", "account-locked", "login-blocked", "login-identifiers", "login-other"],
      "account-manager": ["attendance-right", "forbidden-portal", "forbidden-right", "phishing", "quote-right"],
      agency: ["quote-candidate", "quote-review", "quote-status", "quote-uncertified", "session-late", "session-seen"],
      "regional-base": ["quote-session", "session-not-exported", "session-too-soon", "session-unknown", "session-unsent"],
      "technical-support": [
        "attendance-month",
        "attendance-portal",
        "blank-browser",
        "blank-portal",
        "login-cache",
        "other-browser",
        "quote-portal",
        "unknown",
      ],
    });
  });

  it("speaks in whole sentences, in both languages, and names no command, address or person", () => {
    for (const [id, row] of Object.entries<Cause>(causes)) {
      for (const tried of row.tries) {
        for (const text of inBoth(tried)) {
          expect(text, id).toMatch(sentence);
          expect(text, id).not.toMatch(/@|https?:|\/[a-z]{3,} /);
        }
      }
      expect(row.tries.length, id).toBeGreaterThan(0);
      expect(row.attach.length, id).toBeGreaterThan(0);
      for (const text of inBoth(row.label)) expect(text, id).toMatch(/^(?:[a-zéàê]|France).*[^.]$/u);
    }
    for (const { label, choices } of Object.values(questions)) {
      for (const text of inBoth(label)) expect(text).toMatch(/\?$/);
      for (const choice of Object.values(choices)) for (const text of inBoth(choice)) expect(text.length).toBeLessThanOrEqual(80);
    }
  });

  it("skips a question that the pasted message answers", () => {
    const answers = answersIn("Identifiant ou mot de passe incorrect", "login-refused");
    expect(diagnose({ symptom: "login-refused", answers, desk: quiet })).toEqual({ ask: "typed-from-letter" });
  });

  it("is printed in docs/rules/incidents-triage.md", async () => {
    await expect(page()).toMatchFileSnapshot("../../../docs/rules/incidents-triage.md");
  });
});

function page(): string {
  const section = (symptom: Symptom) =>
    [
      `## ${symptomLabels[symptom].fr.replace(/^./, (letter) => letter.toUpperCase())}`,
      "",
      "| | Cause probable | Question qui tranche | Pourquoi, par exemple | À essayer, dans l'ordre | Qui peut aider | À joindre |",
      "| --: | --- | --- | --- | --- | --- | --- |",
      ...Object.entries<Cause>(causes)
        .filter(([, row]) => row.symptom === symptom)
        .map(([id, row], index) =>
          [
            "",
            index + 1,
            `${row.label.fr}<br>\`${id}\``,
            row.asks === undefined ? "aucune" : questions[row.asks].label.fr,
            row.because(exampleOf(id as CauseId)).fr,
            row.tries.map(({ fr }, rank) => `${rank + 1}. ${fr}`).join("<br>"),
            contactLabels[row.contact].fr,
            row.attach.map((one) => attachedLabels[one].fr).join(", "),
            "",
          ]
            .join(" | ")
            .trim(),
        ),
    ].join("\n");
  return [
    "# Le triage des incidents",
    "",
    "Imprimé par les tests depuis la table de décision (`packages/core/src/incidents/causes`). Les lignes d'un constat se lisent dans l'ordre : la",
    "première qui convient conclut, la dernière convient toujours. `/incident diagnostic` pose les questions avec des boutons, et dit pourquoi il conclut.",
    "Le SIRET et l'identifiant du portail vont avec tout dossier. Aucune adresse n'est connue d'avance : l'organisme enregistre les siennes.",
    "",
    ...symptoms.flatMap((symptom) => [section(symptom), ""]),
    "## Les questions",
    "",
    ...questionIds.map(
      (id) =>
        `- ${questions[id].label.fr} ${Object.values(questions[id].choices)
          .map(({ fr }) => `« ${fr} »`)
          .join(", ")}.`,
    ),
    "",
  ].join("\n");
}
