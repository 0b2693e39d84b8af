import { checkSchedule, type HalfDay, type ScheduleSituation } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession, sessionSettings } from "../../examples/index.js";

const permanent = aSession({ intake: "permanent" });
const half = (day: string, which: HalfDay["half"], from: string, until: string): HalfDay => ({
  day,
  half: which,
  from,
  until,
  at: "centre",
});
const judge = (halfDays: readonly HalfDay[], beside: Partial<ScheduleSituation> = {}) =>
  checkSchedule({ session: permanent, schedule: { ...aSchedule(), halfDays: [...halfDays] }, settings: sessionSettings, ...beside });
const morning = half("2026-12-07", "morning", "09:00", "12:30");

describe("half-days of one day", () => {
  it.each([
    ["touch", half("2026-12-07", "afternoon", "12:30", "16:45"), []],
    ["share a minute", half("2026-12-07", "afternoon", "12:29", "16:45"), ["session.schedule-overlap"]],
    ["are the same one twice: said once", half("2026-12-07", "morning", "09:30", "12:00"), ["session.schedule-half-twice"]],
    ["are of two days", half("2026-12-08", "afternoon", "12:00", "16:45"), []],
  ])("%s", (_name, other, expected) => {
    for (const halfDays of [
      [morning, other],
      [other, morning],
    ])
      expect(judge(halfDays).map(({ code }) => code)).toEqual(expected);
  });

  it("are compared in the order of time, whatever the order of the schedule, and told where they stand in it", () => {
    const evening = half("2026-12-07", "evening", "15:00", "17:00");
    const afternoon = half("2026-12-07", "afternoon", "13:30", "15:30");
    expect(judge([evening, half("2026-12-08", "morning", "09:00", "12:00"), morning, afternoon])).toEqual([
      {
        code: "session.schedule-overlap",
        severity: "error",
        path: ["halfDays", 0],
        params: { day: "2026-12-07", first: "13:30-15:30", second: "15:00-17:00" },
      },
    ]);
  });

  it("that last nothing are told so, and not that clocks change", () => {
    expect(judge([half("2026-12-07", "morning", "09:00", "09:00")]).map(({ code }) => code)).toEqual(["session.schedule-hours-order"]);
  });
});

it("a schedule at the edges of its session is within it", () => {
  expect(judge([half("2026-12-07", "morning", "09:00", "12:00"), half("2026-12-18", "morning", "09:00", "12:00")])).toEqual([]);
  const out = judge([half("2026-12-06", "morning", "09:00", "12:00"), half("2026-12-19", "morning", "09:00", "12:00")]);
  expect(out.map(({ params }) => params)).toEqual([{ days: ["2026-12-06", "2026-12-19"], startsOn: "2026-12-07", endsOn: "2026-12-18" }]);
});

describe("hours", () => {
  const short = { session: aSession({ hours: { centreMinutes: 65 * 60 } }), schedule: aSchedule() };
  const codes = (beside: Partial<ScheduleSituation>) =>
    checkSchedule({ ...short, settings: sessionSettings, ...beside }).map(({ code }) => code);

  it.each<[string, Partial<ScheduleSituation>, readonly string[]]>([
    ["differ", {}, ["session.schedule-hours"]],
    ["are not announced", { session: aSession({ hours: { centreMinutes: 0 } }) }, []],
    ["are a part of an opening", { session: aSession({ hours: { centreMinutes: 65 * 60 }, intake: "permanent" }) }, []],
    ["have no schedule yet", { schedule: undefined }, []],
    [
      "are not judged without the provider's settings",
      { settings: undefined },
      ["session.schedule-hours", "session.hours-vs-dates", "session.schedule-on-day-off"],
    ],
  ])("%s", (_name, beside, expected) => {
    expect(codes(beside)).toEqual(expected);
  });

  it("over the limits of a day are told of the schedule", () => {
    const long = judge([half("2026-12-07", "morning", "08:00", "18:01")], { settings: { ...sessionSettings } });
    expect(long.map(({ code, path }) => [code, path])).toEqual([["session.hours-vs-dates", ["halfDays"]]]);
  });

  it("that nobody gave settings for are undecided", () => {
    expect(checkSchedule({ ...short }).map(({ severity, params }) => [severity, params])).toEqual(
      Array(3).fill(["undecided", { missing: ["settings"] }]),
    );
  });
});
