import {
  type BillingOrigin,
  type BillingProof,
  type Invoice,
  type InvoiceLine,
  type Preparation,
  type PreparedInvoice,
  plannedHalfDays,
  prepareInvoice,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, allPresent, anEnrolment } from "../../examples/attendance.js";
import { aLine, aQuote, aSession } from "../../examples/index.js";
import { anAgreement, anInvoiceSituation, anIssuedInvoice, anOrder, forkliftSchedule } from "../../examples/invoice.js";
import { faultOf } from "./billing-cases.js";

const { proof } = anInvoiceSituation();
const ofOrder = (order: Parameters<typeof anOrder>[0] = {}, agreement: Parameters<typeof anAgreement>[0] = {}): BillingOrigin => ({
  order: anOrder(order),
  agreement: anAgreement(agreement),
});
const ofQuote = (overrides: Parameters<typeof aQuote>[0] = {}): BillingOrigin => ({
  quote: aQuote({ status: "accepted", ...overrides }),
  customerSiret: anAgreement().customerSiret,
});

function prepared(from: BillingOrigin, beside: Partial<Preparation> = {}): PreparedInvoice {
  const result = prepareInvoice({ kind: "invoice", from, session: aSession(), proof, others: [], today: "2026-12-21", ...beside });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** What is found instead of lines. */
function why(from: BillingOrigin, beside: Partial<Preparation> = {}): string {
  const result = prepareInvoice({ kind: "invoice", from, session: aSession(), proof, others: [], today: "2026-12-21", ...beside });
  if (result.ok) return "billed";
  const [problem] = result.problems;
  return problem?.code === "invoice.nothing-to-bill" && "why" in problem.params ? problem.params.why : "something else";
}

const figures = (lines: readonly InvoiceLine[]) =>
  lines.map(({ unit, quantity, unitPriceCents, amountCents }) => [unit, quantity, unitPriceCents, amountCents]);
const cents = ({ content }: PreparedInvoice) => content.lines.map(({ amountCents }) => amountCents);

/** What was prepared, with its number, and the proof once it is issued. */
function issued(
  { content }: PreparedInvoice,
  rank: number,
  before: BillingProof = proof,
): { readonly invoice: Invoice; readonly proof: BillingProof } {
  const number = `FAC-2026-000${rank}`;
  const invoice = { ...anIssuedInvoice(), ...content, reference: `PF-2026-000${rank}` };
  const issue = { ...(invoice.issue as NonNullable<Invoice["issue"]>), number, rank };
  const billed = content.lines.flatMap(({ traineeId = "", halfDays }) =>
    halfDays.map(({ day, half, minutes }) => {
      const of = { sessionReference: content.sessionReference, siret: content.siret, traineeId };
      return { kind: "billed" as const, ...of, day, half, minutes, reference: number, at: "2026-12-21T10:00:00.000Z" };
    }),
  );
  return { invoice: { ...invoice, issue }, proof: { ...before, billed: [...before.billed, ...billed] } };
}

const week = (startsOn: string, endsOn: string) => ({ period: { startsOn, endsOn } });
const firstWeek = week("2026-12-07", "2026-12-11");
/** Present until the first week is over. */
const stopped: BillingProof = {
  ...proof,
  records: proof.records.map((one) => (one.day > "2026-12-11" ? aFact("T-0007", one, { status: "withdrawn" }) : one)),
};

describe("from an order, per trainee-hour", () => {
  it("bills the minutes at the price of an hour, rounded once", () => {
    const late = {
      ...proof,
      records: proof.records.map((one, index) => (index === 0 ? aFact("T-0007", one, { status: "late", lateMinutes: 1 }) : one)),
    };
    expect(figures(prepared(ofOrder({}, { unitPriceCents: 1733 }), { proof: late }).content.lines)).toEqual([
      ["hour", 4199, 1733, 121_281],
    ]);
  });

  it("never goes beyond the minutes the order leaves: the first half-days of everybody are taken", () => {
    const roster = ["T-0001", "T-0002"].map((traineeId) => anEnrolment({ traineeId }));
    const group = { ...proof, roster, planned: plannedHalfDays(forkliftSchedule, roster), records: allPresent(roster, forkliftSchedule) };
    const { content, rows } = prepared(ofOrder({ minutes: 2200, trainees: 2 }), { proof: group });
    expect(figures(content.lines)).toEqual([
      ["hour", 1150, 1700, 32_583],
      ["hour", 1050, 1700, 29_750],
    ]);
    expect(content.lines[0]?.halfDays.at(-1)).toMatchObject({ day: "2026-12-09", half: "afternoon", minutes: 100 });
    expect(rows.map(({ takenMinutes, billableMinutes }) => [takenMinutes, billableMinutes])).toEqual([
      [1150, 4200],
      [1050, 4200],
    ]);
  });

  it("writes a sum where the cent of the order is not that of the hours", () => {
    const from = ofOrder({ minutes: 420 }, { unitPriceCents: 1733 });
    const morning = prepared(from, { proof, ...week("2026-12-07", "2026-12-07") });
    expect(cents(morning)).toEqual([12_131]);
    const roster = ["T-0001", "T-0002"].map((traineeId) => anEnrolment({ traineeId }));
    const planned = plannedHalfDays(forkliftSchedule, roster)
      .map((one) => ({ ...one, minutes: 1 }))
      .filter(({ day, half }) => day === "2026-12-07" && half === "morning");
    const two = { ...proof, roster, planned, records: allPresent(roster, forkliftSchedule) };
    const tight = prepared(ofOrder({ minutes: 2 }, { unitPriceCents: 30 }), { proof: two });
    expect(figures(tight.content.lines)).toEqual([
      ["hour", 1, 30, 1],
      ["flat", 1, 0, 0],
    ]);
  });

  it("counts what other invoices of the order bill, less their credit notes", () => {
    const from = ofOrder();
    const one = issued(prepared(from, firstWeek), 1);
    const rest = prepared(from, { proof: one.proof, others: [one.invoice] });
    expect([rest.content.startsOn, rest.content.endsOn, cents(rest)]).toEqual(["2026-12-14", "2026-12-18", [59_500]]);
    const two = issued(rest, 2, one.proof);
    expect(why(from, { proof: two.proof, others: [one.invoice, two.invoice] })).toBe("billed");
    const note: Invoice = {
      ...one.invoice,
      reference: "PF-2026-0003",
      kind: "credit-note",
      credits: { reference: "PF-2026-0001", number: "FAC-2026-0001", issuedOn: "2026-12-21", reason: "Erreur" },
    };
    const credited = [{ ...one.invoice, status: "credited" as const }, note, two.invoice];
    const released = { ...two.proof, billed: two.proof.billed.filter(({ reference }) => reference !== "FAC-2026-0001") };
    expect(cents(prepared(from, { proof: released, others: credited }))).toEqual([59_500]);
    expect(why(from, { proof: released, others: [one.invoice, two.invoice] })).toBe("order-used");
  });
});

describe("from an order, per trainee", () => {
  const from = ofOrder({}, { basis: "trainee", unitPriceCents: 100_001 });

  it("bills a share of the price for each part, and the parts are the whole", () => {
    const one = issued(prepared(from, week("2026-12-07", "2026-12-09")), 1);
    const two = issued(prepared(from, { proof: one.proof, others: [one.invoice], ...week("2026-12-10", "2026-12-14") }), 2, one.proof);
    const three = prepared(from, { proof: two.proof, others: [one.invoice, two.invoice] });
    const parts = [...one.invoice.lines, ...two.invoice.lines, ...three.content.lines].map(({ amountCents }) => amountCents);
    expect(parts).toEqual([30_000, 30_001, 40_000]);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100_001);
  });

  it("reduces the price of whoever stopped", () => {
    expect(figures(prepared(from, { proof: stopped }).content.lines)).toEqual([["flat", 1, 50_001, 50_001]]);
  });
});

