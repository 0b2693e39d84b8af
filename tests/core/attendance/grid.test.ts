import {
  type AttendanceRecord,
  type AttendanceStatus,
  attendanceGrid,
  attendanceStatuses,
  cellKinds,
  countCells,
  type Enrolment,
  type GridFacts,
  monthStatement,
  percentOf,
  plannedHalfDays,
  type SignIn,
  type Slot,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aSchedule, aSession } from "../../examples/index.js";

const session = aSession({ startsOn: "2026-12-07", endsOn: "2026-12-18" });
const schedule = aSchedule(session);
const siret = session.siret;
const of = (traineeId: string, changes: Partial<Enrolment> = {}): Enrolment => ({
  sessionReference: session.reference,
  siret,
  traineeId,
  ...changes,
});
const fact = (traineeId: string, slot: Slot, status: AttendanceStatus, changes: Partial<AttendanceRecord> = {}): AttendanceRecord => ({
  sessionReference: session.reference,
  siret,
  traineeId,
  day: slot.day,
  half: slot.half,
  status,
  source: "desk",
  recordedBy: "u-1",
  recordedAt: "2026-12-07T18:00:00.000Z",
  ...changes,
});
const signed = (traineeId: string, { day, half }: Slot): SignIn => ({
  sessionReference: session.reference,
  siret,
  traineeId,
  day,
  half,
  method: "code",
  at: "2026-12-07T08:00:00.000Z",
});
const monday = (half: "morning" | "afternoon"): Slot => ({ day: "2026-12-07", half });
const facts = (changes: Partial<GridFacts> = {}): GridFacts => ({
  schedule,
  roster: [of("T-0001")],
  records: [],
  signIns: [],
  now: "2026-12-31T12:00:00.000Z",
  ...changes,
});
const kindsOf = (changes: Partial<GridFacts>) => attendanceGrid(facts(changes)).rows.map(({ cells }) => cells.map(({ kind }) => kind));

describe("the grid of a session", () => {
  it("has a row for each trainee and a column for each half-day, in the order of time", () => {
    const { rows, columns } = attendanceGrid(facts({ roster: [of("T-0001"), of("T-0002")] }));
    expect(rows.map(({ traineeId, cells }) => [traineeId, cells.length])).toEqual([
      ["T-0001", 20],
      ["T-0002", 20],
    ]);
    expect(columns.slice(0, 3).map(({ day, half }) => `${day} ${half}`)).toEqual([
      "2026-12-07 morning",
      "2026-12-07 afternoon",
      "2026-12-08 morning",
    ]);
  });

  it("begins a half-day at its first minute, by the clocks of the place", () => {
    // 13:30 in Paris is 12:30 UTC.
    const first = (now: string) => kindsOf({ now })[0]?.slice(0, 3);
    expect(first("2026-12-07T07:59:00.000Z")).toEqual(["future", "future", "future"]);
    expect(first("2026-12-07T08:00:00.000Z")).toEqual(["unrecorded", "future", "future"]);
    expect(first("2026-12-07T12:29:00.000Z")).toEqual(["unrecorded", "future", "future"]);
    expect(first("2026-12-07T12:30:00.000Z")).toEqual(["unrecorded", "unrecorded", "future"]);
  });

  it("shows who has not joined yet, who has left, and who withdrew", () => {
    const roster = [
      of("T-0001", { joinsOn: "2026-12-08" }),
      of("T-0002", { leavesOn: "2026-12-07" }),
      of("T-0003", { withdrawal: { day: "2026-12-07", half: "afternoon" } }),
    ];
    expect(kindsOf({ roster }).map((kinds) => kinds.slice(0, 3))).toEqual([
      ["outside", "outside", "unrecorded"],
      ["unrecorded", "unrecorded", "outside"],
      ["unrecorded", "withdrawn", "withdrawn"],
    ]);
  });

  it("shows a fact as it was recorded, and a signature beside it or alone", () => {
    const records = [fact("T-0001", monday("morning"), "late", { lateMinutes: 30 })];
    const signIns = [signed("T-0001", monday("morning")), signed("T-0001", monday("afternoon"))];
    const { rows, attended, due } = attendanceGrid(facts({ records, signIns, now: "2026-12-07T17:00:00.000Z" }));
    expect(rows[0]?.cells.slice(0, 3)).toEqual([
      { kind: "late", isSigned: true },
      { kind: "unrecorded", isSigned: true },
      { kind: "future", isSigned: false },
    ]);
    expect([attended, due]).toEqual([180, 420]);
  });

  it("counts facts that nobody was to follow, and gives them no cell", () => {
    const sunday: Slot = { day: "2026-12-13", half: "morning" };
    const records = [fact("T-0001", sunday, "present"), fact("T-0009", monday("morning"), "present")];
    const { strays, attended } = attendanceGrid(facts({ records }));
    expect([strays, attended]).toEqual([2, 0]);
  });

  it("keeps to one month when asked", () => {
    const longer = aSession({ startsOn: "2026-11-30", endsOn: "2026-12-04" });
    const { columns } = attendanceGrid(facts({ schedule: aSchedule(longer), month: "2026-11" }));
    expect(columns.map(({ day }) => day)).toEqual(["2026-11-30", "2026-11-30"]);
  });

  it("has no rate where nothing was due, and 100 only where all of it was followed", () => {
    expect(percentOf({ attended: 0, due: 0 })).toBeUndefined();
    expect(percentOf({ attended: 4199, due: 4200 })).toBe(99);
    expect(percentOf({ attended: 4200, due: 4200 })).toBe(100);
  });

  it("loses no cell and no minute, and agrees with the monthly statement once the month is over", () => {
    const slots = schedule.halfDays;
    const anyFact = fc.record({
      trainee: fc.integer({ min: 1, max: 4 }),
      slot: fc.integer({ min: 0, max: slots.length - 1 }),
      status: fc.constantFrom(...attendanceStatuses),
      lateMinutes: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyFact, { selector: ({ trainee, slot }) => `${trainee} ${slot}`, maxLength: 80 }), (chosen) => {
        const roster = [of("T-1"), of("T-2", { joinsOn: "2026-12-09" }), of("T-3", { withdrawal: { day: "2026-12-10", half: "morning" } })];
        const records = chosen.map(({ trainee, slot, status, lateMinutes }) =>
          fact(`T-${trainee}`, slots[slot] ?? monday("morning"), status, status === "late" ? { lateMinutes } : {}),
        );
        const grid = attendanceGrid(facts({ roster, records }));
        const { kinds } = countCells(grid.rows.flatMap(({ cells }) => cells));
        expect(cellKinds.reduce((sum, kind) => sum + kinds[kind], 0)).toBe(3 * slots.length);
        for (const side of [grid.rows, grid.columns]) expect(side.reduce((sum, { attended }) => sum + attended, 0)).toBe(grid.attended);
        const statement = monthStatement("2026-12", plannedHalfDays(schedule, roster), records);
        expect([grid.due, grid.attended]).toEqual([statement.planned, statement.minutes.attended]);
        expect(grid.rows.map(({ due, attended }) => [due, attended])).toEqual(
          statement.trainees.map(({ planned, minutes }) => [planned, minutes.attended]),
        );
      }),
    );
  });
});
