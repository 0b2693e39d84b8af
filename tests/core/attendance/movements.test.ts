import {
  attendanceStatuses,
  checkMovements,
  type Enrolment,
  type Movement,
  type MovementDeclaration,
  type MovementKind,
  movementRefusals,
  type movementRules,
  movementsOf,
  type Problem,
  type ProblemCode,
  plannedHalfDays,
  raise,
  type SessionCourse,
  say,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cataloguePage, findingLine, fullSentence } from "../../examples/catalogue.js";
import { aSchedule } from "../../examples/index.js";
import { enrolled, factOf, session } from "./month-examples.js";

const later = "2027-03-01";
const schedule = aSchedule(session);

/** One trainee: what became of each half-day, in order; what is left out has no fact. */
function courseOf(
  statuses: readonly (Parameters<typeof factOf>[1] | undefined)[],
  changes: Partial<Enrolment> = {},
  declarations: readonly MovementDeclaration[] = [],
): SessionCourse {
  const roster = [enrolled("T-0001", changes)];
  const all = plannedHalfDays(schedule, [enrolled("T-0001")]);
  const records = statuses.flatMap((fact, rank) => {
    const halfDay = all[rank];
    return fact === undefined || halfDay === undefined ? [] : [factOf(halfDay, fact)];
  });
  return { session, roster, planned: plannedHalfDays(schedule, roster), records, declarations };
}

function declared(kind: MovementKind, on: string, declaredOn: string): MovementDeclaration {
  return { ...enrolled("T-0001"), kind, on, declaredOn, recordedBy: "karim", recordedAt: `${declaredOn}T17:00:00.000Z` };
}

const [present, away, stopped, withdrawn] = [
  { status: "present" as const },
  { status: "unexcused" as const },
  { status: "interrupted" as const },
  { status: "withdrawn" as const },
];
const said = (movements: readonly Movement[]) => movements.map(({ kind, on, cause }) => [kind, on, cause].filter(Boolean).join(" "));
const happened = (course: SessionCourse, today = later) => said(movementsOf(course, today));

describe("what happened", () => {
  it("is an entry the first half-day somebody attends, and an exit the last one that is planned", () => {
    expect(happened(courseOf([away, away, present]))).toEqual(["entry 2026-12-08", "exit 2026-12-18 end"]);
    expect(happened(courseOf([{ status: "remote" }]))).toEqual(["entry 2026-12-07", "exit 2026-12-18 end"]);
  });

  it("is nothing for whoever never came, whatever was recorded", () => {
    expect(happened(courseOf([]))).toEqual([]);
    expect(happened(courseOf([away, stopped, withdrawn]))).toEqual([]);
    expect(happened(courseOf([away], { withdrawal: { day: "2026-12-08", half: "morning" } }))).toEqual([]);
  });

  it("is not told before its day", () => {
    expect(happened(courseOf([present]), "2026-12-07")).toEqual(["entry 2026-12-07"]);
    expect(happened(courseOf([present]), "2026-12-17")).toEqual(["entry 2026-12-07"]);
    expect(happened(courseOf([present]), "2026-12-18")).toEqual(["entry 2026-12-07", "exit 2026-12-18 end"]);
  });

  it("is one interruption until somebody is back, then another", () => {
    const course = courseOf([present, stopped, stopped, away, stopped, present, stopped]);
    expect(happened(course)).toEqual(["entry 2026-12-07", "interruption 2026-12-07", "interruption 2026-12-10", "exit 2026-12-18 end"]);
  });

  it("is an exit the day of a withdrawal, as it was recorded of the person or of the half-day", () => {
    const onFile = courseOf([present, present], { withdrawal: { day: "2026-12-09", half: "afternoon", reason: "work" } });
    expect(happened(onFile)).toEqual(["entry 2026-12-07", "exit 2026-12-09 withdrawal"]);
    expect(happened(courseOf([present, present, withdrawn, withdrawn]))).toEqual(["entry 2026-12-07", "exit 2026-12-08 withdrawal"]);
    expect(happened(courseOf([present, withdrawn, present]))).toEqual(["entry 2026-12-07", "exit 2026-12-18 end"]);
  });

  it("is an exit the last half-day of whoever leaves early", () => {
    expect(happened(courseOf([present], { leavesOn: "2026-12-13" }))).toEqual(["entry 2026-12-07", "exit 2026-12-11 early"]);
  });

  it("is known without a schedule, from the dates of the session and of the enrolment", () => {
    const bare = { ...courseOf([present]), planned: [] };
    expect(happened(bare)).toEqual(["entry 2026-12-07", "exit 2026-12-18 end"]);
    expect(happened({ ...courseOf([present], { leavesOn: "2026-12-13" }), planned: [] })).toEqual([
      "entry 2026-12-07",
      "exit 2026-12-13 early",
    ]);
  });

  it("does not depend on the order of the facts", () => {
    const course = courseOf([away, present, stopped, present]);
    expect(movementsOf({ ...course, records: [...course.records].reverse() }, later)).toEqual(movementsOf(course, later));
  });
});

