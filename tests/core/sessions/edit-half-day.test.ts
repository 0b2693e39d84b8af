import { checkSchedule, editHalfDay, type HalfDayChange, halfDayKey, type Schedule, scheduleHours } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession, sessionSettings } from "../../examples/index.js";

const session = aSession();
const monday = { day: "2026-12-07", half: "morning" } as const;

function edited(change: HalfDayChange, schedule: Schedule = aSchedule()): Schedule {
  const result = editHalfDay(schedule, change, session);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function refused(change: HalfDayChange): readonly string[] {
  const result = editHalfDay(aSchedule(), change, session);
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe("a half-day", () => {
  it("is taken out, alone, as the next version", () => {
    const next = edited({ ...monday, remove: true });
    expect(next.halfDays).toEqual(aSchedule().halfDays.slice(1));
    expect(next.version).toBe(2);
  });

  it("is added where it belongs", () => {
    const next = edited({ day: "2026-12-12", half: "morning", from: "09:00", until: "12:00", at: "distance" });
    expect(next.halfDays.map(halfDayKey)).toEqual(
      [...next.halfDays.map(halfDayKey)].sort((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : 0)),
    );
    expect(scheduleHours(next)).toEqual({ centreMinutes: 4200, companyMinutes: 0, distanceMinutes: 180 });
  });

  it("keeps what is not said, and goes back to the session's own when told", () => {
    const once = edited({ ...monday, room: "Quai 2", trainers: ["omar"] });
    expect(once.halfDays[0]).toEqual({ ...aSchedule().halfDays[0], room: "Quai 2", trainers: ["omar"] });
    const twice = edited({ ...monday, from: "08:30" }, once);
    expect(twice.halfDays[0]).toEqual({ ...once.halfDays[0], from: "08:30" });
    const back = edited({ ...monday, room: null, trainers: null }, twice);
    expect(back.halfDays[0]).toEqual({ ...aSchedule().halfDays[0], from: "08:30" });
    expect(back.version).toBe(4);
  });

  it.each<[string, HalfDayChange, readonly string[]]>([
    ["taken out where there is none", { day: "2026-12-12", half: "morning", remove: true }, ["session.half-day-unknown"]],
    ["added without hours", { day: "2026-12-12", half: "morning", from: "09:00" }, ["session.half-day-unknown"]],
    [
      "added outside the session",
      { day: "2026-12-19", half: "morning", from: "09:00", until: "12:00" },
      ["session.schedule-outside-dates"],
    ],
    ["turned round", { ...monday, from: "12:30", until: "09:00" }, ["session.schedule-hours-order"]],
    ["made as long as nothing", { ...monday, from: "12:30" }, ["session.schedule-hours-order"]],
    ["stretched over the next one", { ...monday, until: "13:31" }, ["session.schedule-overlap"]],
    ["added over another", { day: "2026-12-07", half: "evening", from: "16:59", until: "18:00" }, ["session.schedule-overlap"]],
  ])("is refused, %s", (_, change, codes) => {
    expect(refused(change)).toEqual(codes);
  });

  it("may be mended although another is wrong already", () => {
    const shorter = aSession({ endsOn: "2026-12-17" });
    const change = { day: "2026-12-18", half: "morning", remove: true } as const;
    const once = editHalfDay(aSchedule(), change, shorter);
    expect(once.ok).toBe(true);
  });
});

describe("hours beside the dates", () => {
  const codes = (hours: number, dates: object = {}) =>
    checkSchedule({ session: aSession({ ...dates, hours: { centreMinutes: hours * 60 } }), settings: sessionSettings }).map(
      ({ code, params }) => `${code} ${JSON.stringify(params)}`,
    );

  it("without a schedule, are impossible when the open days cannot hold them", () => {
    expect(codes(70)).toEqual([]);
    expect(codes(71)).toEqual([expect.stringContaining('session.hours-vs-dates {"scope":"period","minutes":4260,"most":4200')]);
    // Two days, a Saturday included, of eight hours; a holiday holds none.
    expect(codes(16, { startsOn: "2026-12-11", endsOn: "2026-12-13" })).toEqual([]);
    expect(codes(17, { startsOn: "2026-12-11", endsOn: "2026-12-13" }).length).toBe(1);
    expect(codes(8, { startsOn: "2026-11-11", endsOn: "2026-11-12" })).toEqual([]);
    expect(codes(9, { startsOn: "2026-11-11", endsOn: "2026-11-12" }).length).toBe(1);
  });

  it("with one, are told for the fullest day and the fullest week", () => {
    const check = (week: string) =>
      checkSchedule({ session: aSession({ intake: "permanent" }), schedule: aSchedule(session, week), settings: sessionSettings }).map(
        ({ code, params }) => [code, params],
      );
    expect(check("lun-ven 9h-12h30 13h30-17h")).toEqual([]);
    expect(check("lun 8h-12h 13h-17h; mar-ven 9h-12h 13h-16h45")).toEqual([]);
    expect(check("lun 8h-12h 13h-17h01; mar-jeu 9h-12h")).toEqual([
      ["session.hours-vs-dates", { scope: "day", minutes: 481, most: 480, on: "2026-12-07", others: 1 }],
    ]);
    expect(check("lun-ven 9h-12h30 13h30-17h; sam 9h-10h")).toEqual([
      ["session.hours-vs-dates", { scope: "week", minutes: 2160, most: 2100, on: "2026-12-07", others: 0 }],
    ]);
  });

  it("are not compared where people join along the way, nor where none are announced", () => {
    const check = (overrides: Parameters<typeof aSession>[0]) =>
      checkSchedule({ session: aSession(overrides), schedule: aSchedule(), settings: sessionSettings }).map(({ code }) => code);
    expect(check({ hours: { centreMinutes: 35 * 60 } })).toEqual(["session.schedule-hours"]);
    expect(check({ hours: { centreMinutes: 35 * 60, distanceMinutes: 35 * 60 } })).toEqual(["session.schedule-hours"]);
    expect(check({ hours: { centreMinutes: 35 * 60 }, intake: "permanent" })).toEqual([]);
    expect(check({ hours: { centreMinutes: 0 } })).toEqual([]);
  });
});
