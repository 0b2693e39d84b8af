import {
  addDays,
  clockAt,
  type DaysOff,
  explainHours,
  generateSchedule,
  type HalfDay,
  halfDayKey,
  holidayAreas,
  instantAt,
  minutesBetween,
  minutesOf,
  publicHolidaysOf,
  readPattern,
  type Schedule,
  type Session,
  scheduleHours,
  scheduleSchema,
  totalMinutes,
  type WeeklyPattern,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession, fullWeek, sessionSettings } from "../../examples/index.js";
import { dayNumber } from "../shared/generators.js";
import { aPattern } from "./generators.js";

const zones = ["Europe/Paris", "UTC", "America/Martinique", "Indian/Reunion"];
const nothingOff: DaysOff = { holidayArea: "metropole", closures: [] };

describe("a schedule made from a week", () => {
  it("has every half-day of the period", () => {
    const { halfDays, version, timeZone } = aSchedule();
    expect(halfDays.length).toBe(20);
    expect(halfDays[0]).toEqual({ day: "2026-12-07", half: "morning", from: "09:00", until: "12:30", at: "centre" });
    expect(halfDays.at(-1)).toEqual({ day: "2026-12-18", half: "afternoon", from: "13:30", until: "17:00", at: "centre" });
    expect([version, timeZone]).toEqual([1, "Europe/Paris"]);
    expect(scheduleHours(aSchedule())).toEqual({ centreMinutes: 4200, companyMinutes: 0, distanceMinutes: 0 });
  });

  it("leaves out holidays and closures, and says which and why", () => {
    const session = aSession({ startsOn: "2026-11-09", endsOn: "2026-11-13" });
    const closures = [{ startsOn: "2026-11-13", endsOn: "2026-11-15", label: "Inventaire" }];
    const { leftOut, schedule } = generated(session, "lun-ven 9h-12h", { holidayArea: "metropole", closures });
    expect(schedule.halfDays.map(({ day }) => day)).toEqual(["2026-11-09", "2026-11-10", "2026-11-12"]);
    expect(leftOut.map(({ day, half, why, label }) => `${day} ${half} ${why} ${label.fr}`)).toEqual([
      "2026-11-11 morning holiday armistice de 1918",
      "2026-11-13 morning closure Inventaire",
    ]);
  });

  it("knows the holidays of each place", () => {
    const session = aSession({ startsOn: "2026-05-18", endsOn: "2026-05-29" });
    const off = (holidayArea: DaysOff["holidayArea"]) =>
      generated(session, "lun-ven 9h-12h", { holidayArea, closures: [] }).leftOut.map(({ day }) => day);
    expect(off("metropole")).toEqual(["2026-05-25"]);
    expect(off("martinique")).toEqual(["2026-05-22", "2026-05-25"]);
    expect(off("guadeloupe")).toEqual(["2026-05-25", "2026-05-27"]);
  });

  it("takes the place of another as its next version", () => {
    const before = { ...aSchedule(), version: 4 };
    const next = generateSchedule({ session: aSession(), pattern: [], daysOff: nothingOff, timeZone: "UTC", replaces: before });
    expect(next.ok).toBe(false);
    expect(generated(aSession(), fullWeek, nothingOff, before).schedule.version).toBe(5);
  });
});

const aPeriod = fc
  .tuple(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 200 }))
  .map(([start, length]) => ({ startsOn: addDays("2000-01-01", start), endsOn: addDays("2000-01-01", start + length) }));

const daysOffWithin = ({ startsOn }: { startsOn: string }) =>
  fc.record({
    holidayArea: fc.constantFrom(...holidayAreas),
    closures: fc.array(
      fc.tuple(fc.integer({ min: -10, max: 200 }), fc.integer({ min: 0, max: 20 })).map(([start, length]) => ({
        startsOn: addDays(startsOn, start),
        endsOn: addDays(startsOn, start + length),
      })),
      { maxLength: 3 },
    ),
  });