describe("three days", () => {
  // Friday 11 December, first half-day attended.
  const friday = courseOf([...Array.from({ length: 8 }, () => away), present]);
  const entryOn = (today: string, course = friday, days?: number) => movementsOf(course, today, days)[0];
  const told = (declaredOn: string) => ({ ...friday, declarations: [declared("entry", "2026-12-11", declaredOn)] });

  it.each([
    ["2026-12-11", "due"],
    ["2026-12-14", "due"],
    ["2026-12-15", "late"],
  ])("after an entry on Friday, undeclared on %s: %s", (today, state) => {
    expect(entryOn(today)).toMatchObject({ on: "2026-12-11", dueOn: "2026-12-14", state });
  });

  it.each([
    ["2026-12-11", "done"],
    ["2026-12-14", "done"],
    ["2026-12-15", "done-late"],
  ])("after an entry on Friday, declared on %s: %s", (declaredOn, state) => {
    expect(entryOn(later, told(declaredOn))).toMatchObject({ declaredOn, state });
  });

  it("are as many as the provider is held to", () => {
    expect(entryOn("2026-12-16", friday, 5)).toMatchObject({ dueOn: "2026-12-16", state: "due" });
    expect(entryOn("2026-12-13", friday, 1)).toMatchObject({ dueOn: "2026-12-12", state: "late" });
  });

  it("were not asked before the decree", () => {
    const old = { ...session, reference: "SE-2016-001", endsOn: "2017-05-10" };
    const [halfDay] = plannedHalfDays(schedule, [enrolled("T-0001")]);
    if (halfDay === undefined) throw new Error("nothing planned");
    const course = { ...courseOf([]), session: old, planned: [], records: [factOf({ ...halfDay, day: "2017-05-09" })] };
    expect(movementsOf(course, later)).toEqual([]);
    expect(said(movementsOf({ ...course, session: { ...old, endsOn: "2017-05-11" } }, later))).toEqual(["exit 2017-05-11 end"]);
  });
});

it("are read as well from the facts whose status is not that of the one before", () => {
  const someStatuses = fc.array(
    fc.option(
      fc.constantFrom(...attendanceStatuses).map((status) => ({ status })),
      { nil: undefined },
    ),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(someStatuses, (statuses) => {
      const course = courseOf(statuses);
      const turns = course.records.filter(({ status }, rank) => course.records[rank - 1]?.status !== status);
      expect(movementsOf({ ...course, records: turns }, later)).toEqual(movementsOf(course, later));
    }),
    { numRuns: 2000 },
  );
});

it("an entry that was declared for another day is to be declared again, and says so", () => {
  const course = courseOf([away, away, present], {}, [declared("entry", "2026-12-07", "2026-12-08")]);
  expect(movementsOf(course, "2026-12-09")[0]).toMatchObject({ on: "2026-12-08", state: "due", declaredFor: "2026-12-07" });
});

it("each interruption is declared by itself", () => {
  const course = courseOf([present, stopped, present, present, stopped], {}, [declared("interruption", "2026-12-07", "2026-12-08")]);
  const states = movementsOf(course, later).filter(({ kind }) => kind === "interruption");
  expect(states.map(({ on, state }) => `${on} ${state}`)).toEqual(["2026-12-07 done", "2026-12-09 late"]);
});

const lateBy = (kind: MovementKind, statuses: readonly (typeof present | typeof stopped | typeof withdrawn)[]) => {
  const all = movementsOf(courseOf(statuses), later);
  return { movements: all.filter((movement) => movement.kind === kind) };
};
const declaredLate = (situation: { readonly movements: readonly Movement[] }) => ({
  movements: situation.movements.map((movement) => ({ ...movement, declaredOn: later, state: "done-late" as const })),
});

