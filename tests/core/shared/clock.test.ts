import { clockAt, dayOf, formatInstant, instantAt, laterBy, minutesBetween, minutesFrom } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const zones = ["Europe/Paris", "UTC", "America/Martinique", "Indian/Reunion", "America/Cayenne", "Indian/Mayotte", "Pacific/Noumea"];
const minute = 60_000;

const aDay = fc
  .date({ min: new Date("1971-01-02"), max: new Date("2099-12-30"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aTime = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map(two).join(":"));
/** Days around both changes of the clocks of Paris, where most can go wrong. */
const aChangeDay = fc
  .tuple(fc.integer({ min: 1976, max: 2099 }), fc.constantFrom("03", "04", "09", "10"), fc.integer({ min: 20, max: 30 }))
  .map(([year, month, day]) => `${year}-${month}-${day}`);

describe("the instant of a clock's hour", () => {
  it.each([
    ["2026-11-05", "08:30", "Europe/Paris", "2026-11-05T07:30:00.000Z"],
    ["2026-07-14", "08:30", "Europe/Paris", "2026-07-14T06:30:00.000Z"],
    ["2026-11-05", "08:30", "America/Martinique", "2026-11-05T12:30:00.000Z"],
    ["2026-11-05", "08:30", "Indian/Reunion", "2026-11-05T04:30:00.000Z"],
    ["2026-11-05", "00:00", "Pacific/Noumea", "2026-11-04T13:00:00.000Z"],
    ["2026-11-05", "23:59", "UTC", "2026-11-05T23:59:00.000Z"],
    // Clocks go from 02:00 to 03:00 on 29 March: 02:30 is read as 03:30.
    ["2026-03-28", "08:30", "Europe/Paris", "2026-03-28T07:30:00.000Z"],
    ["2026-03-29", "01:59", "Europe/Paris", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29", "02:30", "Europe/Paris", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29", "03:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29", "08:30", "Europe/Paris", "2026-03-29T06:30:00.000Z"],
    // Clocks go from 03:00 back to 02:00 on 25 October: 02:30 comes twice, and is the first.
    ["2026-10-25", "01:59", "Europe/Paris", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25", "02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25", "03:00", "Europe/Paris", "2026-10-25T02:00:00.000Z"],
    ["2026-10-25", "08:30", "Europe/Paris", "2026-10-25T07:30:00.000Z"],
    // Martinique's only summer time began at midnight.
    ["1980-04-06", "00:00", "America/Martinique", "1980-04-06T04:00:00.000Z"],
  ])("%s %s in %s", (day, time, zone, instant) => {
    expect(instantAt(day, time, zone)).toBe(instant);
  });

  it("is what the platform's own clocks say, on any day and around the changes", () => {
    fc.assert(
      fc.property(fc.oneof(aDay, aChangeDay), aTime, fc.constantFrom(...zones), (day, time, zone) => {
        expect(instantAt(day, time, zone)).toBe(oracle(day, time, zone));
      }),
      { numRuns: 1500 },
    );
  });

  it("shows that hour again, wherever it exists", () => {
    fc.assert(
      fc.property(fc.oneof(aDay, aChangeDay), aTime, fc.constantFrom(...zones), (day, time, zone) => {
        const shown = clockAt(instantAt(day, time, zone), zone);
        if (`${shown.day} ${shown.time}` !== `${day} ${time}`) expect(skipped(day, time, zone), `${day} ${time} ${zone}`).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("what clocks show", () => {
  it("is what the platform formats, whatever the instant", () => {
    const moments = fc.date({ min: new Date("1971-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const { day, time } = clockAt(moment.toISOString(), zone);
        expect(`${day} ${time}`).toBe(shownIn(moment.getTime(), zone));
        expect(`${day} ${time}`).toBe(formatInstant(moment.toISOString(), zone, "en"));
        expect(day).toBe(dayOf(moment.toISOString(), zone));
      }),
      { numRuns: 1000 },
    );
  });

  it("comes back to the same instant, but in the second of two equal hours", () => {
    fc.assert(
      fc.property(fc.oneof(aDay, aChangeDay), aTime, fc.constantFrom(...zones), (day, time, zone) => {
        const instant = `${day}T${time}:00.000Z`;
        const shown = clockAt(instant, zone);
        const back = instantAt(shown.day, shown.time, zone);
        if (back !== instant) {
          expect(back < instant).toBe(true);
          expect(clockAt(back, zone)).toEqual(shown);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe("minutes", () => {
  it("are counted between instants, rounded down, and added", () => {
    expect(minutesBetween("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")).toBe(60);
    expect(minutesBetween("2026-12-07T08:00:00Z", "2026-12-07T08:00:59.999Z")).toBe(0);
    expect(minutesBetween("2026-12-07T08:01:00Z", "2026-12-07T08:00:00Z")).toBe(-1);
    expect(laterBy("2026-12-31T23:30:00.000Z", 45)).toBe("2027-01-01T00:15:00.000Z");
    expect(laterBy("2026-12-31T23:30:00.000Z", -45)).toBe("2026-12-31T22:45:00.000Z");
  });

  it("of a day are those between two hours of its clock, whatever the clocks do meanwhile", () => {
    expect(minutesFrom("09:00", "12:30")).toBe(210);
    expect(minutesFrom("00:00", "23:59")).toBe(1439);
    expect(minutesFrom("12:30", "09:00")).toBe(-210);
  });
});

/** Found by looking: the first minute within a day that shows the hour, else as far after the gap as the hour is in it. */
function oracle(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offsets = new Set(Array.from({ length: 13 }, (_, index) => offsetAt(wall + (index - 6) * 4 * 60 * minute, zone)));
  const candidates = [...offsets].map((offset) => wall - offset).sort((a, b) => a - b);
  const first = candidates.find((at) => shownIn(at, zone) === `${day} ${time}`);
  return new Date(first ?? wall - Math.min(...offsets)).toISOString();
}

/** An hour that no clock showed: neither as clocks stood the day before, nor as they stand the day after. */
function skipped(day: string, time: string, zone: string): boolean {
  const wall = Date.parse(`${day}T${time}:00Z`);
  return [...new Set([-1, 1].map((side) => offsetAt(wall + side * 24 * 60 * minute, zone)))].every(
    (offset) => shownIn(wall - offset, zone) !== `${day} ${time}`,
  );
}

function offsetAt(at: number, zone: string): number {
  return Date.parse(`${shownIn(at, zone).replace(" ", "T")}:00Z`) - at;
}

function shownIn(at: number, zone: string): string {
  const { year, month, day, hour, minute } = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const digits = "2-digit";
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
  });
  formatters.set(zone, made);
  return made;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function two(number: number): string {
  return String(number).padStart(2, "0");
}