const aCase = aPeriod.chain((period) => fc.record({ period: fc.constant(period), pattern: aPattern, daysOff: daysOffWithin(period) }));

describe("no minute is lost or invented", () => {
  it("each day of the period gives its minutes, to the schedule or to what was left out", () => {
    fc.assert(
      fc.property(aCase, fc.constantFrom(...zones), ({ period, pattern, daysOff }, timeZone) => {
        const result = generateSchedule({ session: aSession(period), pattern, daysOff, timeZone });
        if (!result.ok) return;
        const { schedule, leftOut } = result.value;
        expect(scheduleSchema.safeParse(schedule).success).toBe(true);
        const expected = expectedMinutes(period, pattern);
        const [kept, out] = [totalMinutes(scheduleHours(schedule)), leftOut.reduce((sum, one) => sum + minutesOf(one), 0)];
        expect(kept + out).toBe(expected);
        const off = new Set(leftOut.map(({ day }) => day));
        expect(schedule.halfDays.filter(({ day }) => off.has(day))).toEqual([]);
        for (const { day, why } of leftOut) expect(why).toBe(isHoliday(day, daysOff) ? "holiday" : "closure");
      }),
      { numRuns: 300 },
    );
  });

  it("in every time zone the same hours are written, and clocks show them again", () => {
    fc.assert(
      fc.property(aCase, ({ period, pattern, daysOff }) => {
        const made = zones.map((timeZone) => generateSchedule({ session: aSession(period), pattern, daysOff, timeZone }));
        const [first] = made;
        if (first?.ok !== true) return;
        for (const one of made) expect(one.ok && one.value.schedule.halfDays).toEqual(first.value.schedule.halfDays);
        for (const zone of zones) for (const halfDay of first.value.schedule.halfDays.slice(0, 40)) expectFaithful(halfDay, zone);
      }),
      { numRuns: 60 },
    );
  });

  it("a day on which clocks change is as long as any other", () => {
    const spring = generated(aSession({ startsOn: "2027-03-27", endsOn: "2027-03-29" }), "sam-lun 9h-12h30 13h30-17h", nothingOff);
    // 29 March 2027 is Easter Monday.
    expect(spring.schedule.halfDays.map(halfDayKey)).toEqual([
      "2027-03-27/morning",
      "2027-03-27/afternoon",
      "2027-03-28/morning",
      "2027-03-28/afternoon",
    ]);
    expect(scheduleHours(spring.schedule).centreMinutes).toBe(840);
    const autumn = generated(aSession({ startsOn: "2026-10-25", endsOn: "2026-10-25" }), "dim 9h-12h30 13h30-17h", nothingOff);
    expect(scheduleHours(autumn.schedule).centreMinutes).toBe(420);
  });
});