const broken: Readonly<Record<keyof typeof movementRules, { readonly movements: readonly Movement[] }>> = {
  "attendance.entry-late": lateBy("entry", [present]),
  "attendance.interruption-late": lateBy("interruption", [present, stopped]),
  "attendance.exit-late": lateBy("exit", [present]),
  "attendance.abandon-not-declared": lateBy("exit", [present, withdrawn]),
};
const rules = Object.entries(broken).map(([code, situation]) => ({ code, situation }));

describe("a movement that nobody declared in time", () => {
  it.each(rules)("is told by $code alone, in both languages", ({ code, situation }) => {
    const problems = checkMovements(situation);
    expect(problems).toMatchObject([{ code, severity: "error", params: { trainees: ["T-0001"], isDeclared: false } }]);
    for (const problem of problems) {
      expect(say(problem)).toEqual(fullSentence);
      expect(say(problem, "en")).toEqual(fullSentence);
    }
  });

  it.each(rules)("of $code is only to be looked at once it was declared, late", ({ code, situation }) => {
    const expected = code === "attendance.abandon-not-declared" ? "attendance.exit-late" : code;
    expect(checkMovements(declaredLate(situation))).toMatchObject([{ code: expected, severity: "warning", params: { isDeclared: true } }]);
  });

  it.each(rules)("of $code is silent in time, declared or not", ({ situation }) => {
    for (const state of ["due", "done"] as const) {
      expect(checkMovements({ movements: situation.movements.map((movement) => ({ ...movement, state })) })).toEqual([]);
    }
  });
});

it("each example is found where it stands, with its figures", () => {
  expect(
    rules
      .flatMap(({ situation }) => [...checkMovements(situation), ...checkMovements(declaredLate(situation))])
      .map(findingLine)
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "attendance.entry-late (error) /movements {"trainees":["T-0001"],"dueOn":"2026-12-10","isDeclared":false}
    attendance.entry-late (warning) /movements {"trainees":["T-0001"],"dueOn":"2026-12-10","isDeclared":true}
    attendance.interruption-late (error) /movements {"trainees":["T-0001"],"dueOn":"2026-12-10","isDeclared":false}
    attendance.interruption-late (warning) /movements {"trainees":["T-0001"],"dueOn":"2026-12-10","isDeclared":true}
    attendance.exit-late (error) /movements {"trainees":["T-0001"],"dueOn":"2026-12-21","isDeclared":false}
    attendance.exit-late (warning) /movements {"trainees":["T-0001"],"dueOn":"2026-12-21","isDeclared":true}
    attendance.abandon-not-declared (error) /movements {"trainees":["T-0001"],"dueOn":"2026-12-10","isDeclared":false}
    attendance.exit-late (warning) /movements {"trainees":["T-0001"],"dueOn":"2026-12-10","isDeclared":true}"
  `);
});

it("several movements are told together, with the day the first was due", () => {
  const [entry] = lateBy("entry", [present]).movements;
  if (entry === undefined) throw new Error("nobody came");
  const earlier = { ...entry, traineeId: "T-0002", dueOn: "2026-12-09" };
  expect(checkMovements({ movements: [entry, earlier, { ...earlier, traineeId: "T-0001" }] }).map(({ params }) => params)).toEqual([
    { trainees: ["T-0001", "T-0002"], dueOn: "2026-12-09", isDeclared: false },
  ]);
});

it("prints what it says of movements to docs/rules/attendance-movements.md", async () => {
  const printed = (problem: Problem) => ({ code: problem.code as ProblemCode, path: problem.path, sentence: say(problem) });
  const refusals = [
    raise(movementRefusals, "attendance.movement-unknown", ["mouvement"], { trainee: "T-0001", kind: "interruption", days: [] }),
    raise(movementRefusals, "attendance.movement-too-early", ["le"], { kind: "entry", on: "2026-12-07", declaredOn: "2026-12-04" }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual(Object.keys(movementRefusals));
  const page = cataloguePage(
    "Ce que Kairos vérifie des mouvements",
    "Les entrées, les interruptions et les sorties viennent de l'assiduité saisie ; chacune se déclare à France Travail dans un délai.",
    [
      {
        title: "Le délai",
        about: "Bloquant tant que rien n'est déclaré ; à vérifier une fois déclaré en retard.",
        rules: rules.flatMap(({ situation }) => checkMovements(situation).map(printed)),
      },
      { title: "Déclarations refusées", about: "Pourquoi un mouvement n'est pas noté comme déclaré.", rules: refusals.map(printed) },
    ],
  );
  await expect(page).toMatchFileSnapshot("../../../docs/rules/attendance-movements.md");
});