describe("from a quote", () => {
  it("bills the pedagogical cost of an AIF as it was quoted, never its fees", () => {
    expect(figures(prepared(ofQuote()).content.lines)).toEqual([["hour", 4200, 1700, 119_000]]);
    expect(prepared(ofQuote()).content).toMatchObject({ scheme: "aif", quote: "DEV-2026-0001", order: undefined });
  });

  it("bills the fees of a POEI once, whole, and its flat costs in proportion", () => {
    const lines = [
      aLine({ unit: "flat", quantity: 1, unitPriceCents: 100_001, amountCents: 100_001 }),
      aLine({ kind: "ancillary", label: "Examen", unit: "flat", quantity: 1, unitPriceCents: 12_000, amountCents: 12_000 }),
    ];
    const from = ofQuote({ scheme: "poei", lines, funding: { franceTravailCents: 112_001 } });
    const one = issued(prepared(from, firstWeek), 1);
    expect(figures(one.invoice.lines)).toEqual([
      ["flat", 1, 50_001, 50_001],
      ["flat", 1, 12_000, 12_000],
    ]);
    expect(cents(prepared(from, { proof: one.proof, others: [one.invoice] }))).toEqual([50_000]);
  });

  it("bills France Travail's own share when others fund too", () => {
    const { content } = prepared(ofQuote({ funding: { franceTravailCents: 100_000, traineeCents: 31_000 } }));
    expect(figures(content.lines)).toEqual([["flat", 1, 100_000, 100_000]]);
    expect(content.lines[0]?.description).toContain("part de France Travail");
    expect(cents(prepared(ofQuote({ funding: { franceTravailCents: 100_000 } }), { proof: stopped }))).toEqual([50_000]);
  });

  it("keeps hours as hours for whoever stopped", () => {
    expect(figures(prepared(ofQuote(), { proof: stopped }).content.lines)).toEqual([["hour", 2100, 1700, 59_500]]);
  });
});

