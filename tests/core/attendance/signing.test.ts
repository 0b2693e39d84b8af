import {
  checkSheet,
  type Problem,
  type ProblemCode,
  raise,
  type SheetContradiction,
  type SheetSituation,
  say,
  type sheetRules,
  signInRules,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";
import { aSchedule, aSession } from "../../examples/index.js";
import { signingSamples } from "../shared/sentences-signing.js";
import { aFact, aSheetSituation, monday, signature } from "./signing-examples.js";

interface Example {
  readonly broken: SheetSituation;
  readonly path: readonly string[];
  readonly silent: Readonly<Record<string, SheetSituation>>;
}

const made = aSheetSituation;
const contradictions = (situation: SheetSituation) =>
  checkSheet(situation)
    .filter(({ code }) => code === "attendance.sheet-contradiction")
    .map(({ params, severity }) => [(params as SheetContradiction).with, severity]);

const examples: { readonly [Code in keyof typeof sheetRules]: Example } = {
  "attendance.sheet-trainer-missing": {
    broken: made({ trainers: [] }),
    path: ["trainers"],
    silent: { "one signed": made(), "two signed": made({ trainers: ["omar", "omar"] }) },
  },
  "attendance.sheet-place-missing": {
    broken: made({ place: undefined }),
    path: ["place"],
    silent: { "it says where": made({ place: "Bordeaux" }) },
  },
  "attendance.sheet-date-missing": {
    broken: made({ halfDays: [] }),
    path: ["halfDays"],
    silent: { "it covers one half-day": made() },
  },
  "attendance.sheet-signature-missing": {
    broken: made({}, { signatures: [], records: [aFact({ status: "unexcused" })] }),
    path: ["signatures"],
    silent: {
      "whoever is absent does not sign": made({}, { records: [aFact(), aFact({ traineeId: "T-0008", status: "excused" })] }),
      "another half-day is not on it": made({}, { records: [aFact(), aFact({ half: "afternoon" })] }),
    },
  },
  "attendance.sheet-contradiction": {
    broken: made({}, { records: [aFact({ status: "unexcused" })] }),
    path: ["signatures"],
    silent: {
      "nothing is recorded yet": made({}, { records: [] }),
      "they came late": made({}, { records: [aFact({ status: "late", lateMinutes: 10 })] }),
      "the day it is": made({}, { today: monday }),
    },
  },
};

const judged = Object.entries(examples).map(([code, { broken, path }]) => ({ code, path, problems: checkSheet(broken) }));
const silent = Object.entries(examples).flatMap(([code, one]) =>
  Object.entries(one.silent).map(([name, situation]) => ({ code, name, situation })),
);

describe("a signed sheet", () => {
  it("in order draws nothing", () => {
    expect(checkSheet(made())).toEqual([]);
  });

  it.each(judged)("that breaks one rule gets $code and nothing else, where it is wrong", ({ code, path, problems }) => {
    expect(problems.map((problem) => [problem.code, problem.path, problem.severity])).toEqual([[code, path, "error"]]);
    expect(JSON.parse(JSON.stringify(problems))).toEqual(problems);
    for (const problem of problems) for (const language of ["fr", "en"] as const) expect(say(problem, language)).toEqual(fullSentence);
  });

  it.each(silent)("at the edge does not get $code: $name", ({ code, situation }) => {
    expect(checkSheet(situation).map((problem) => problem.code)).not.toContain(code);
  });

  it("without a schedule or facts is undecided, not wrong", () => {
    const problems = checkSheet(made({}, { schedule: undefined, records: undefined }));
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["attendance.sheet-signature-missing", "undecided"],
      ["attendance.sheet-contradiction", "undecided"],
    ]);
  });

  it("still proves what is signed when somebody who was there did not sign, and says who", () => {
    const records = [aFact(), aFact({ traineeId: "T-0009" }), aFact({ traineeId: "T-0008", status: "late", lateMinutes: 5 })];
    expect(checkSheet(made({}, { records }))).toEqual([
      {
        code: "attendance.sheet-signature-missing",
        severity: "warning",
        path: ["signatures"],
        params: { trainees: ["T-0008", "T-0009"], times: 2 },
      },
    ]);
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    judged
      .flatMap(({ problems }) => problems)
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "attendance.sheet-trainer-missing (error) /trainers {}
    attendance.sheet-place-missing (error) /place {}
    attendance.sheet-date-missing (error) /halfDays {}
    attendance.sheet-signature-missing (error) /signatures {"trainees":[],"times":0}
    attendance.sheet-contradiction (error) /signatures {"with":"facts","trainee":"T-0007","day":"2026-12-07","half":"morning","status":"unexcused","times":1}"
  `);
});

describe("what contradicts a sheet", () => {
  it.each<[string, SheetSituation, readonly (readonly [SheetContradiction["with"], string])[]]>([
    ["a half-day that is not planned", made({ halfDays: [`${monday}/morning`, `${monday}/evening`] }), [["planning", "error"]]],
    ["a half-day still to come", made({}, { today: "2026-12-06" }), [["today", "error"]]],
    ["a trainer who did not teach it", made({ trainers: ["omar", "lea"] }), [["trainer", "error"]]],
    ["another place, to be looked at", made({ place: "3 rue des Lilas, Lyon" }), [["place", "warning"]]],
    ["somebody recorded as absent", made({}, { records: [aFact({ status: "announced" })] }), [["facts", "error"]]],
    [
      "several things at once",
      made({ trainers: ["lea"], place: "Lyon" }, { today: "2026-12-01" }),
      [
        ["today", "error"],
        ["trainer", "error"],
        ["place", "warning"],
      ],
    ],
  ])("%s", (_, situation, expected) => {
    expect(contradictions(situation)).toEqual(expected);
  });

  it("is told where it stands, and a trainer by their name where it is known", () => {
    const problems = checkSheet(made({ halfDays: [`${monday}/morning`, `${monday}/evening`], trainers: ["lea", "zoe"], place: "Lyon" }));
    expect(problems.map(({ path, params }) => [path, params])).toEqual([
      [["halfDays"], { with: "planning", day: monday, half: "evening", times: 1 }],
      [["trainers"], { with: "trainer", trainer: "Léa Roux" }],
      [["trainers"], { with: "trainer", trainer: "zoe" }],
      [["place"], { with: "place", place: "Lyon", planned: expect.stringContaining("Bordeaux") }],
    ]);
    const unnamed = checkSheet(made({ trainers: ["lea"] }, { names: undefined }));
    expect(unnamed.map(({ params }) => params)).toEqual([{ with: "trainer", trainer: "lea" }]);
  });

  it("is told once for each trainee and each kind, with how many times", () => {
    const halfDays = [`${monday}/morning`, `${monday}/afternoon`];
    const records = [aFact({ status: "excused" }), aFact({ half: "afternoon", status: "excused" })];
    const signatures = [signature, { ...signature, half: "afternoon" as const }];
    const [problem, ...others] = checkSheet(made({ halfDays }, { records, signatures }));
    expect(others).toEqual([]);
    expect(problem?.params).toEqual({ with: "facts", trainee: "T-0007", day: monday, half: "morning", status: "excused", times: 2 });
  });

  it.each([
    "Bordeaux",
    "bordeaux, salle 2",
    "12, rue des Chantiers 33300 BORDEAUX",
    "Atelier, 12 rue des Chantiers, 33300 Bordeaux, 2e étage",
  ])("is not the same place written otherwise: %s", (place) => {
    expect(contradictions(made({ place }))).toEqual([]);
  });

  it("is no place where nothing happens in the centre, nor a trainer whom the planning does not name", () => {
    const session = aSession({ trainers: ["omar"] });
    const planned = aSchedule(session);
    const remote = { ...planned, halfDays: planned.halfDays.map((one) => ({ ...one, at: "company" as const })) };
    expect(contradictions(made({ place: "Logistique du Lez, Lattes" }, { schedule: remote }))).toEqual([]);
    expect(contradictions(made({ trainers: ["lea"] }, { session: aSession({ trainers: undefined }) }))).toEqual([]);
    const taught = { ...planned, halfDays: planned.halfDays.map((one) => ({ ...one, trainers: ["lea"] })) };
    expect(contradictions(made({ trainers: ["lea"] }, { schedule: taught }))).toEqual([]);
    expect(contradictions(made({ trainers: ["omar"] }, { schedule: taught }))).toEqual([["trainer", "error"]]);
  });
});

it("docs/rules/signing.md", async () => {
  const printed = (problems: readonly Problem[]) =>
    problems.map((problem) => ({ code: problem.code as ProblemCode, path: problem.path, sentence: say(problem) }));
  const refusals = Object.keys(signInRules).flatMap((code) => {
    const [params] = signingSamples[code as keyof typeof signInRules];
    return raise(signInRules, code as keyof typeof signInRules, ["code"], params as never);
  });
  const page = cataloguePage(
    "Ce que Kairos vérifie d'une signature",
    "Par un code montré dans la salle, ou sur une feuille de papier qui revient signée.",
    [
      { title: "Émarger avec un code", about: `${refusals.length} refus, chacun avec sa raison.`, rules: printed(refusals) },
      {
        title: "Joindre une feuille signée",
        about: `${judged.length} contrôles.`,
        rules: printed(judged.flatMap(({ problems }) => problems)),
      },
    ],
  );
  await expect(page).toMatchFileSnapshot("../../../docs/rules/signing.md");
});
