import {
  type Appointment,
  appointmentStatuses,
  clockAt,
  laterBy,
  minutesBetween,
  reminderDue,
  reminderPassed,
  remindersOf,
  standingStatuses,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAppointment, aProvider } from "../../examples/index.js";

const { settings } = aProvider();
const within = (reminderMinutes: readonly number[], timeZone = "Europe/Paris") => ({
  timeZone,
  appointments: { ...settings.appointments, reminderMinutes: [...reminderMinutes] },
});

describe("the reminders of an appointment", () => {
  it("come seven days, a day and two hours before, each until a quarter of its time has passed", () => {
    expect(
      remindersOf(anAppointment(), settings).map(({ beforeMinutes, dueAt, until, saidUntil }) => [beforeMinutes, dueAt, until, saidUntil]),
    ).toEqual([
      [10_080, "2026-11-30T09:00:00.000Z", "2026-12-02T03:00:00.000Z", "2026-12-06T09:00:00.000Z"],
      [1440, "2026-12-06T09:00:00.000Z", "2026-12-06T15:00:00.000Z", "2026-12-07T07:00:00.000Z"],
      [120, "2026-12-07T07:00:00.000Z", "2026-12-07T07:30:00.000Z", "2026-12-07T09:00:00.000Z"],
    ]);
  });

  it("are its own where it says so, in any order, twice or not at all", () => {
    const kept = (reminderMinutes: number[]) => remindersOf(anAppointment({ reminderMinutes }), settings).map((one) => one.beforeMinutes);
    expect(kept([60, 2880, 60])).toEqual([2880, 60]);
    expect(kept([])).toEqual([]);
  });

  it.each(appointmentStatuses)("of one that is %s: only while it stands", (status) => {
    const stands = (standingStatuses as readonly string[]).includes(status);
    expect(remindersOf(anAppointment({ status }), settings)).toHaveLength(stands ? 3 : 0);
  });

  it("leave out what was due before the time was set, to the minute", () => {
    const setAt = (at: string) => anAppointment({ steps: [{ action: "propose", by: "u-lea", at }] });
    const left = (at: string) => remindersOf(setAt(at), settings).map(({ beforeMinutes }) => beforeMinutes);
    expect(left("2026-12-07T06:55:00.000Z")).toEqual([120]);
    expect(left("2026-12-07T07:00:00.000Z")).toEqual([120]);
    expect(left("2026-12-07T07:01:00.000Z")).toEqual([]);
  });

  it("start again when it is moved, and not when it is confirmed", () => {
    const propose = { action: "propose", by: "u-lea", at: "2026-11-27T08:00:00.000Z" } as const;
    const at = "2026-12-06T10:00:00.000Z";
    const confirmed = anAppointment({ steps: [propose, { action: "confirm", by: "u-lea", at }] });
    expect(remindersOf(confirmed, settings)).toHaveLength(3);
    const startsAt = "2026-12-09T09:00:00.000Z";
    const moved = anAppointment({ startsAt, steps: [propose, { action: "move", by: "u-lea", at, from: "2026-12-07T09:00:00.000Z" }] });
    expect(remindersOf(moved, settings).map((one) => [one.startsAt, one.beforeMinutes])).toEqual([
      [startsAt, 1440],
      [startsAt, 120],
    ]);
  });

  it("a day before is the same hour of the clocks, two hours before are two hours", () => {
    const shown = (startsAt: string) =>
      remindersOf(anAppointment({ startsAt, steps: [{ action: "propose", by: "u-lea", at: "2026-09-01T08:00:00.000Z" }] }), settings).map(
        ({ dueAt }) => [Object.values(clockAt(dueAt, "Europe/Paris")).join(" "), minutesBetween(dueAt, startsAt)],
      );
    // Clocks go back on 25 October 2026 and forward on 28 March 2027.
    expect(shown("2026-10-25T13:00:00.000Z")).toEqual([
      ["2026-10-18 14:00", 10_140],
      ["2026-10-24 14:00", 1500],
      ["2026-10-25 12:00", 120],
    ]);
    expect(shown("2027-03-28T12:00:00.000Z")).toEqual([
      ["2027-03-21 14:00", 10_020],
      ["2027-03-27 14:00", 1380],
      ["2027-03-28 12:00", 120],
    ]);
  });

  it("that fall together are one, the nearest", () => {
    const startsAt = "2026-10-25T13:00:00.000Z";
    const twice = remindersOf(
      anAppointment({ startsAt, reminderMinutes: [1440, 1500], steps: steps("2026-09-01T08:00:00.000Z") }),
      settings,
    );
    expect(twice.map(({ beforeMinutes }) => beforeMinutes)).toEqual([1440]);
  });
});