describe("a difference of hours", () => {
  it("is explained to the minute: holidays, closures, the week itself, half-days edited", () => {
    const session = aSession({ startsOn: "2026-11-02", endsOn: "2026-11-27", hours: { centreMinutes: 140 * 60 } });
    const daysOff: DaysOff = { holidayArea: "metropole", closures: [{ startsOn: "2026-11-19", endsOn: "2026-11-20", label: "Salon" }] };
    const { schedule } = generated(session, fullWeek, daysOff);
    const edited = { ...schedule, halfDays: schedule.halfDays.filter((halfDay) => halfDayKey(halfDay) !== "2026-11-27/afternoon") };
    const { parts, differenceMinutes } = explainHours(session, edited, daysOff);
    expect(parts.map(({ why, days, minutes }) => [why, days, minutes])).toEqual([
      ["holiday", ["2026-11-11"], -420],
      ["closure", ["2026-11-19", "2026-11-20"], -840],
      ["edit", ["2026-11-27"], -210],
    ]);
    expect(differenceMinutes).toBe(-420 - 840 - 210);
  });

  it("always adds up, whatever is taken out of the schedule, added or moved", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom("remove", "shorten", "move")), { maxLength: 5 });
    fc.assert(
      fc.property(aCase, changes, fc.integer({ min: 1, max: 600_000 }), fc.boolean(), (one, edits, centreMinutes, known) => {
        const { period, pattern, daysOff } = one;
        const session = aSession({ ...period, hours: { centreMinutes } });
        const result = generateSchedule({ session, pattern, daysOff, timeZone: "Europe/Paris" });
        if (!result.ok) return;
        const schedule = edits.reduce(edit, result.value.schedule);
        const explained = known ? explainHours(session, schedule, daysOff, pattern) : explainHours(session, schedule, daysOff);
        expect(explained.differenceMinutes).toBe(totalMinutes(scheduleHours(schedule)) - centreMinutes);
        expect(explained.parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(explained.differenceMinutes);
        expect(explained.parts.filter(({ minutes }) => minutes === 0)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function generated(session: Session, week: string, daysOff: DaysOff = sessionSettings, replaces?: Schedule) {
  const pattern = readPattern(week);
  if (!pattern.ok) throw new Error(`unreadable week: ${week}`);
  const result = generateSchedule({ session, pattern: pattern.value, daysOff, timeZone: "Europe/Paris", replaces });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Days by number, weekdays by remainder: no date library. 1 March of year 0 was a Wednesday. */
function expectedMinutes({ startsOn, endsOn }: { startsOn: string; endsOn: string }, pattern: WeeklyPattern): number {
  let sum = 0;
  for (let number = numberOf(startsOn); number <= numberOf(endsOn); number++) {
    const weekday = ((number + 2) % 7) + 1;
    for (const row of pattern) if (row.weekday === weekday) sum += minuteOf(row.until) - minuteOf(row.from);
  }
  return sum;
}

function numberOf(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return dayNumber({ year, month, day: date });
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function isHoliday(day: string, { holidayArea }: DaysOff): boolean {
  return publicHolidaysOf(Number(day.slice(0, 4)), holidayArea).some((holiday) => holiday.day === day);
}

/** As instants, a half-day starts when clocks show it, and lasts what it says unless clocks change within. */
function expectFaithful(halfDay: HalfDay, zone: string): void {
  const [start, end] = [instantAt(halfDay.day, halfDay.from, zone), instantAt(halfDay.day, halfDay.until, zone)];
  const [atStart, atEnd] = [clockAt(start, zone), clockAt(end, zone)];
  const exists = atStart.time === halfDay.from && atEnd.time === halfDay.until;
  if (exists) expect([atStart.day, atEnd.day]).toEqual([halfDay.day, halfDay.day]);
  const real = minutesBetween(start, end);
  if (real !== minutesOf(halfDay)) expect(zone, `${halfDay.day} ${halfDay.from}-${halfDay.until}`).toBe("Europe/Paris");
  if (real !== minutesOf(halfDay))
    expect([60, -60], halfDay.day).toContain(exists ? real - minutesOf(halfDay) : Math.sign(real - minutesOf(halfDay)) * 60);
}

function edit(schedule: Schedule, [index, change]: [number, string]): Schedule {
  const at = index % Math.max(1, schedule.halfDays.length);
  const halfDays = schedule.halfDays.flatMap((halfDay, position) => {
    if (position !== at) return [halfDay];
    if (change === "remove") return [];
    return [change === "shorten" ? { ...halfDay, until: shortened(halfDay) } : { ...halfDay, half: "evening" as const }];
  });
  const seen = new Set<string>();
  return { ...schedule, halfDays: halfDays.filter((one) => !seen.has(halfDayKey(one)) && seen.add(halfDayKey(one))) };
}

function shortened({ from, until }: HalfDay): string {
  const middle = Math.floor((minuteOf(from) + minuteOf(until) + 1) / 2);
  return `${String(Math.floor(middle / 60)).padStart(2, "0")}:${String(middle % 60).padStart(2, "0")}`;
}