describe("deposits and balances", () => {
  const from = ofOrder({}, { terms: { depositRate: 3000 } });

  it("bills the contract's share of the order, once", () => {
    const deposit = prepared(from, { kind: "deposit" });
    expect([deposit.content.kind, cents(deposit), deposit.rows]).toEqual(["deposit", [35_700], []]);
    expect([deposit.content.startsOn, deposit.content.endsOn]).toEqual(["2026-12-07", "2026-12-18"]);
    expect(why(from, { kind: "deposit", others: [issued(deposit, 1).invoice] })).toBe("deposit-billed");
    expect(why(ofOrder(), { kind: "deposit" })).toBe("no-deposit");
    expect(why(ofQuote(), { kind: "deposit" })).toBe("no-deposit");
  });

  it("takes it off the balance, as far as the balance goes", () => {
    const { invoice } = issued(prepared(from, { kind: "deposit" }), 1);
    const { content } = prepared(from, { kind: "balance", others: [invoice] });
    expect([cents({ content, rows: [] }), content.deposits]).toEqual([
      [119_000],
      [{ number: "FAC-2026-0001", issuedOn: "2026-12-21", amountCents: 35_700 }],
    ]);
    const day = prepared(from, { kind: "balance", others: [invoice], ...week("2026-12-07", "2026-12-07") });
    expect(day.content.deposits.map(({ amountCents }) => amountCents)).toEqual([11_900]);
    const first = issued(day, 2);
    const last = prepared(from, { kind: "balance", proof: first.proof, others: [invoice, first.invoice] });
    expect(last.content.deposits.map(({ amountCents }) => amountCents)).toEqual([23_800]);
  });
});

describe("why there is nothing to bill", () => {
  const nobody = { ...proof, roster: [], planned: [], records: [] };
  it.each([
    ["nobody", { proof: nobody }],
    ["unplanned", { proof: { ...proof, planned: [] } }],
    ["unplanned", week("2027-01-01", "2027-01-31")],
    ["to-come", { today: "2026-12-06", proof: { ...proof, records: [], months: [] } }],
    ["unrecorded", { proof: { ...proof, months: [], records: proof.records.slice(1) } }],
    ["open-months", { proof: { ...proof, months: [] } }],
    ["absent", { proof: { ...proof, records: proof.records.map((one) => aFact("T-0007", one, { status: "unexcused" })) } }],
  ] as const)("%s", (reason, beside) => {
    expect(why(ofOrder(), beside)).toBe(reason);
  });
});

it("loses no cent and bills nothing twice, over random worlds", () => {
  const faults = Array.from({ length: 500 }, (_, index) => faultOf(index + 1));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});
