import { createHmac } from "node:crypto";
import {
  blockedUntil,
  codeToShow,
  currentHalfDay,
  holdsFor,
  type Instant,
  laterBy,
  type Mac,
  type OwnHalfDay,
  recogniseCode,
  refuseSignIn,
  type Schedule,
  type SignableHalfDay,
  scheduleSchema,
  signableHalfDays,
  signInWindow,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession } from "../../examples/index.js";
import { aHalfDay, anEnrolment, anOwnHalfDay, monday, settings } from "./signing-examples.js";

const mac: Mac = (text) => createHmac("sha256", "key").update(text).digest("hex");

/** The code shown at an instant; it must be one. */
function shownAt(one: SignableHalfDay, at: Instant): { readonly code: string; readonly until: Instant } {
  const shown = codeToShow(one, at, mac);
  if (!shown.ok) throw new Error(shown.problems.map(({ code }) => code).join());
  return shown.value;
}

/** What somebody is told who types, at an instant, a code that was shown at another. */
function typedAt(now: Instant, shown: Instant, own: OwnHalfDay = anOwnHalfDay()): string | undefined {
  const recognised = recogniseCode([own], shownAt(own, shown).code, now, mac);
  return recognised === undefined ? "unknown" : refuseSignIn(recognised, now)?.code;
}

const onePlace = (timeZone: string, day: string, from: string, until: string): SignableHalfDay => {
  const session = aSession({ startsOn: day, endsOn: day });
  const schedule: Schedule = scheduleSchema.parse({
    sessionReference: session.reference,
    siret: session.siret,
    timeZone,
    halfDays: [{ day, half: "morning", from, until }],
    version: 1,
  });
  const [one] = signableHalfDays(session, schedule, settings, { from: day, until: day });
  if (one === undefined) throw new Error("no half-day");
  return one;
};

describe("the time to sign a half-day", () => {
  it.each<[string, string, string, string, string, Instant, Instant]>([
    ["Paris in winter", "Europe/Paris", "2026-12-07", "09:00", "12:30", "2026-12-07T07:45:00.000Z", "2026-12-07T12:00:00.000Z"],
    ["Paris in summer", "Europe/Paris", "2026-07-06", "09:00", "12:30", "2026-07-06T06:45:00.000Z", "2026-07-06T11:00:00.000Z"],
    [
      "the morning clocks go forward",
      "Europe/Paris",
      "2027-03-28",
      "09:00",
      "12:30",
      "2027-03-28T06:45:00.000Z",
      "2027-03-28T11:00:00.000Z",
    ],
    [
      "opened before clocks go forward",
      "Europe/Paris",
      "2027-03-28",
      "03:10",
      "05:00",
      "2027-03-28T00:55:00.000Z",
      "2027-03-28T03:30:00.000Z",
    ],
    ["the night clocks go back", "Europe/Paris", "2026-10-25", "01:00", "04:00", "2026-10-24T22:45:00.000Z", "2026-10-25T03:30:00.000Z"],
    ["La Réunion", "Indian/Reunion", "2026-12-07", "08:00", "12:00", "2026-12-07T03:45:00.000Z", "2026-12-07T08:30:00.000Z"],
    ["Martinique", "America/Martinique", "2026-12-07", "08:00", "12:00", "2026-12-07T11:45:00.000Z", "2026-12-07T16:30:00.000Z"],
    [
      "Tahiti, already tomorrow for UTC",
      "Pacific/Tahiti",
      "2026-12-07",
      "14:30",
      "18:00",
      "2026-12-08T00:15:00.000Z",
      "2026-12-08T04:30:00.000Z",
    ],
    [
      "Nouméa, still yesterday for UTC",
      "Pacific/Noumea",
      "2026-12-07",
      "08:00",
      "11:00",
      "2026-12-06T20:45:00.000Z",
      "2026-12-07T00:30:00.000Z",
    ],
  ])("is counted on the clocks of the place: %s", (_, zone, day, from, until, opensAt, closesAt) => {
    const one = onePlace(zone, day, from, until);
    expect(signInWindow(one)).toEqual({ opensAt, closesAt });
    const own = { ...one, enrolment: anEnrolment(), signed: undefined };
    expect(typedAt(laterBy(opensAt, -1), laterBy(opensAt, -1), own)).toBe("attendance.sign-in-too-early");
    expect(typedAt(opensAt, opensAt, own)).toBeUndefined();
    expect(typedAt(closesAt, closesAt, own)).toBeUndefined();
    expect(typedAt(laterBy(closesAt, 1), closesAt, own)).toBe("attendance.sign-in-too-late");
  });

  it("closes at the end of its last minute, and opens with the first second", () => {
    expect(typedAt("2026-12-07T07:44:59.999Z", "2026-12-07T07:44:00.000Z")).toBe("attendance.sign-in-too-early");
    expect(typedAt("2026-12-07T07:45:00.000Z", "2026-12-07T07:44:00.000Z")).toBeUndefined();
    expect(typedAt("2026-12-07T12:00:59.999Z", "2026-12-07T12:00:00.000Z")).toBeUndefined();
  });

  it("is none for a cancelled session, or one without a schedule", () => {
    const days = { from: monday, until: monday };
    const cancelled = aSession({ listing: { status: "cancelled", steps: [] } });
    expect(signableHalfDays(cancelled, aSchedule(), settings, days)).toEqual([]);
    expect(signableHalfDays(aSession(), undefined, settings, days)).toEqual([]);
    expect(signableHalfDays(aSession(), aSchedule(), settings, days)).toHaveLength(2);
  });
});

