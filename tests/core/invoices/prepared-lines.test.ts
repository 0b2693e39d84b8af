import { type BillingProof, plannedHalfDays, quotePaidCents } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { paidLines } from "../../../packages/core/src/invoices/billing/prepare-quote.js";
import { daysOf, hoursAt } from "../../../packages/core/src/invoices/billing/prepared-lines.js";
import { provenHalfDays } from "../../../packages/core/src/invoices/billing/proven.js";
import { allPresent, anEnrolment } from "../../examples/attendance.js";
import { aLine, aQuote } from "../../examples/index.js";
import { anAgreement, anInvoiceSituation, forkliftSchedule } from "../../examples/invoice.js";

const { proof } = anInvoiceSituation();

describe("what France Travail pays of a quote", () => {
  const fee = {
    kind: "ancillary" as const,
    label: "Examen",
    unit: "flat" as const,
    quantity: 1,
    unitPriceCents: 12_000,
    amountCents: 12_000,
  };

  it("is the pedagogical cost of an AIF, every line of a POEI, no more than they cost", () => {
    expect(quotePaidCents(aQuote({ funding: undefined as never }))).toBe(119_000);
    expect(quotePaidCents(aQuote({ funding: { franceTravailCents: 500_000 } }))).toBe(119_000);
    expect(quotePaidCents(aQuote({ scheme: "poei", lines: [aLine(), fee], funding: undefined as never }))).toBe(131_000);
    expect(quotePaidCents(aQuote({ funding: { franceTravailCents: 100_000 } }))).toBe(100_000);
  });

  it("is shared VAT excluded, in the measure of the lines", () => {
    const lines = [aLine({ vatRegime: "taxed", vatRate: 2000 }), { ...fee, vatRegime: "taxed" as const, vatRate: 2000 }];
    const paid = paidLines(aQuote({ scheme: "poei", lines, funding: { franceTravailCents: 78_600 } }));
    expect(paid.map(({ label, shareCents }) => [label, shareCents])).toEqual([
      ["Cariste CACES R489 catégories 1, 3 et 5", 59_500],
      ["Examen", 6_000],
    ]);
  });

  it("tells lines of one label apart, however long it is", () => {
    const long = "x".repeat(200);
    const lines = [fee, { ...fee, label: long }, fee, fee, { ...fee, label: long }].map((line) => ({ ...aLine(line) }));
    expect(paidLines(aQuote({ scheme: "poei", lines })).map(({ label }) => label)).toEqual([
      "Examen",
      long,
      "Examen (2)",
      "Examen (3)",
      `${"x".repeat(190)} (2)`,
    ]);
  });
});

it("hours are written as hours where their product is the amount", () => {
  expect(hoursAt(60, 1700, 1700)).toEqual({ unit: "hour", quantity: 60, unitPriceCents: 1700, amountCents: 1700 });
  expect(hoursAt(60, 1700, 1699)).toEqual({ unit: "flat", quantity: 1, unitPriceCents: 1699, amountCents: 1699 });
  expect(hoursAt(0, 1700, 0)).toEqual({ unit: "flat", quantity: 1, unitPriceCents: 0, amountCents: 0 });
  expect(
    daysOf(["2026-12-08", "2026-12-07", "2026-12-07"].map((day) => ({ day, half: "morning", minutes: 210, basis: "attended" }))),
  ).toEqual({ startsOn: "2026-12-07", endsOn: "2026-12-08" });
  expect(daysOf([])).toEqual({ startsOn: undefined, endsOn: undefined });
});

it("what attendance proves stands by trainee, then in time, with what is recorded and closed", () => {
  const roster = ["T-0002", "T-0001"].map((traineeId) => anEnrolment({ traineeId }));
  const planned = plannedHalfDays(forkliftSchedule, roster)
    .filter(({ day }) => day === "2026-12-07")
    .reverse();
  const months = proof.months.map((month) => ({ ...month, status: "reopened" as never }));
  const facts: BillingProof = {
    ...proof,
    roster,
    planned,
    months,
    records: allPresent(roster, forkliftSchedule).filter(({ half }) => half === "morning"),
  };
  const proven = provenHalfDays(facts, anAgreement().terms);
  expect(proven.map(({ traineeId, half, attended, isRecorded, isClosed }) => [traineeId, half, attended, isRecorded, isClosed])).toEqual([
    ["T-0001", "morning", 210, true, false],
    ["T-0001", "afternoon", 0, false, false],
    ["T-0002", "morning", 210, true, false],
    ["T-0002", "afternoon", 0, false, false],
  ]);
  expect(provenHalfDays({ ...facts, months: proof.months }, anAgreement().terms).every(({ isClosed }) => isClosed)).toBe(true);
});
