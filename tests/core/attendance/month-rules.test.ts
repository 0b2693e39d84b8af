import {
  checkClosing,
  checkMonth,
  type MonthSituation,
  monthRefusals,
  type monthRules,
  type Problem,
  type ProblemCode,
  raise,
  say,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";
import { aProvider } from "../../examples/index.js";
import { aClosing, allPresent, allSigned, aMonth, aMonthSituation, factOf, planned } from "./month-examples.js";

interface Example {
  readonly broken: MonthSituation;
  readonly path: readonly string[];
  readonly silent: Readonly<Record<string, MonthSituation>>;
}

const but = <One>(all: readonly One[], count: number) => all.slice(0, all.length - count);
const until = (day: string) => allPresent.filter((fact) => fact.day <= day);
const [first] = allPresent;
if (first === undefined) throw new Error("nobody came");
const onlyFirst = (changes: object) => [factOf(first, changes), ...allPresent.slice(1)];
const signedBy = (day: "day" | "half-day") => aProvider({ settings: { attendance: { signedBy: day } } }).settings.attendance;

const examples: { readonly [Code in keyof typeof monthRules]: Example } = {
  "attendance.month-missing": {
    broken: aMonthSituation({ today: "2027-01-06" }),
    path: ["status"],
    silent: {
      "the last day in time": aMonthSituation({ today: "2027-01-05" }),
      "it is closed": aMonthSituation({ today: "2027-01-06", month: aMonth({ status: "closed", closings: [aClosing()] }) }),
      "the provider has until the 10th": aMonthSituation({
        today: "2027-01-10",
        settings: aProvider({ settings: { attendance: { monthlyDeadlineDay: 10 } } }).settings.attendance,
      }),
    },
  },
  "attendance.month-reopened": {
    broken: aMonthSituation({ month: aMonth({ status: "reopened", closings: [aClosing("1".repeat(64))] }) }),
    path: ["status"],
    silent: { "closed once more": aMonthSituation({ month: aMonth({ status: "closed", closings: [aClosing()] }) }) },
  },
  "attendance.month-changed": {
    broken: aMonthSituation({ month: aMonth({ status: "closed", closings: [aClosing(), aClosing("1".repeat(64))] }) }),
    path: ["closings"],
    silent: {
      "the last closing says the same": aMonthSituation({
        month: aMonth({ status: "closed", closings: [aClosing("1".repeat(64)), aClosing()] }),
      }),
      "it was never closed": aMonthSituation(),
    },
  },
  "attendance.month-empty": {
    broken: aMonthSituation({ planned: [], records: [], signIns: [] }),
    path: ["planned"],
    silent: { "somebody is to come": aMonthSituation() },
  },
  "attendance.month-not-over": {
    broken: aMonthSituation({ today: "2026-12-17", records: until("2026-12-17") }),
    path: ["planned"],
    silent: {
      "its last half-day is over and entered": aMonthSituation({ today: "2026-12-18" }),
      "what lacks is of the past": aMonthSituation({ records: until("2026-12-17") }),
    },
  },
  "attendance.month-incomplete": {
    broken: aMonthSituation({ records: but(allPresent, 1) }),
    path: ["records"],
    silent: {
      "the day is not over": aMonthSituation({ today: "2026-12-18", records: until("2026-12-17") }),
      "somebody was away": aMonthSituation({ records: onlyFirst({ status: "unexcused" }) }),
    },
  },
  "attendance.unsigned-half-days": {
    broken: aMonthSituation({ signIns: but(allSigned, 1) }),
    path: ["signIns"],
    silent: {
      "away, there is nothing to sign": aMonthSituation({ records: onlyFirst({ status: "excused" }), signIns: allSigned.slice(1) }),
      "remote, there is other evidence": aMonthSituation({ records: onlyFirst({ status: "remote" }), signIns: allSigned.slice(1) }),
      "the whole half-day was missed": aMonthSituation({
        records: onlyFirst({ status: "late", lateMinutes: 210 }),
        signIns: allSigned.slice(1),
      }),
      "a day is signed at once": aMonthSituation({
        settings: signedBy("day"),
        signIns: allSigned.filter(({ half }) => half === "morning"),
      }),
    },
  },
};

const rules = Object.entries(examples).map(([code, example]) => ({ code: code as keyof typeof examples, ...example }));
const silent = rules.flatMap(({ code, silent }) => Object.entries(silent).map(([name, situation]) => ({ code, name, situation })));

describe("a month that breaks one rule", () => {
  it.each(rules)("gets $code and nothing else, where it is wrong, in both languages", ({ broken, code, path }) => {
    const problems = checkMonth(broken);
    expect(problems.map((problem) => [problem.code, problem.path])).toEqual([[code, path]]);
    for (const problem of problems) {
      expect(say(problem)).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
      expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    }
  });

  it.each(silent)("does not get $code: $name", ({ code, situation }) => {
    expect(checkMonth(situation).map((problem) => problem.code)).not.toContain(code);
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    rules
      .flatMap(({ broken }) => checkMonth(broken))
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "attendance.month-missing (error) /status {"session":"SE-2026-014","month":"2026-12","dueOn":"2027-01-05"}
    attendance.month-reopened (warning) /status {"month":"2026-12"}
    attendance.month-changed (warning) /closings {"month":"2026-12"}
    attendance.month-empty (error) /planned {"session":"SE-2026-014","month":"2026-12"}
    attendance.month-not-over (error) /planned {"month":"2026-12","until":"2026-12-18","count":2}
    attendance.month-incomplete (error) /records {"count":1,"trainees":[{"traineeId":"T-0002","count":1,"first":{"day":"2026-12-18","half":"afternoon"}}]}
    attendance.unsigned-half-days (warning) /signIns {"count":1,"trainees":[{"traineeId":"T-0002","count":1,"first":{"day":"2026-12-18","half":"afternoon"}}]}"
  `);
});

it("a month in order has nothing to mend", () => {
  expect(checkMonth(aMonthSituation())).toEqual([]);
});

it("a day is not signed by a signature of another day, nor by somebody else's", () => {
  const [morning] = allSigned;
  if (morning === undefined) throw new Error("nobody signed");
  const others = [
    { ...morning, day: "2026-12-19" },
    { ...morning, traineeId: "T-0009" },
  ];
  for (const other of others) {
    const situation = aMonthSituation({ signIns: [other, ...allSigned.slice(1)] });
    expect(checkMonth(situation)).toMatchObject([{ params: { count: 1, trainees: [{ traineeId: "T-0001", count: 1 }] } }]);
  }
});

it("what lacks is told by trainee: how many half-days, and the first", () => {
  const [problem] = checkMonth(
    aMonthSituation({ records: until("2026-12-16").filter(({ traineeId, day }) => traineeId === "T-0001" || day < "2026-12-09") }),
  );
  expect(problem?.params).toEqual({
    count: 20,
    trainees: [
      { traineeId: "T-0001", count: 4, first: { day: "2026-12-17", half: "morning" } },
      { traineeId: "T-0002", count: 16, first: { day: "2026-12-09", half: "morning" } },
    ],
  });
  expect(problem && say(problem).what).toBe(
    "Il manque 20 demi-journées à 2 stagiaires : T-0001 (4, dès le 17/12/2026), T-0002 (16, dès le 09/12/2026).",
  );
});

describe("a month that is not over", () => {
  const toCome = (changes: Parameters<typeof aMonthSituation>[0]) =>
    checkMonth(aMonthSituation(changes)).flatMap(({ code, params }) => (code === "attendance.month-not-over" ? [params] : []));

  it("counts what is to come, and today's until it is recorded, whatever the order of the planning", () => {
    const ahead = { month: "2026-12", until: "2026-12-18" };
    expect(toCome({ today: "2026-12-17", records: until("2026-12-17") })).toEqual([{ ...ahead, count: 2 }]);
    expect(toCome({ today: "2026-12-17", records: until("2026-12-15") })).toEqual([{ ...ahead, count: 4 }]);
    expect(toCome({ today: "2026-12-18", records: until("2026-12-16") })).toEqual([{ ...ahead, count: 2 }]);
    expect(toCome({ today: "2026-12-15", records: until("2026-12-15"), planned: [...planned].reverse() })).toEqual([
      { ...ahead, count: 6 },
    ]);
  });

  it("is asked for by nobody when nobody follows it, late or not", () => {
    const empty = aMonthSituation({ planned: [], records: [], signIns: [], today: "2027-01-06" });
    expect(checkMonth(empty).map(({ code }) => code)).toEqual(["attendance.month-empty"]);
  });
});

it("signatures of another month are another month's", () => {
  const elsewhere = { ...first, day: "2027-01-04" };
  const situation = aMonthSituation({
    planned: [...planned, { ...planned[0], day: "2027-01-04" } as never],
    records: [...allPresent, elsewhere],
  });
  expect(checkMonth({ ...situation, today: "2027-01-05" }).map(({ code }) => code)).toEqual([]);
});

it("closing is not hindered by the deadline that has passed, nor by having been reopened", () => {
  const late = aMonthSituation({ today: "2027-02-01", month: aMonth({ status: "reopened", closings: [aClosing()] }) });
  expect(checkMonth(late).map(({ code }) => code)).toEqual(["attendance.month-missing", "attendance.month-reopened"]);
  expect(checkClosing(late)).toEqual([]);
});

it("signatures that nobody looked up leave their rule undecided", () => {
  expect(checkMonth(aMonthSituation({ signIns: undefined }))).toMatchObject([
    { code: "attendance.unsigned-half-days", severity: "undecided", params: { missing: ["signIns"] } },
  ]);
});

it("prints what it says of a month to docs/rules/attendance-months.md", async () => {
  const said = (problem: Problem) => ({ code: problem.code as ProblemCode, path: problem.path, sentence: say(problem) });
  const refusals = [
    raise(monthRefusals, "attendance.month-step-illegal", ["status"], {
      action: "close",
      status: "closed",
      session: "SE-2026-014",
      month: "2026-12",
    }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual(Object.keys(monthRefusals));
  const page = cataloguePage(
    "Ce que Kairos vérifie d'un mois d'assiduité",
    "L'état mensuel d'une session est comparé à son planning, aux signatures et à ce qui a été clôturé.",
    [
      {
        title: "Le mois",
        about: "Ce qui manque pour clôturer, et ce qui a changé depuis la clôture.",
        rules: rules.flatMap(({ broken }) => checkMonth(broken).map(said)),
      },
      { title: "Étapes refusées", about: "Pourquoi un mois ne se clôture pas, ou ne se rouvre pas.", rules: refusals.map(said) },
    ],
  );
  await expect(page).toMatchFileSnapshot("../../../docs/rules/attendance-months.md");
});
