import { leadLabel, reminderDue, reminderPassed, remindersOf } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anAppointment, aProvider } from "../../examples/index.js";

const { settings } = aProvider();
const propose = { action: "propose", by: "u-lea", at: "2026-09-01T08:00:00.000Z" } as const;
const move = (at: string) => ({ action: "move", by: "u-lea", at, from: "2026-12-07T09:00:00.000Z" }) as const;

describe("the reminders of an appointment", () => {
  it("tell of which appointment, how long before, and until when", () => {
    const startsAt = "2026-12-07T09:00:00.000Z";
    expect(remindersOf(anAppointment({ reminderMinutes: [30, 60] }), settings)).toEqual([
      {
        reference: "RDV-2026-0001",
        startsAt,
        beforeMinutes: 60,
        dueAt: "2026-12-07T08:00:00.000Z",
        until: "2026-12-07T08:15:00.000Z",
        saidUntil: "2026-12-07T08:30:00.000Z",
      },
      {
        reference: "RDV-2026-0001",
        startsAt,
        beforeMinutes: 30,
        dueAt: "2026-12-07T08:30:00.000Z",
        until: "2026-12-07T08:40:00.000Z",
        saidUntil: startsAt,
      },
    ]);
  });

  it.each([
    [5, "2026-12-07T09:00:00.000Z"],
    [10, "2026-12-07T09:00:00.000Z"],
    [11, "2026-12-07T08:59:00.000Z"],
    [40, "2026-12-07T08:30:00.000Z"],
    [43, "2026-12-07T08:27:00.000Z"],
    [44, "2026-12-07T08:27:00.000Z"],
  ])("%i minutes before serve until %s", (before, until) => {
    expect(remindersOf(anAppointment({ reminderMinutes: [before] }), settings).map((one) => one.until)).toEqual([until]);
  });

  it("come in the order of time, be the night before longer than other nights", () => {
    const startsAt = "2026-10-25T13:00:00.000Z";
    const reminders = remindersOf(anAppointment({ startsAt, reminderMinutes: [1470, 1440], steps: [propose] }), settings);
    expect(reminders.map(({ beforeMinutes, dueAt }) => [beforeMinutes, dueAt])).toEqual([
      [1440, "2026-10-24T12:00:00.000Z"],
      [1470, "2026-10-24T12:30:00.000Z"],
    ]);
  });

  it("start again at the last of several moves, whatever was done since", () => {
    const moves = [propose, move("2026-11-01T08:00:00.000Z"), move("2026-12-06T10:00:00.000Z")];
    const confirm = { action: "confirm", by: "u-lea", at: "2026-12-07T08:00:00.000Z" } as const;
    for (const steps of [moves, [...moves, confirm]]) {
      expect(remindersOf(anAppointment({ steps }), settings).map((one) => one.beforeMinutes)).toEqual([120]);
    }
  });

  it("are none where nobody knows when the time was set", () => {
    expect(remindersOf({ ...anAppointment(), steps: [] }, settings)).toEqual([]);
  });
});

describe("at an instant", () => {
  const reminders = remindersOf(anAppointment(), settings);
  const days = (now: string) => [reminderDue(reminders, now)?.beforeMinutes, reminderPassed(reminders, now)?.beforeMinutes];

  it.each([
    ["2026-12-06T08:59:59.999Z", undefined, 10_080],
    ["2026-12-06T09:00:00.000Z", 1440, undefined],
    ["2026-12-06T14:59:59.999Z", 1440, undefined],
    ["2026-12-06T15:00:00.000Z", undefined, 1440],
    ["2026-12-07T06:59:59.999Z", undefined, 1440],
    ["2026-12-07T07:00:00.000Z", 120, undefined],
    ["2026-12-07T07:30:00.000Z", undefined, 120],
    ["2026-12-07T09:00:00.000Z", undefined, undefined],
    ["2026-11-30T08:59:59.999Z", undefined, undefined],
  ])("%s, one is due (%s) or has passed (%s)", (now, due, passed) => {
    expect(days(now)).toEqual([due, passed]);
  });
});

it.each([
  [1439, "23 h 59", "23 h 59"],
  [1440, "1 jour", "1 day"],
  [1441, "24 h 01", "24 h 01"],
  [2880, "2 jours", "2 days"],
  [10_080, "7 jours", "7 days"],
  [120, "2 h", "2 h"],
  [30, "30 min", "30 min"],
])("%i minutes before are said « %s »", (minutes, fr, en) => {
  const { fr: french, en: english } = leadLabel(minutes);
  expect([french, english].map((said) => said.replaceAll("\u00a0", " "))).toEqual([fr, en]);
});
