import {
  type AttendanceRecord,
  attendanceStatuses,
  declaredChanges,
  declaredClaims,
  halves,
  minuteClasses,
  monthStatement,
  type PlannedHalfDay,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allPresent, aMonth, enrolled, factOf, planned } from "./month-examples.js";

const at = "2026-12-21T09:00:00.000Z";
const slot = {
  traineeId: fc.constantFrom("T-0001", "T-0002", "T-0003"),
  day: fc.constantFrom("2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"),
  half: fc.constantFrom(...halves),
};
const key = ({ traineeId, day, half }: Pick<PlannedHalfDay, "traineeId" | "day" | "half">) => `${traineeId} ${day} ${half}`;
const somePlanned = fc.uniqueArray(fc.record({ ...slot, at: fc.constant("centre" as const), minutes: fc.integer({ min: 0, max: 1440 }) }), {
  selector: key,
  maxLength: 36,
});
const missed = fc.option(fc.integer({ min: 1, max: 1440 }), { nil: undefined });
const someFacts = fc.uniqueArray(
  fc
    .record({ ...slot, status: fc.constantFrom(...attendanceStatuses), lateMinutes: missed, earlyMinutes: missed })
    .map((one): AttendanceRecord => JSON.parse(JSON.stringify(factOf(one, one)))),
  { selector: key, maxLength: 36 },
);

describe("a monthly statement", () => {
  it("keeps every planned minute of the month, whatever the facts, in one class or another", () => {
    fc.assert(
      fc.property(somePlanned, someFacts, (halfDays, facts) => {
        const statement = monthStatement("2026-12", halfDays, facts);
        const ofMonth = halfDays.filter(({ day }) => day.startsWith("2026-12"));
        expect(statement.planned).toBe(ofMonth.reduce((sum, { minutes }) => sum + minutes, 0));
        for (const one of [...statement.trainees, statement]) {
          expect(minuteClasses.reduce((sum, kind) => sum + one.minutes[kind], 0)).toBe(one.planned);
          for (const kind of minuteClasses) expect(one.minutes[kind]).toBeGreaterThanOrEqual(0);
        }
        for (const kind of minuteClasses) {
          expect(statement.trainees.reduce((sum, one) => sum + one.minutes[kind], 0)).toBe(statement.minutes[kind]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("declares what it counts as attended, and does not depend on the order of the facts", () => {
    fc.assert(
      fc.property(somePlanned, someFacts, (halfDays, facts) => {
        const claims = declaredClaims({ month: aMonth(), planned: halfDays, records: facts }, at);
        const statement = monthStatement("2026-12", halfDays, facts);
        expect(claims.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(statement.minutes.attended);
        const reversed = [...facts].reverse();
        expect(declaredClaims({ month: aMonth(), planned: halfDays, records: reversed }, at)).toEqual(claims);
        expect(monthStatement("2026-12", halfDays, reversed)).toEqual(statement);
      }),
      { numRuns: 500 },
    );
  });

  it("tells all that changes between two closings, and nothing else", () => {
    fc.assert(
      fc.property(somePlanned, someFacts, someFacts, (halfDays, before, after) => {
        const [was, is] = [before, after].map((records) => declaredClaims({ month: aMonth(), planned: halfDays, records }, at));
        const changes = declaredChanges(was ?? [], is ?? []);
        const sum = (claims: typeof was) => (claims ?? []).reduce((total, { minutes }) => total + minutes, 0);
        expect(changes.reduce((total, one) => total + one.after - one.before, 0)).toBe(sum(is) - sum(was));
        expect(declaredChanges(is ?? [], was ?? []).map(({ traineeId, slots }) => [traineeId, slots])).toEqual(
          changes.map(({ traineeId, slots }) => [traineeId, slots]),
        );
        expect(declaredChanges(was ?? [], was ?? [])).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ status: "present" }, { attended: 210 }],
    [{ status: "remote" }, { attended: 210 }],
    [
      { status: "late", lateMinutes: 15 },
      { attended: 195, missed: 15 },
    ],
    [
      { status: "left-early", earlyMinutes: 30 },
      { attended: 180, missed: 30 },
    ],
    [
      { status: "late", lateMinutes: 200, earlyMinutes: 30 },
      { attended: 0, missed: 210 },
    ],
    [{ status: "excused" }, { excused: 210 }],
    [{ status: "announced" }, { announced: 210 }],
    [{ status: "unexcused" }, { unexcused: 210 }],
    [{ status: "interrupted" }, { stopped: 210 }],
    [{ status: "withdrawn" }, { stopped: 210 }],
    [undefined, { unrecorded: 210 }],
  ] as const)("counts %o as %o", (fact, expected) => {
    const [halfDay] = planned;
    if (halfDay === undefined) throw new Error("nothing planned");
    const { minutes } = monthStatement("2026-12", [halfDay], fact === undefined ? [] : [factOf(halfDay, fact)]);
    expect(Object.fromEntries(Object.entries(minutes).filter(([, counted]) => counted > 0))).toEqual(
      Object.fromEntries(Object.entries(expected).filter(([, counted]) => counted > 0)),
    );
  });

  it("counts nothing of facts that nobody planned, and has no rate where nothing was planned", () => {
    const stranger = factOf({ ...enrolled("T-0009"), day: "2026-12-07", half: "morning" });
    expect(monthStatement("2026-12", planned, [...allPresent, stranger])).toEqual(monthStatement("2026-12", planned, allPresent));
    const [halfDay] = planned;
    if (halfDay === undefined) throw new Error("nothing planned");
    expect(monthStatement("2026-12", [{ ...halfDay, minutes: 0 }], []).trainees[0]?.rate).toBeUndefined();
  });
});