const steps = (at: string): Appointment["steps"] => [{ action: "propose", by: "u-lea", at }];

const zones = ["Europe/Paris", "America/Martinique", "Indian/Reunion", "America/Cayenne"];
const anInstant = fc.integer({ min: 0, max: 400 * 1440 }).map((minutes) => laterBy("2026-09-01T00:00:00.000Z", minutes));
const some = fc.record({
  startsAt: anInstant,
  lead: fc.integer({ min: -60, max: 90 * 1440 }),
  before: fc.array(fc.oneof(fc.constantFrom(5, 120, 1440, 2880, 10_080, 1500, 1380), fc.integer({ min: 5, max: 86_400 })), {
    maxLength: 5,
  }),
  zone: fc.constantFrom(...zones),
});

describe("whatever the appointment, the settings and the clocks", () => {
  it("each reminder is in its window, and windows follow each other without a gap or an overlap", () => {
    fc.assert(
      fc.property(some, ({ startsAt, lead, before, zone }) => {
        const setAt = laterBy(startsAt, -lead);
        const reminders = remindersOf(anAppointment({ startsAt, steps: steps(setAt) }), within(before, zone));
        for (const [rank, { dueAt, until, saidUntil, beforeMinutes }] of reminders.entries()) {
          expect(setAt <= dueAt && dueAt < until && until <= saidUntil).toBe(true);
          expect(saidUntil).toBe(reminders[rank + 1]?.dueAt ?? startsAt);
          expect(before).toContain(beforeMinutes);
          const apart = minutesBetween(dueAt, startsAt) - beforeMinutes;
          expect(beforeMinutes % 1440 === 0 ? Math.abs(apart) <= 60 : apart === 0).toBe(true);
        }
      }),
    );
  });

  /** A desk that looks when it can: it may sleep, and its clock may jump ahead or be set back. */
  const desk = (jumps: fc.Arbitrary<number>) =>
    fc
      .tuple(some, fc.array(jumps, { maxLength: 60 }), fc.integer({ min: 0, max: 20_000 }))
      .map(([{ startsAt, before, zone }, moves, early]) => {
        const reminders = remindersOf(anAppointment({ startsAt, steps: steps("2026-01-01T00:00:00.000Z") }), within(before, zone));
        let now = laterBy(startsAt, -early);
        const looks = moves.map((jump) => {
          now = laterBy(now, jump);
          return now;
        });
        return { startsAt, reminders, looks };
      });

  it("what is due is neither late nor after the start, and what has passed is told while it is of use", () => {
    const any = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: -3000, max: 3000 }));
    fc.assert(
      fc.property(desk(any), ({ startsAt, reminders, looks }) => {
        for (const now of looks) {
          const [due, passed] = [reminderDue(reminders, now), reminderPassed(reminders, now)];
          if (due !== undefined) {
            const late = minutesBetween(due.dueAt, now);
            expect(now < startsAt && (late < 10 || late < due.beforeMinutes / 4)).toBe(true);
          }
          if (passed !== undefined) expect(passed.until <= now && now < startsAt).toBe(true);
          expect(due !== undefined && passed !== undefined).toBe(false);
          // Nothing falls between the two: from the first one due to the start, one is due or was.
          expect(due !== undefined || passed !== undefined).toBe((reminders[0]?.dueAt ?? startsAt) <= now && now < startsAt);
        }
      }),
    );
  });

  it("a desk whose clock only goes forward sends each once or tells once that it did not, never both", () => {
    fc.assert(
      fc.property(desk(fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 5000 }))), ({ reminders, looks }) => {
        const [sent, told] = [new Set<number>(), new Set<number>()];
        for (const now of looks) {
          const due = reminderDue(reminders, now);
          if (due !== undefined) sent.add(due.beforeMinutes);
          const passed = reminderPassed(reminders, now);
          if (passed !== undefined && !sent.has(passed.beforeMinutes)) told.add(passed.beforeMinutes);
        }
        expect([...sent].filter((one) => told.has(one))).toEqual([]);
        for (const { beforeMinutes, dueAt, until } of reminders) {
          expect(sent.has(beforeMinutes)).toBe(looks.some((now) => dueAt <= now && now < until));
        }
      }),
    );
  });
});
