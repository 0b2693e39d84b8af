import { type DaysOff, explainHours, type HalfDay, patternOf, type WeeklyPattern } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession } from "../../examples/index.js";

type Typed = Pick<HalfDay, "day"> & Partial<HalfDay>;
const halfDay = (typed: Typed): HalfDay => ({ half: "morning", from: "09:00", until: "12:00", at: "centre", ...typed });
const scheduleOf = (...halfDays: readonly Typed[]) => ({ ...aSchedule(), halfDays: halfDays.map(halfDay) });
const everyDayOpen: DaysOff = { holidayArea: "metropole", closures: [] };
const mornings: WeeklyPattern = [{ weekday: 1, half: "morning", from: "09:00", until: "12:00", at: "centre" }];

describe("the week that a schedule looks like", () => {
  /** From a Monday to a Monday, without a holiday. */
  const period = { startsOn: "2026-11-16", endsOn: "2026-12-07" };
  const [first, second, third, fourth] = ["2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07"] as const;
  const found = (halfDays: readonly Typed[], closed: readonly string[] = []) =>
    patternOf(period, scheduleOf(...halfDays), {
      holidayArea: "metropole",
      closures: closed.map((day) => ({ startsOn: day, endsOn: day })),
    });

  it("has what stands on half of the days that are open, and nothing rarer", () => {
    expect(found([{ day: first }])).toEqual([]);
    expect(found([{ day: first }, { day: fourth }])).toEqual(mornings);
    expect(found([{ day: first }, { day: second }, { day: third }, { day: fourth }])).toEqual(mornings);
  });

  it("counts no day that is closed", () => {
    expect(found([{ day: first }], [second])).toEqual([]);
    expect(found([{ day: first }], [second, third])).toEqual(mornings);
    expect(found([{ day: first }], [second, third, fourth])).toEqual(mornings);
  });

  it("has what was added on days that are all closed", () => {
    expect(found([{ day: first }], [first, second, third, fourth])).toEqual(mornings);
  });

  it("has no day that is never taught", () => {
    expect(found([])).toEqual([]);
  });

  it("has the most frequent hours, the first ones of the schedule when there are two", () => {
    const late = { from: "09:30" };
    const lateMornings = [{ ...mornings[0], ...late }];
    expect(found([{ day: first, ...late }, { day: second }, { day: third }, { day: fourth }])).toEqual(mornings);
    expect(found([{ day: first }, { day: second, ...late }, { day: third, ...late }, { day: fourth, ...late }])).toEqual(lateMornings);
    expect(found([{ day: first, ...late }, { day: second }, { day: third }, { day: fourth, ...late }])).toEqual(lateMornings);
    expect(found([{ day: first }, { day: second, ...late }, { day: third, ...late }, { day: fourth }])).toEqual(mornings);
  });

  it.each([{ from: "09:30" }, { until: "12:30" }, { at: "distance" }] as const)("holds half-days apart that differ by %o", (other) => {
    expect(found([{ day: first }, { day: second, ...other }])).toEqual([]);
  });

  it("is in the order of days, then of hours", () => {
    const tuesday = { day: "2026-11-17" };
    const again = { day: "2026-11-24" };
    const [afternoon, evening] = [
      { half: "afternoon", from: "13:30", until: "17:00" },
      { half: "evening", from: "18:00", until: "20:00" },
    ] as const;
    const days = [again, tuesday, { day: fourth }, { day: first }];
    const week = found([...days.map((day) => ({ ...day, ...evening })), ...days, ...days.map((day) => ({ ...day, ...afternoon }))]);
    expect(week.map(({ weekday, half, from }) => [weekday, half, from])).toEqual([
      [1, "morning", "09:00"],
      [1, "afternoon", "13:30"],
      [1, "evening", "18:00"],
      [2, "morning", "09:00"],
      [2, "afternoon", "13:30"],
      [2, "evening", "18:00"],
    ]);
  });

  it("has half-days that start together in the order of the schedule", () => {
    const twice = (halves: readonly HalfDay["half"][]) =>
      found([first, second].flatMap((day) => halves.map((half) => ({ day, half })))).map(({ half }) => half);
    expect(twice(["morning", "afternoon"])).toEqual(["morning", "afternoon"]);
    expect(twice(["afternoon", "morning"])).toEqual(["afternoon", "morning"]);
  });
});

