import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDay,
  formatInstant,
  formatMinutes,
  isIsoDate,
  mondayOf,
  overlaps,
  type Period,
  weekdayOf,
  weekNumberOf,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addYears } from "../../../packages/core/src/shared/calendar.js";
import { aDay, type Civil, dayNumber, isoOf } from "./generators.js";

const zones = ["Europe/Paris", "America/Martinique", "Indian/Reunion", "UTC"];

describe("counting days", () => {
  it("goes over the ends of months, years and centuries", () => {
    expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2027-02-28", "2027-03-01")).toBe(1);
    expect(daysBetween("2100-02-28", "2100-03-01")).toBe(1);
    expect(daysBetween("2027-03-01", "2026-03-01")).toBe(-365);
    expect(daysBetween("2026-11-23", "2026-11-23")).toBe(0);
  });

  it("counts the days of a clock change as whole days", () => {
    expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(addDays("2027-03-28", 1)).toBe("2027-03-29");
    expect(addDays("2026-10-25", 1)).toBe("2026-10-26");
    // Martinique's only summer time began at midnight, on a day without midnight.
    expect(addDays("1980-04-05", 1)).toBe("1980-04-06");
    expect(daysBetween("1980-04-05", "1980-04-06")).toBe(1);
    // Where local mean time was given up, in 1911.
    expect(daysBetween("1911-03-10", "1911-06-02")).toBe(84);
  });

  it("agrees with a day number that knows no time zone", () => {
    fc.assert(
      fc.property(aDay, aDay, (from, to) => {
        expect(daysBetween(isoOf(from), isoOf(to))).toBe(dayNumber(to) - dayNumber(from));
      }),
      { numRuns: 3000 },
    );
  });

  it("adds what it counts", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const later = addDays(isoOf(day), count);
        expect(daysBetween(isoOf(day), later)).toBe(count);
        expect(addDays(later, -count)).toBe(isoOf(day));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps days in order as texts", () => {
    fc.assert(
      fc.property(aDay, aDay, (a, b) => {
        expect(isoOf(a) < isoOf(b)).toBe(dayNumber(a) < dayNumber(b));
      }),
    );
  });
});

describe("months and years later", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-07", 0, "2026-12-07"],
    ["2026-12-07", -12, "2025-12-07"],
  ])("%s and %i months is %s", (day, count, later) => {
    expect(addMonths(day, count)).toBe(later);
  });

  it.each([
    ["2026-12-07", 1, "2027-12-07"],
    ["2028-02-29", 1, "2029-02-28"],
    ["2028-02-29", 4, "2032-02-29"],
  ])("%s and %i years is %s", (day, count, later) => {
    expect(addYears(day, count)).toBe(later);
  });

  it("weeks are numbered as offices do, from their Monday", () => {
    expect(["2026-12-28", "2027-01-03", "2027-01-04"].map((day) => [mondayOf(day), weekNumberOf(day), weekdayOf(day)])).toEqual([
      ["2026-12-28", 53, 1],
      ["2026-12-28", 53, 7],
      ["2027-01-04", 1, 1],
    ]);
  });
});

describe("a day that exists", () => {
  it("is known from one that does not", () => {
    for (const day of ["2026-11-23", "2028-02-29", "2000-02-29", "1900-01-01", "2200-12-31"]) expect(isIsoDate(day), day).toBe(true);
    for (const day of [
      "2027-02-29",
      "2100-02-29",
      "2026-02-31",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-1-1",
      "1899-12-31",
      "2201-01-01",
      "",
      "demain",
      "le 2026-11-23",
      "2026-11-00",
      "2026-11-23T09:00",
    ]) {
      expect(isIsoDate(day), day).toBe(false);
    }
    expect(isIsoDate("2026-11-23\n")).toBe(false);
    expect(isIsoDate("٢٠٢٦-١١-٢٣")).toBe(false);
  });

  it("is every day of the calendar", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(isIsoDate(isoOf(day))).toBe(true);
      }),
    );
  });
});

describe("two periods", () => {
  const aPeriod: fc.Arbitrary<{ period: Period; from: number; to: number }> = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => ({
      period: { startsOn: addDays("2026-12-01", start), endsOn: addDays("2026-12-01", start + length) },
      from: start,
      to: start + length,
    }));

  it("overlap when they share one day", () => {
    expect(overlaps({ startsOn: "2026-12-07", endsOn: "2026-12-11" }, { startsOn: "2026-12-11", endsOn: "2026-12-18" })).toBe(true);
    expect(overlaps({ startsOn: "2026-12-07", endsOn: "2026-12-11" }, { startsOn: "2026-12-12", endsOn: "2026-12-18" })).toBe(false);
    expect(overlaps({ startsOn: "2026-12-07", endsOn: "2026-12-07" }, { startsOn: "2026-12-01", endsOn: "2026-12-31" })).toBe(true);
  });

  it("overlap both ways or not at all, as their days say", () => {
    fc.assert(
      fc.property(aPeriod, aPeriod, (a, b) => {
        const days = new Set(Array.from({ length: a.to - a.from + 1 }, (_, index) => a.from + index));
        const shared = Array.from({ length: b.to - b.from + 1 }, (_, index) => b.from + index).some((day) => days.has(day));
        expect(overlaps(a.period, b.period)).toBe(shared);
        expect(overlaps(b.period, a.period)).toBe(shared);
      }),
    );
  });
});