describe("the code to show", () => {
  const one = aHalfDay();

  it("holds as long as the setting says, but not longer than its half-day is signed", () => {
    expect(shownAt(one, "2026-12-07T08:00:20.000Z").until).toBe("2026-12-07T08:10:20.000Z");
    expect(shownAt(one, "2026-12-07T11:55:00.000Z").until).toBe("2026-12-07T12:00:00.000Z");
  });

  it("is made from when it would still hold at the opening, until the closing", () => {
    const codes = (at: Instant) => {
      const shown = codeToShow(one, at, mac);
      return shown.ok ? "shown" : shown.problems.map(({ code, params }) => [code, params]);
    };
    const slot = { day: monday, half: "morning" };
    expect(codes("2026-12-07T07:34:59.000Z")).toEqual([["attendance.sign-in-too-early", { ...slot, from: "08:45" }]]);
    expect(codes("2026-12-07T07:35:00.000Z")).toBe("shown");
    expect(codes("2026-12-07T12:00:59.000Z")).toBe("shown");
    expect(codes("2026-12-07T12:01:00.000Z")).toEqual([["attendance.sign-in-too-late", { ...slot, until: "13:00" }]]);
  });

  it("is that of the half-day that opened last, or else of the next one", () => {
    const day = [aHalfDay("morning"), aHalfDay("afternoon")];
    const half = (at: Instant) => currentHalfDay(day, at)?.halfDay.half;
    expect(half("2026-12-07T06:00:00.000Z")).toBe("morning");
    expect(half("2026-12-07T11:59:00.000Z")).toBe("morning");
    expect(half("2026-12-07T12:14:00.000Z")).toBe("afternoon");
    expect(half("2026-12-07T16:30:00.000Z")).toBe("afternoon");
    expect(half("2026-12-07T16:31:00.000Z")).toBeUndefined();
    const close = [{ ...aHalfDay("morning"), settings: { ...settings, signInClosesMinutes: 120 } }, aHalfDay("afternoon")];
    expect(currentHalfDay(close, "2026-12-07T12:14:00.000Z")?.halfDay.half).toBe("morning");
    expect(currentHalfDay(close, "2026-12-07T12:15:00.000Z")?.halfDay.half).toBe("afternoon");
  });
});

