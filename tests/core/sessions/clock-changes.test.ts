import { bookingsOfSession, checkSchedule, editHalfDay, hasErrors, type Schedule } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession } from "../../examples/index.js";

const zones = ["Europe/Paris", "UTC", "America/Martinique", "Indian/Reunion"];
const spring = "2027-03-28";
const autumn = "2026-10-25";

function oneHalfDay(day: string, from: string, until: string, timeZone: string): Schedule {
  return { ...aSchedule(), timeZone, halfDays: [{ day, half: "morning", from, until, at: "centre" }] };
}

function told(day: string, from: string, until: string, timeZone: string): readonly unknown[] {
  const session = aSession({ startsOn: day, endsOn: day });
  return checkSchedule({ session, schedule: oneHalfDay(day, from, until, timeZone) })
    .filter(({ code }) => code === "session.half-day-clock-change")
    .map(({ severity, params }) => ({ severity, ...params }));
}

describe("a half-day on which clocks change", () => {
  it.each([
    [spring, "02:30", "03:30", ["02:30"], 0],
    [spring, "02:15", "02:45", ["02:15", "02:45"], 30],
    [spring, "01:00", "02:30", ["02:30"], 90],
    [spring, "01:00", "04:00", [], 120],
    [autumn, "01:00", "04:00", [], 240],
    [autumn, "02:30", "03:30", [], 120],
  ])("%s %s-%s is refused in Paris, where it is not what clocks show, and nowhere else", (day, from, until, skipped, realMinutes) => {
    for (const zone of zones) {
      const expected = zone === "Europe/Paris" ? [expect.objectContaining({ severity: "error", skipped, realMinutes })] : [];
      expect(told(day, from, until, zone), zone).toEqual(expected);
    }
  });

  it.each([
    [spring, "09:00", "12:30"],
    [spring, "00:30", "01:30"],
    [spring, "03:00", "04:00"],
    [autumn, "09:00", "12:30"],
    [autumn, "03:00", "06:00"],
  ])("%s %s-%s is as long as it says, everywhere", (day, from, until) => {
    for (const zone of zones) expect(told(day, from, until, zone), zone).toEqual([]);
  });

  it("is refused when it is added to a schedule", () => {
    const session = aSession({ startsOn: "2027-03-27", endsOn: spring });
    const schedule = oneHalfDay("2027-03-27", "09:00", "12:00", "Europe/Paris");
    const edited = editHalfDay(schedule, { day: spring, half: "morning", from: "02:30", until: "03:30" }, session);
    expect(edited.ok ? [] : edited.problems.map(({ code }) => code)).toEqual(["session.half-day-clock-change"]);
  });

  it("never keeps anybody for no time at all, or backwards", () => {
    const hours = ["00:00", "01:00", "01:30", "02:00", "02:15", "02:30", "02:59", "03:00", "03:15", "03:30", "04:00", "23:59"];
    for (const zone of zones) {
      for (const day of [spring, autumn, "2026-03-29"]) {
        for (const from of hours) {
          for (const until of hours.filter((one) => one > from)) {
            const session = aSession({ startsOn: day, endsOn: day, trainers: ["omar"], room: "Quai 2" });
            const schedule = oneHalfDay(day, from, until, zone);
            const bookings = bookingsOfSession(session, schedule);
            for (const { startsAt, endsAt } of bookings) expect(startsAt < endsAt, `${zone} ${day} ${from}-${until}`).toBe(true);
            if (!hasErrors(checkSchedule({ session, schedule }))) expect(bookings.length).toBe(3);
          }
        }
      }
    }
  });
});