describe("the parts of a difference", () => {
  const [armistice, before, after] = ["2026-11-11", "2026-11-04", "2026-11-18"] as const;
  const wednesdays: WeeklyPattern = [{ weekday: 3, half: "morning", from: "09:00", until: "12:00", at: "centre" }];
  const session = aSession({ startsOn: "2026-11-02", endsOn: "2026-11-20", hours: { centreMinutes: 540 } });
  const parts = (...halfDays: readonly Typed[]) => explainHours(session, scheduleOf(...halfDays), everyDayOpen, wednesdays).parts;

  it("are none when the schedule is as it was planned", () => {
    expect(explainHours(session, scheduleOf({ day: before }, { day: armistice }, { day: after }), everyDayOpen, wednesdays)).toEqual({
      expected: { centreMinutes: 540, companyMinutes: 0, distanceMinutes: 0 },
      scheduled: { centreMinutes: 540, companyMinutes: 0, distanceMinutes: 0 },
      differenceMinutes: 0,
      parts: [],
    });
  });

  it("are a holiday when it took the half-day away, and an edit when it was kept shorter or longer", () => {
    const label = { fr: "armistice de 1918", en: "Armistice Day 1918" };
    expect(parts({ day: before }, { day: after })).toEqual([{ why: "holiday", label, days: [armistice], minutes: -180 }]);
    expect(parts({ day: before }, { day: armistice, until: "11:00" }, { day: after })).toEqual([
      { why: "edit", days: [armistice], minutes: -60 },
    ]);
    expect(parts({ day: before }, { day: armistice, until: "12:30" }, { day: after })).toEqual([
      { why: "edit", days: [armistice], minutes: 30 },
    ]);
  });

  it("tell edited days once each, in order, added or taken out", () => {
    const added = { half: "afternoon", from: "13:30", until: "16:00" } as const;
    expect(parts({ day: before, ...added }, { day: before, until: "11:00" }, { day: armistice }, { day: "2026-11-03" })).toEqual([
      { why: "edit", days: ["2026-11-03", before, after], minutes: 90 },
    ]);
  });

  it("leave out edits that make up for each other", () => {
    expect(parts({ day: before, until: "11:00" }, { day: armistice }, { day: after, until: "13:00" })).toEqual([]);
  });

  it("begin by the week itself, more or fewer than announced", () => {
    const announced = (centreMinutes: number) =>
      explainHours({ ...session, hours: { ...session.hours, centreMinutes } }, scheduleOf(), everyDayOpen, mornings).parts;
    expect(announced(539)).toEqual([
      { why: "pattern", days: [], minutes: 1 },
      { why: "edit", days: ["2026-11-02", "2026-11-09", "2026-11-16"], minutes: -540 },
    ]);
    expect(announced(541)[0]).toEqual({ why: "pattern", days: [], minutes: -1 });
    expect(announced(540).map(({ why }) => why)).toEqual(["edit"]);
  });

  it("tell one holiday for each year, and one closure for all of its days", () => {
    const long = aSession({ startsOn: "2025-11-10", endsOn: "2026-11-12", hours: { centreMinutes: 60 } });
    const daily: WeeklyPattern = [2, 3].map((weekday) => ({ weekday, half: "morning", from: "09:00", until: "10:00", at: "centre" }));
    const closures = [{ startsOn: "2025-11-12", endsOn: "2026-11-10", label: "Travaux" }];
    const explained = explainHours(long, scheduleOf(), { holidayArea: "metropole", closures }, daily).parts;
    const armistices = explained.filter((part) => part.why === "holiday" && part.label.fr === "armistice de 1918");
    expect(armistices.map(({ days, minutes }) => [days, minutes])).toEqual([
      [["2025-11-11"], -60],
      [["2026-11-11"], -60],
    ]);
    const closed = explained.filter(({ why }) => why === "closure");
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({ label: { fr: "Travaux", en: "Travaux" }, minutes: -60 * (closed[0]?.days.length ?? 0) });
    expect([closed[0]?.days[0], closed[0]?.days.at(-1)]).toEqual(["2025-11-12", "2026-11-10"]);
  });
});
