import {
  type AttendanceRecord,
  type AttendanceStatus,
  billableHalfDays,
  billedClaims,
  isIssued,
  plannedHalfDays,
  type Terms,
  termsSchema,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, allPresent, anEnrolment } from "../../examples/attendance.js";
import { anInvoiceLine, anInvoiceSituation, anIssuedInvoice, forkliftSchedule } from "../../examples/invoice.js";

const { proof } = anInvoiceSituation();
const [first, second, third] = forkliftSchedule.halfDays;
const terms = (told: Partial<Terms> = {}) => termsSchema.parse(told);

/** The sound attendance, the first half-days told otherwise. */
const told = (...statuses: readonly (readonly [AttendanceStatus, Partial<AttendanceRecord>?])[]) => {
  const facts = statuses.flatMap(([status, more], index) => {
    const halfDay = forkliftSchedule.halfDays[index];
    return halfDay === undefined ? [] : [aFact("T-0007", halfDay, { status, ...more })];
  });
  return { ...proof, records: [...facts, ...proof.records.slice(facts.length)] };
};
const billable = (...args: Parameters<typeof billableHalfDays>) => {
  const [one] = billableHalfDays(...args);
  if (one === undefined) throw new Error("nobody");
  return one;
};

describe("what is billable", () => {
  it("is every minute attended in closed months, each half-day named", () => {
    expect(billable({ proof, terms: terms() })).toMatchObject({
      traineeId: "T-0007",
      plannedMinutes: 4200,
      attendedMinutes: 4200,
      toleratedMinutes: 0,
      billedMinutes: 0,
      openMinutes: 0,
      billableMinutes: 4200,
      halfDays: forkliftSchedule.halfDays.map(({ day, half }) => ({ day, half, minutes: 210, basis: "attended" })),
    });
  });

  it("loses the minutes of a late arrival, and of an early leave, to nothing at the least", () => {
    expect(billable({ proof: told(["late", { lateMinutes: 30 }]), terms: terms() }).billableMinutes).toBe(4170);
    expect(billable({ proof: told(["left-early", { earlyMinutes: 209 }]), terms: terms() }).billableMinutes).toBe(3991);
    const gone = billable({ proof: told(["late", { lateMinutes: 210 }]), terms: terms({ toleratedAbsences: "all" }) });
    expect([gone.billableMinutes, gone.halfDays.length]).toEqual([3990, 19]);
  });

  it.each([
    ["none", { excused: 0, unexcused: 0, announced: 0, interrupted: 0, withdrawn: 0 }],
    ["excused", { excused: 210, unexcused: 0, announced: 0, interrupted: 0, withdrawn: 0 }],
    ["all", { excused: 210, unexcused: 210, announced: 210, interrupted: 0, withdrawn: 0 }],
  ] as const)("with %s tolerated, bills these absences", (toleratedAbsences, expected) => {
    for (const [status, minutes] of Object.entries(expected)) {
      const one = billable({ proof: told([status as AttendanceStatus]), terms: terms({ toleratedAbsences }) });
      expect([status, one.toleratedMinutes, one.billableMinutes]).toEqual([status, minutes, 3990 + minutes]);
      expect(one.halfDays[0]?.basis).toBe(minutes === 0 ? "attended" : "tolerated");
    }
  });

  it("tolerates within the share of planned minutes, in the order of time, whatever the period", () => {
    const absent = told(["excused"], ["excused"], ["excused"]);
    const capped = terms({ toleratedAbsences: "excused", toleranceRate: 750 });
    const one = billable({ proof: absent, terms: capped });
    expect(one.toleratedMinutes).toBe(315);
    expect(one.halfDays.slice(0, 2).map(({ minutes }) => minutes)).toEqual([210, 105]);
    expect(one.halfDays[2]?.day).toBe("2026-12-09" > (third?.day ?? "") ? forkliftSchedule.halfDays[3]?.day : third?.day);
    const day = second?.day ?? "";
    expect(billable({ proof: absent, terms: capped, period: { startsOn: "2026-12-08", endsOn: "2026-12-18" } }).toleratedMinutes).toBe(0);
    expect(billable({ proof: absent, terms: capped, period: { startsOn: day, endsOn: day } }).toleratedMinutes).toBe(315);
    expect(billable({ proof: absent, terms: terms({ toleratedAbsences: "excused", toleranceRate: 0 }) }).toleratedMinutes).toBe(0);
  });

  it("stops at a withdrawal, even where a fact says otherwise", () => {
    const roster = [anEnrolment({ withdrawal: { day: "2026-12-14", half: "afternoon" } })];
    const left = billable({ proof: { ...proof, roster }, terms: terms() });
    expect([left.plannedMinutes, left.billableMinutes, left.halfDays.at(-1)]).toMatchObject([
      2310,
      2310,
      { day: "2026-12-14", half: "morning" },
    ]);
  });

  it("waits for the month to be closed, and leaves what is billed", () => {
    const open = billable({ proof: { ...proof, months: [] }, terms: terms() });
    expect([open.openMinutes, open.billableMinutes]).toEqual([4200, 0]);
    const invoice = anIssuedInvoice({ lines: [anInvoiceLine({ halfDays: [{ day: "2026-12-07", half: "morning", minutes: 100 }] })] });
    if (!isIssued(invoice)) throw new Error("not issued");
    const rest = billable({ proof: { ...proof, billed: billedClaims(invoice, "2026-12-21T10:00:00.000Z") }, terms: terms() });
    expect([rest.billedMinutes, rest.billableMinutes, rest.halfDays.length]).toEqual([100, 3990, 19]);
  });

  it("keeps to the period and to the trainees that are asked", () => {
    const roster = ["T-0001", "T-0002"].map((traineeId) => anEnrolment({ traineeId }));
    const group = { ...proof, roster, planned: plannedHalfDays(forkliftSchedule, roster), records: allPresent(roster, forkliftSchedule) };
    expect(billableHalfDays({ proof: group, terms: terms(), traineeIds: ["T-0002"] }).map(({ traineeId }) => traineeId)).toEqual([
      "T-0002",
    ]);
    const { day = "" } = first ?? {};
    const oneDay = billableHalfDays({ proof: group, terms: terms(), period: { startsOn: day, endsOn: day } });
    expect(oneDay.map(({ billableMinutes }) => billableMinutes)).toEqual([420, 420]);
  });
});

describe("what an issued invoice claims", () => {
  it("is one claim for each half-day, though several lines point at it", () => {
    const halfDays = [{ day: "2026-12-07", half: "morning" as const, minutes: 210 }];
    const invoice = anIssuedInvoice({
      lines: [anInvoiceLine({ halfDays }), anInvoiceLine({ halfDays }), anInvoiceLine({ traineeId: "T-0008", halfDays })],
    });
    if (!isIssued(invoice)) throw new Error("not issued");
    expect(billedClaims(invoice, "2026-12-21T10:00:00.000Z")).toEqual(
      ["T-0007", "T-0008"].map((traineeId) => ({
        kind: "billed",
        sessionReference: "SE-2026-014",
        siret: "99900014400017",
        traineeId,
        day: "2026-12-07",
        half: "morning",
        minutes: 210,
        reference: "FAC-2026-0001",
        at: "2026-12-21T10:00:00.000Z",
      })),
    );
  });
});