describe("a code that is typed", () => {
  const shown = "2026-12-07T08:00:40.000Z";

  it.each([1, 10, 60])("holds for %i minutes to the end of the last one, as it was said", (codeMinutes) => {
    const own = anOwnHalfDay({ settings: { ...settings, codeMinutes } });
    const until = laterBy("2026-12-07T08:00:00.000Z", codeMinutes);
    expect(shownAt(own, shown).until.slice(0, 16)).toBe(until.slice(0, 16));
    expect(typedAt(shown, shown, own)).toBeUndefined();
    expect(typedAt(until.replace(":00.000Z", ":59.999Z"), shown, own)).toBeUndefined();
    expect(typedAt(laterBy(until, 1), shown, own)).toBe("attendance.code-expired");
  });

  it("is told to have expired until the half-day is closed, then to come too late", () => {
    expect(typedAt("2026-12-07T12:00:59.000Z", shown)).toBe("attendance.code-expired");
    expect(typedAt("2026-12-07T12:01:00.000Z", shown)).toBe("attendance.sign-in-too-late");
    expect(typedAt("2026-12-08T08:00:00.000Z", shown)).toBe("attendance.sign-in-too-late");
  });

  it("of another half-day, or of nobody, is not recognised", () => {
    const { code } = shownAt(aHalfDay("afternoon"), "2026-12-07T13:00:00.000Z");
    expect(recogniseCode([anOwnHalfDay()], code, "2026-12-07T13:00:00.000Z", mac)).toBeUndefined();
    expect(recogniseCode([anOwnHalfDay()], "00000000", shown, mac)).toBeUndefined();
    const both = [anOwnHalfDay(), anOwnHalfDay(aHalfDay("afternoon"))];
    expect(recogniseCode(both, code, "2026-12-07T13:00:00.000Z", mac)?.one.halfDay.half).toBe("afternoon");
  });

  it("made by a clock that was ahead is not taken before its minute", () => {
    expect(typedAt("2026-12-07T07:59:59.000Z", shown)).toBe("unknown");
  });

  it("of another group is only told to be while it holds", () => {
    const { code } = shownAt(aHalfDay(), shown);
    expect(holdsFor([aHalfDay()], code, "2026-12-07T08:10:59.000Z", mac)).toBe(true);
    expect(holdsFor([aHalfDay()], code, "2026-12-07T08:11:00.000Z", mac)).toBe(false);
    expect(holdsFor([aHalfDay("afternoon")], code, shown, mac)).toBe(false);
    expect(holdsFor([], code, shown, mac)).toBe(false);
  });

  it("signs for somebody who follows the half-day and has not signed it", () => {
    const refusedAs = (own: Partial<OwnHalfDay>) => typedAt(shown, shown, anOwnHalfDay(own));
    expect(refusedAs({ enrolment: anEnrolment({ withdrawal: { day: monday, half: "afternoon" } }) })).toBeUndefined();
    expect(refusedAs({ enrolment: anEnrolment({ withdrawal: { day: monday, half: "morning" } }) })).toBe("attendance.sign-in-withdrawn");
    expect(refusedAs({ enrolment: anEnrolment({ joinsOn: monday, leavesOn: monday }) })).toBeUndefined();
    expect(refusedAs({ enrolment: anEnrolment({ joinsOn: "2026-12-08" }) })).toBe("attendance.sign-in-not-followed");
    expect(refusedAs({ enrolment: anEnrolment({ leavesOn: "2026-12-06" }) })).toBe("attendance.sign-in-not-followed");
    const gone = { joinsOn: "2026-12-08", withdrawal: { day: monday, half: "morning" as const } };
    expect(refusedAs({ enrolment: anEnrolment(gone) })).toBe("attendance.sign-in-not-followed");
    expect(refusedAs({ signed: { method: "sheet", at: shown } })).toBe("attendance.sign-in-twice");
  });

  it("is told to be used before it is told to have expired: whoever signed has nothing to do", () => {
    const own = anOwnHalfDay({ signed: { method: "code", at: shown } });
    expect(typedAt("2026-12-07T11:00:00.000Z", shown, own)).toBe("attendance.sign-in-twice");
  });
});

describe("refused codes", () => {
  const now = "2026-12-07T09:00:00.000Z";
  const failures = (count: number, first = 1) => Array.from({ length: count }, (_, rank) => laterBy(now, -first - rank));

  it("block from the tenth, until the first of them is an hour old", () => {
    expect(blockedUntil(failures(9), now)).toBeUndefined();
    expect(blockedUntil(failures(10), now)).toBe("2026-12-07T09:50:00.000Z");
    expect(blockedUntil(failures(30), now)).toBe("2026-12-07T09:50:00.000Z");
  });

  it("are forgotten after an hour, to the instant", () => {
    expect(blockedUntil([...failures(9), laterBy(now, -60)], now)).toBeUndefined();
    expect(blockedUntil([...failures(9), "2026-12-07T08:00:00.001Z"], now)).toBe("2026-12-07T09:00:00.001Z");
  });
});