describe("the day it is somewhere", () => {
  it("changes at midnight there", () => {
    expect(dayOf("2026-12-07T22:59:59.999Z", "Europe/Paris")).toBe("2026-12-07");
    expect(dayOf("2026-12-07T23:00:00.000Z", "Europe/Paris")).toBe("2026-12-08");
    expect(dayOf("2026-07-07T21:59:59.999Z", "Europe/Paris")).toBe("2026-07-07");
    expect(dayOf("2026-07-07T22:00:00.000Z", "Europe/Paris")).toBe("2026-07-08");
    expect(dayOf("2026-12-07T03:59:59.999Z", "America/Martinique")).toBe("2026-12-06");
    expect(dayOf("2026-12-07T04:00:00.000Z", "America/Martinique")).toBe("2026-12-07");
    expect(dayOf("2026-12-07T19:59:59.999Z", "Indian/Reunion")).toBe("2026-12-07");
    expect(dayOf("2026-12-07T20:00:00.000Z", "Indian/Reunion")).toBe("2026-12-08");
    expect(dayOf("2026-12-31T23:30:00Z", "Europe/Paris")).toBe("2027-01-01");
  });

  it("is right on both sides of each clock change", () => {
    expect(dayOf("2027-03-27T22:59:59.999Z", "Europe/Paris")).toBe("2027-03-27");
    expect(dayOf("2027-03-27T23:00:00.000Z", "Europe/Paris")).toBe("2027-03-28");
    expect(dayOf("2027-03-28T21:59:59.999Z", "Europe/Paris")).toBe("2027-03-28");
    expect(dayOf("2027-03-28T22:00:00.000Z", "Europe/Paris")).toBe("2027-03-29");
    expect(dayOf("2026-10-25T22:59:59.999Z", "Europe/Paris")).toBe("2026-10-25");
    expect(dayOf("2026-10-25T23:00:00.000Z", "Europe/Paris")).toBe("2026-10-26");
  });

  it("agrees with the platform's own calendar, wherever the suite runs", () => {
    const moments = fc.date({ min: new Date("1970-01-01T00:00:00Z"), max: new Date("2100-01-01T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const expected = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
          moment,
        );
        expect(dayOf(moment.toISOString(), zone)).toBe(expected);
      }),
    );
  });

  it("is told with its hour", () => {
    expect(formatInstant("2026-11-23T14:04:59Z", "Europe/Paris")).toBe("23/11/2026 à 15:04");
    expect(formatInstant("2026-11-23T14:04:59Z", "Europe/Paris", "en")).toBe("2026-11-23 15:04");
    expect(formatInstant("2026-10-25T00:30:00Z", "Europe/Paris")).toBe("25/10/2026 à 02:30");
    expect(formatInstant("2026-10-25T01:30:00Z", "Europe/Paris")).toBe("25/10/2026 à 02:30");
  });
});

describe("saying days and durations", () => {
  it("writes a day in each language", () => {
    expect(formatDay("2026-12-07")).toBe("07/12/2026");
    expect(formatDay("2026-12-07", "en")).toBe("2026-12-07");
  });

  it("writes a duration as people say it", () => {
    const said = [0, 1, 45, 60, 65, 90, 70 * 60, 600_000, -30, -90].map((minutes) => formatMinutes(minutes).replaceAll("\u00a0", " "));
    expect(said).toEqual(["0 h", "1 min", "45 min", "1 h", "1 h 05", "1 h 30", "70 h", "10000 h", "-30 min", "-1 h 30"]);
  });

  it("has an oracle that is right itself", () => {
    const known: [Civil, number][] = [
      [{ year: 1970, month: 1, day: 1 }, 0],
      [{ year: 2000, month: 3, day: 1 }, 11_017],
      [{ year: 2026, month: 11, day: 23 }, 20_780],
    ];
    const epoch = dayNumber({ year: 1970, month: 1, day: 1 });
    for (const [day, expected] of known) expect(dayNumber(day) - epoch).toBe(expected);
  });
});
