import {
  checkReconciliation,
  type Difference,
  type DifferenceKind,
  type ProblemCode,
  reconciliationRules,
  type Severity,
  say,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";

const slot = { session: "SE-2026-014", trainee: "T-0007", day: "2026-12-07", half: "morning" } as const;
const differs = (
  kind: DifferenceKind,
  source: Difference["source"],
  figure: number | undefined,
  against: Difference["source"],
  expected?: number,
): Difference => ({ ...slot, kind, source, figure, against, expected });

/** One difference of each kind, and how bad it is. */
const examples: Readonly<Record<keyof typeof reconciliationRules, readonly [Difference, Severity]>> = {
  "attendance.half-day-twice": [differs("twice", "signed", 2, "signed", 1), "warning"],
  "attendance.half-day-after-abandon": [differs("withdrawn", "declared", 210, "planned"), "error"],
  "attendance.half-day-to-come": [differs("future", "recorded", 210, "planned", 210), "error"],
  "attendance.half-day-outside": [differs("outside", "signed", 1, "planned"), "warning"],
  "attendance.half-day-beyond": [differs("beyond", "declared", 240, "planned", 210), "warning"],
  "attendance.not-recorded": [differs("not-recorded", "recorded", undefined, "planned", 210), "warning"],
  "attendance.signed-not-recorded": [differs("signed-not-recorded", "signed", 1, "recorded"), "warning"],
  "attendance.signed-absent": [differs("signed-absent", "signed", 1, "recorded", 0), "warning"],
  "attendance.not-signed": [differs("not-signed", "signed", undefined, "recorded", 210), "warning"],
  "attendance.billed-not-signed": [differs("billed-not-signed", "billed", 210, "signed"), "error"],
  "attendance.not-declared": [differs("not-declared", "declared", undefined, "recorded", 210), "warning"],
  "attendance.declared-differs": [differs("declared-differs", "declared", 210, "recorded", 180), "warning"],
  "attendance.billed-differs": [differs("billed-differs", "billed", 210, "recorded", 180), "error"],
  "attendance.billed-not-as-declared": [differs("billed-not-as-declared", "billed", 210, "declared", 180), "warning"],
};
const rules = Object.entries(examples).map(([code, [difference, severity]]) => ({ code, difference, severity }));
const judged = (...differences: readonly Difference[]) => checkReconciliation({ differences });

describe("a difference", () => {
  it.each(rules)("is $code and nothing else, on its half-day, in both languages", ({ code, difference, severity }) => {
    const problems = judged(difference);
    expect(problems.map((problem) => [problem.code, problem.severity, problem.path])).toEqual([
      [code, severity, ["SE-2026-014", "T-0007", "2026-12-07/morning"]],
    ]);
    for (const problem of problems) {
      expect(say(problem)).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
      expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    }
  });

  it("blocks where more is billed than was attended, and only then", () => {
    const severities = (...differences: readonly Difference[]) => judged(...differences).map(({ severity }) => severity);
    expect(severities(differs("billed-differs", "billed", 180, "recorded", 210))).toEqual(["warning"]);
    expect(severities(differs("billed-differs", "billed", 1, "recorded"))).toEqual(["error"]);
    expect(severities(differs("beyond", "billed", 240, "planned", 210))).toEqual(["error"]);
    expect(severities(differs("outside", "billed", 60, "planned"))).toEqual(["error"]);
    expect(severities(differs("twice", "billed", 420, "billed", 210))).toEqual(["error"]);
  });

  it("gives the figures with who says them", () => {
    const [problem] = judged(differs("billed-differs", "billed", 210, "recorded", 120));
    expect(problem && say(problem).what.replaceAll("\u00a0", " ")).toBe("T-0007, 07/12/2026 matin : 3 h 30 facturées, 2 h saisies.");
    expect(problem && say(problem, "en").what.replaceAll("\u00a0", " ")).toBe("T-0007, 2026-12-07 morning: 3 h 30 billed, 2 h recorded.");
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    rules
      .flatMap(({ difference }) => judged(difference))
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "attendance.half-day-twice (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"signed","against":"signed","figure":2,"expected":1}
    attendance.half-day-after-abandon (error) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"declared","against":"planned","figure":210}
    attendance.half-day-to-come (error) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"recorded","against":"planned","figure":210,"expected":210}
    attendance.half-day-outside (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"signed","against":"planned","figure":1}
    attendance.half-day-beyond (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"declared","against":"planned","figure":240,"expected":210}
    attendance.not-recorded (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"recorded","against":"planned","expected":210}
    attendance.signed-not-recorded (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"signed","against":"recorded","figure":1}
    attendance.signed-absent (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"signed","against":"recorded","figure":1,"expected":0}
    attendance.not-signed (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"signed","against":"recorded","expected":210}
    attendance.billed-not-signed (error) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"billed","against":"signed","figure":210}
    attendance.not-declared (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"declared","against":"recorded","expected":210}
    attendance.declared-differs (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"declared","against":"recorded","figure":210,"expected":180}
    attendance.billed-differs (error) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"billed","against":"recorded","figure":210,"expected":180}
    attendance.billed-not-as-declared (warning) /SE-2026-014/T-0007/2026-12-07/morning {"trainee":"T-0007","day":"2026-12-07","half":"morning","source":"billed","against":"declared","figure":210,"expected":180}"
  `);
});

it("a figure that nobody gives is not in what is found", () => {
  const found = (...args: Parameters<typeof differs>) => judged(differs(...args))[0]?.params;
  expect(found("not-recorded", "recorded", undefined, "planned", 210)).not.toHaveProperty("figure");
  expect(found("outside", "signed", 1, "planned")).not.toHaveProperty("expected");
});

it("nothing that agrees is a problem", () => {
  expect(judged()).toEqual([]);
});

it("prints what it says to docs/rules/reconciliation.md", async () => {
  expect(rules.map(({ code }) => code)).toEqual(Object.keys(reconciliationRules));
  const page = cataloguePage(
    "Ce qu'un rapprochement trouve",
    "Ce qui est prévu, saisi, signé, déclaré et facturé est comparé demi-journée par demi-journée.",
    [
      {
        title: "Les écarts",
        about: "Deux sources qui ne disent pas la même chose, avec les deux chiffres. Bloquant quand de l'argent est demandé sans preuve.",
        rules: rules.flatMap(({ difference }) =>
          judged(difference).map((problem) => ({ code: problem.code as ProblemCode, path: problem.path, sentence: say(problem) })),
        ),
      },
    ],
  );
  await expect(page).toMatchFileSnapshot("../../../docs/rules/reconciliation.md");
});
