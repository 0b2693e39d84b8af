import { scheduleSchema, sessionCalendar } from "@kairos/core";
import { expect, it } from "vitest";
import { aSession } from "../../examples/index.js";

const names: Readonly<Record<string, string>> = {
  "u-nadia": "Nadia Belkacem",
  "u-nora": "Nora Bernard",
  "u-omar": "omar",
  "u-ned": "Ned Blanc",
};
const of = { sessionReference: "SE-2026-014", siret: "99900014400017", timeZone: "Europe/Paris", version: 1 };
const noel = { why: "holiday", label: { fr: "Noël", en: "Christmas Day" } } as const;

it("weeks, days and half-days, with what left a day out and who is in the room", () => {
  const schedule = scheduleSchema.parse({
    ...of,
    halfDays: [
      { day: "2026-12-24", half: "morning", from: "09:00", until: "12:30" },
      { day: "2026-12-24", half: "afternoon", from: "13:30", until: "17:00", at: "company", room: "Quai", trainers: ["u-nora"] },
      { day: "2027-01-02", half: "morning", from: "09:00", until: "12:00", at: "distance", trainers: ["u-omar", "u-ned", "u-nadia"] },
    ],
  });
  const session = aSession({ startsOn: "2026-12-23", endsOn: "2027-01-04", room: "Salle 2", trainers: ["u-nadia"], capacity: 12 });
  const calendar = sessionCalendar({
    session,
    schedule,
    people: { expected: 3 },
    nameOf: (id) => names[id] ?? id,
    dayOff: (day) => (day === "2026-12-25" ? noel : undefined),
  });
  expect(calendar).toMatchObject({ people: { capacity: 12, expected: 3 }, minutes: 600, weekdays: [1, 2, 3, 4, 5, 6] });
  expect([calendar.halves, calendar.places]).toEqual([
    ["morning", "afternoon"],
    ["centre", "company", "distance"],
  ]);
  expect(calendar.weeks.map(({ monday, number, minutes }) => [monday, number, minutes])).toEqual([
    ["2026-12-21", 52, 420],
    ["2026-12-28", 53, 180],
    ["2027-01-04", 1, 0],
  ]);
  expect(calendar.rooms).toEqual(["Salle 2"]);
  expect(calendar.trainers.map(({ initials }) => initials)).toEqual(["NB", "NBE", "OM", "NBL"]);
  const [monday, , , thursday, friday] = calendar.weeks[0]?.days ?? [];
  expect(monday).toEqual({ day: "2026-12-21", isInPeriod: false, halfDays: [] });
  expect(friday).toEqual({ day: "2026-12-25", isInPeriod: true, off: noel, halfDays: [] });
  expect(thursday?.halfDays).toEqual([
    { half: "morning", from: "09:00", until: "12:30", at: "centre", room: "Salle 2", trainers: ["NB"] },
    { half: "afternoon", from: "13:30", until: "17:00", at: "company", trainers: ["NBE"] },
  ]);
});

it("a session without a half-day still has its weeks", () => {
  const calendar = sessionCalendar({
    session: aSession(),
    schedule: scheduleSchema.parse({ ...of, halfDays: [] }),
    nameOf: (id) => id,
    dayOff: () => undefined,
  });
  expect([calendar.weeks.length, calendar.minutes, calendar.halves, calendar.weekdays]).toEqual([2, 0, [], [1, 2, 3, 4, 5]]);
});

it("shows a year of weeks at most, from the one that is asked for, and says how many are left", () => {
  const calendar = (from?: string) =>
    sessionCalendar({
      session: aSession({ startsOn: "2026-01-05", endsOn: "2028-01-02" }),
      schedule: scheduleSchema.parse({ ...of, halfDays: [] }),
      nameOf: (id) => id,
      dayOff: () => undefined,
      ...(from !== undefined && { from }),
    });
  const shown = (from?: string) => [calendar(from).weeks.length, calendar(from).weeks[0]?.monday, calendar(from).weeksLeft];
  expect(shown()).toEqual([53, "2026-01-05", 51]);
  expect(shown("2027-12-29")).toEqual([1, "2027-12-27", 0]);
  expect(shown("2020-01-01")).toEqual(shown());
  expect(shown("2029-01-01")).toEqual([0, undefined, 0]);
});
