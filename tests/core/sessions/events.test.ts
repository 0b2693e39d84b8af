import { eventsOfSchedule, type Schedule, type ScheduleInput, scheduleSchema } from "@kairos/core";
import { expect, it } from "vitest";
import { aSession } from "../../examples/index.js";

const facts = { changedAt: "2026-11-20T10:00:00.000Z", nameOf: (id: string) => `<${id}>` };

function aSchedule(halfDays: ScheduleInput["halfDays"], changes: Partial<ScheduleInput> = {}): Schedule {
  const of = { sessionReference: "SE-2026-014", siret: "99900014400017", timeZone: "Europe/Paris", version: 1 };
  return scheduleSchema.parse({ ...of, halfDays, ...changes });
}
const morning = (day: string) => ({ day, half: "morning", from: "09:00", until: "12:30" }) as const;

it("a half-day in a calendar: its session, its hours, its room and who teaches", () => {
  const session = aSession({ room: "Atelier 1", trainers: ["u-nadia"] });
  const schedule = aSchedule([
    { ...morning("2026-12-07") },
    { day: "2026-12-07", half: "afternoon", from: "13:30", until: "17:00", at: "company", trainers: [] },
    { day: "2026-12-08", half: "morning", from: "09:00", until: "12:00", at: "distance", trainers: ["u-omar", "u-lea"] },
  ]);
  const [first, second, third] = eventsOfSchedule(session, schedule, facts);
  expect(first).toEqual({
    uid: "SE-2026-014.2026-12-07.morning@99900014400017.kairos.invalid",
    sequence: 1,
    startsAt: "2026-12-07T08:00:00.000Z",
    endsAt: "2026-12-07T11:30:00.000Z",
    summary: "Cariste CACES R489 catégories 1, 3 et 5 · SE-2026-014",
    location: "Atelier 1, 12 rue des Chantiers, 33300 Bordeaux",
    description: "Matin, 3\u00a0h\u00a030, en centre\nFormation assurée par <u-nadia>",
    status: "confirmed",
    changedAt: facts.changedAt,
  });
  expect([second?.location, second?.description]).toEqual(["En entreprise", "Après-midi, 3\u00a0h\u00a030, en entreprise"]);
  expect([third?.location, third?.description]).toEqual([
    "À distance",
    "Matin, 3\u00a0h, à distance\nFormation assurée par <u-omar>, <u-lea>",
  ]);
});

it("nine o'clock in Paris is nine o'clock on both sides of both changes of clock", () => {
  const days = ["2026-10-23", "2026-10-26", "2027-03-26", "2027-03-29"];
  const events = eventsOfSchedule(aSession(), aSchedule(days.map(morning)), facts);
  expect(events.map(({ startsAt }) => startsAt)).toEqual([
    "2026-10-23T07:00:00.000Z",
    "2026-10-26T08:00:00.000Z",
    "2027-03-26T08:00:00.000Z",
    "2027-03-29T07:00:00.000Z",
  ]);
});

it("a later version comes after, and so does a cancelled session", () => {
  const cancelled = { action: "cancel", on: "2026-11-21", by: "u-lea", at: "2026-11-21T09:00:00.000Z" } as const;
  const schedule = aSchedule([morning("2026-12-07")], { version: 3 });
  const [before] = eventsOfSchedule(aSession(), schedule, facts);
  const [after] = eventsOfSchedule(aSession({ listing: { status: "cancelled", steps: [cancelled] } }), schedule, facts);
  expect([before?.uid, before?.status, before?.sequence]).toEqual([after?.uid, "confirmed", 3]);
  expect([after?.status, after?.sequence]).toEqual(["cancelled", 4]);
});

it("a reference that holds more than letters still makes a plain name", () => {
  const [event] = eventsOfSchedule(aSession({ reference: "SE/2026/é" }), aSchedule([morning("2026-12-07")]), facts);
  expect(event?.uid).toBe("SE%2F2026%2F%C3%A9.2026-12-07.morning@99900014400017.kairos.invalid");
});
