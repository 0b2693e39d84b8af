import { checkSchedule, type HalfDay } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession, sessionSettings } from "../../examples/index.js";

const settings: typeof sessionSettings = { ...sessionSettings, closures: [], mostDayMinutes: 480, mostWeekMinutes: 2100 };
const told = (session: ReturnType<typeof aSession>, halfDays?: readonly HalfDay[], limits: Partial<typeof settings> = {}) =>
  checkSchedule({
    session: { ...session, intake: "permanent" },
    schedule: halfDays && { ...aSchedule(), halfDays: [...halfDays] },
    settings: { ...settings, ...limits },
  })
    .filter(({ code }) => code === "session.hours-vs-dates")
    .map(({ path, params }) => ({ path, params }));

describe("hours that a period cannot hold", () => {
  const period = (startsOn: string, endsOn: string, centreMinutes: number) => aSession({ startsOn, endsOn, hours: { centreMinutes } });
  const beyond = (minutes: number, most: number) => [{ path: ["hours"], params: { scope: "period", minutes, most, on: "", others: 0 } }];

  it.each([
    ["a day holds its most", period("2026-12-07", "2026-12-07", 480), []],
    ["and no minute more", period("2026-12-07", "2026-12-07", 481), beyond(481, 480)],
    ["a week holds less than its days", period("2026-12-07", "2026-12-12", 2100), []],
    ["and no minute more than its most", period("2026-12-07", "2026-12-12", 2101), beyond(2101, 2100)],
    ["Saturday counts", period("2026-12-11", "2026-12-12", 960), []],
    ["Sunday does not", period("2026-12-12", "2026-12-13", 481), beyond(481, 480)],
    ["the most of a week starts again on Monday", period("2026-12-07", "2026-12-14", 2580), []],
    ["and not before", period("2026-12-10", "2026-12-17", 3361), beyond(3361, 3360)],
    ["a holiday holds nothing", period("2026-11-10", "2026-11-12", 961), beyond(961, 960)],
    ["no hours fit in no day", period("2026-12-13", "2026-12-13", 0), []],
    ["an hour does not", period("2026-12-13", "2026-12-13", 60), beyond(60, 0)],
    ["dates the wrong way round are told elsewhere", period("2026-12-08", "2026-12-07", 600), []],
  ])("%s", (_name, session, expected) => {
    expect(told(session)).toEqual(expected);
  });

  it("closures hold nothing", () => {
    const closures = [{ startsOn: "2026-12-08", endsOn: "2026-12-09" }];
    expect(told(period("2026-12-07", "2026-12-10", 960), undefined, { closures })).toEqual([]);
    expect(told(period("2026-12-07", "2026-12-10", 961), undefined, { closures })).toEqual(beyond(961, 960));
  });
});

describe("hours of a schedule beyond a limit", () => {
  const session = aSession({ startsOn: "2026-12-07", endsOn: "2026-12-31" });
  const half = (day: string, from: string, until: string, which: HalfDay["half"] = "morning"): HalfDay => {
    return { day, half: which, from, until, at: "centre" };
  };
  const day = (on: string, minutes: number, others: number) => ({
    path: ["halfDays"],
    params: { scope: "day", minutes, most: 480, on, others },
  });
  const week = (on: string, minutes: number, others: number) => ({
    path: ["halfDays"],
    params: { scope: "week", minutes, most: 600, on, others },
  });

  it.each([
    ["the most of a day is none", [half("2026-12-07", "08:00", "16:00")], []],
    ["a minute more is", [half("2026-12-07", "08:00", "16:01")], [day("2026-12-07", 481, 0)]],
    [
      "the half-days of a day are added",
      [half("2026-12-07", "08:00", "12:00"), half("2026-12-07", "13:00", "17:01", "afternoon")],
      [day("2026-12-07", 481, 0)],
    ],
    [
      "the fullest day is told, with how many others",
      [
        half("2026-12-07", "08:00", "16:01"),
        half("2026-12-15", "08:00", "16:03"),
        half("2026-12-22", "08:00", "16:02"),
        half("2026-12-29", "08:00", "09:00"),
      ],
      [day("2026-12-15", 483, 2)],
    ],
    [
      "of two days alike, the first",
      [half("2026-12-15", "08:00", "16:01"), half("2026-12-22", "08:00", "16:01")],
      [day("2026-12-15", 481, 1)],
    ],
    [
      "the fullest week is told by its Monday",
      [
        half("2026-12-08", "08:00", "14:00"),
        half("2026-12-13", "08:00", "12:01"),
        half("2026-12-16", "08:00", "14:00"),
        half("2026-12-17", "08:00", "12:05"),
        half("2026-12-21", "08:00", "13:00"),
        half("2026-12-27", "08:00", "13:00"),
      ],
      [week("2026-12-14", 605, 1)],
    ],
    ["a day and its week are told both", [half("2026-12-09", "08:00", "18:30")], [day("2026-12-09", 630, 0), week("2026-12-07", 630, 0)]],
  ])("%s", (_name, halfDays, expected) => {
    expect(told(session, halfDays, { mostWeekMinutes: 600 })).toEqual(expected);
  });
});
