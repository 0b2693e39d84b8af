import { type AttendanceRecord, checkAttendance, recordFaults, say } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, anEnrolment, aSituation, days, schedule } from "./facts.js";

const codes = (...given: Parameters<typeof aSituation>) => checkAttendance(aSituation(...given)).map(({ code }) => code);
const withdrawn = { roster: [anEnrolment("T-0001", { withdrawal: { day: "2026-12-09", half: "afternoon" } })] };

describe("one fact", () => {
  it("is sound when the person came", () => {
    expect(codes([aFact()])).toEqual([]);
    expect(codes(days("present", "2026-12-07", "2026-12-08"))).toEqual([]);
    expect(codes([])).toEqual([]);
  });

  it("may miss the whole half-day, not a minute more", () => {
    expect(codes([aFact({ status: "left-early", earlyMinutes: 210 })])).toEqual([]);
    expect(codes([aFact({ status: "left-early", earlyMinutes: 211 })])).toEqual(["attendance.over-planned"]);
    expect(codes([aFact({ status: "late", lateMinutes: 110, earlyMinutes: 101 })])).toEqual([
      "attendance.over-planned",
      "attendance.late-minutes",
    ]);
  });

  it("is of today at the latest", () => {
    expect(codes([aFact({ day: "2026-12-08" })], { today: "2026-12-08" })).toEqual([]);
    expect(codes([aFact({ day: "2026-12-09" })], { today: "2026-12-08" })).toEqual(["attendance.future"]);
    expect(codes([aFact({ day: "2026-12-09", status: "announced" })], { today: "2026-12-08" })).toEqual([]);
  });

  it.each<[string, Partial<AttendanceRecord>, Parameters<typeof aSituation>[1], string]>([
    ["before the session", { day: "2026-12-04" }, {}, "dates"],
    ["on a Saturday", { day: "2026-12-12" }, {}, "schedule"],
    ["of an evening", { half: "evening" }, {}, "schedule"],
    ["of a stranger", { traineeId: "T-0002" }, {}, "roster"],
    ["before they joined", {}, { roster: [anEnrolment("T-0001", { joinsOn: "2026-12-08" })] }, "path"],
    ["after they left", { day: "2026-12-09" }, { roster: [anEnrolment("T-0001", { leavesOn: "2026-12-08" })] }, "path"],
  ])("is outside %s", (_name, fact, plan, why) => {
    expect(checkAttendance(aSituation([aFact(fact)], plan))).toMatchObject([{ code: "attendance.outside-session", params: { why } }]);
  });

  it("of a session without a schedule is held against its dates only", () => {
    expect(codes([aFact({ day: "2026-12-12" })], { schedule: undefined })).toEqual([]);
  });

  it("of whoever withdrew is a contradiction from that half-day on, when it says that they came", () => {
    expect(codes([aFact({ day: "2026-12-09" })], withdrawn)).toEqual([]);
    expect(codes([aFact({ day: "2026-12-09", half: "afternoon" })], withdrawn)).toEqual(["attendance.after-abandon"]);
    expect(codes([aFact({ day: "2026-12-10", status: "remote", evidence: ["quiz", "connection"] })], withdrawn)).toEqual([
      "attendance.after-abandon",
    ]);
    expect(codes([aFact({ day: "2026-12-10", status: "withdrawn" })], withdrawn)).toEqual([]);
    expect(codes([aFact({ status: "withdrawn" }), aFact({ day: "2026-12-08" })])).toEqual(["attendance.after-abandon"]);
  });

  it("asks two kinds of evidence for remote training", () => {
    expect(codes([aFact({ status: "remote", evidence: ["quiz", "quiz"] })])).toEqual(["attendance.distance-proof-thin"]);
    expect(codes([aFact({ status: "remote", evidence: ["quiz", "connection"] })])).toEqual([]);
  });

  it("is judged alone before it is kept", () => {
    const record = aFact({ status: "excused", document: "grippe" });
    expect(recordFaults(record, aSituation([])).map(({ code }) => code)).toEqual(["attendance.health-detail"]);
    expect(recordFaults(aFact({ day: "2026-12-12" }), aSituation([])).map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("a withdrawal is suspected", () => {
  const suspected = (...given: Parameters<typeof aSituation>) =>
    checkAttendance(aSituation(...given)).flatMap((problem) => (problem.code === "attendance.abandon-suspected" ? [problem.params] : []));

  it("after three training days missed as a whole, a week-end between them", () => {
    expect(suspected(days("unexcused", "2026-12-10", "2026-12-11"))).toEqual([]);
    expect(suspected(days("unexcused", "2026-12-10", "2026-12-11", "2026-12-14"))).toEqual([
      { trainee: "T-0001", days: 3, since: "2026-12-10", until: "2026-12-14" },
    ]);
  });

  it("as the provider has set", () => {
    const plan = { settings: { withdrawalAfterDays: 2 } };
    expect(suspected(days("unexcused", "2026-12-10", "2026-12-11"), plan)).toMatchObject([{ days: 2 }]);
  });

  it("no more once they came, were excused, or had said so", () => {
    const missed = days("unexcused", "2026-12-07", "2026-12-08", "2026-12-09");
    for (const status of ["present", "late", "excused", "announced"] as const) {
      expect(suspected([...missed, aFact({ day: "2026-12-10", status })]), status).toEqual([]);
    }
    expect(suspected([...missed, aFact({ day: "2026-12-10", status: "unexcused" })])).toMatchObject([{ days: 3, until: "2026-12-09" }]);
  });

  it("not of days of which half was followed, nor over a day that nobody recorded", () => {
    const halfMissed = [...days("unexcused", "2026-12-07", "2026-12-09"), aFact({ day: "2026-12-08", status: "unexcused" })];
    expect(suspected([...halfMissed, aFact({ day: "2026-12-08", half: "afternoon" })])).toEqual([]);
    expect(suspected(days("unexcused", "2026-12-07", "2026-12-08", "2026-12-10"))).toEqual([]);
  });

  it("not of whoever withdrew already", () => {
    const roster = [anEnrolment("T-0001", { withdrawal: { day: "2026-12-16", half: "morning" } })];
    expect(suspected(days("unexcused", "2026-12-07", "2026-12-08", "2026-12-09"), { roster, schedule })).toEqual([]);
  });
});

it("lateness is told once for each trainee, with how much of it is not known", () => {
  const problems = checkAttendance(
    aSituation([
      aFact({ status: "late", lateMinutes: 20 }),
      aFact({ day: "2026-12-08", status: "late", lateMinutes: 75 }),
      aFact({ day: "2026-12-09", status: "late" }),
    ]),
  );
  expect(problems.map((problem) => say(problem).what.replaceAll("\u00a0", " "))).toEqual([
    "T-0001 : 3 retards, 1 h 35 en tout, dont 1 sans durée.",
  ]);
});
