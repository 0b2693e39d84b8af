import {
  agedBalance,
  coverageOf,
  type Invoice,
  isIssued,
  isWhollyCredited,
  lateInterest,
  plannedHalfDays,
  receivableOf,
  recordPayment,
  stillBilled,
  takeBackPayment,
  withBankRate,
} from "@kairos/core";
import { describe, expect, it } from "vitest";
import { aFact, allPresent, anEnrolment } from "../../examples/attendance.js";
import { aLine, aQuote } from "../../examples/index.js";
import { anAgreement, anInvoiceLine, anIssuedInvoice, anOrder, forkliftSchedule } from "../../examples/invoice.js";

const bankRates = [{ from: "2026-07-01", rate: 215 }];
const stamp = { by: "karim", at: "2027-01-15T10:00:00.000Z" };
const flat = (amountCents: number, changes: Parameters<typeof anInvoiceLine>[0] = {}) =>
  anInvoiceLine({ unit: "flat", quantity: 1, unitPriceCents: amountCents, amountCents, halfDays: [], ...changes });

function owed(invoice: Invoice, today = "2027-02-25") {
  if (!isIssued(invoice)) throw new Error("not issued");
  return receivableOf({ invoice, creditNotes: [], isPublic: true, bankRates, today });
}

describe("what customers owe", () => {
  it("is told of those who owe something, the largest sum first, then by SIRET", () => {
    const of = (customerSiret: string, amountCents: number, payments: Invoice["payments"] = []) =>
      owed({ ...anIssuedInvoice({ lines: [flat(amountCents)] }), customerSiret: customerSiret as never, payments });
    const all = [
      of("99900014400033", 500),
      of("13000548100010", 100),
      of("99900014400025", 500),
      of("99900014400017", 40, [{ on: "2027-01-02", amountCents: 40, ...stamp }]),
      of("13000548100010", 450),
    ];
    const told = (receivables: typeof all) =>
      agedBalance(receivables).customers.map(({ customerSiret, totalCents }) => [customerSiret, totalCents]);
    const expected = [
      ["13000548100010", 550],
      ["99900014400025", 500],
      ["99900014400033", 500],
    ];
    expect([told(all), told(all.toReversed())]).toEqual([expected, expected]);
  });

  it("keeps the bank's rates in their order, one a day", () => {
    const rates = [
      { from: "2026-07-01", rate: 215 },
      { from: "2027-01-01", rate: 200 },
    ];
    expect(withBankRate(rates, { from: "2026-01-01", rate: 225 })).toEqual([{ from: "2026-01-01", rate: 225 }, ...rates]);
    expect(withBankRate(rates.toReversed(), { from: "2027-07-01", rate: 190 })).toEqual([...rates, { from: "2027-07-01", rate: 190 }]);
    expect(withBankRate(rates, { from: "2026-07-01", rate: 210 })).toEqual([{ from: "2026-07-01", rate: 210 }, rates[1]]);
  });

  it("bears interest less what deposits and credit notes took off; a payment of the last day in time stops it", () => {
    const due = { totalCents: 119_000, prepaidCents: 19_000, creditedCents: 10_000 };
    const facts = { due, dueOn: "2027-01-20", until: "2027-01-30", bankRates };
    const bases = (payments: Invoice["payments"]) =>
      lateInterest({ ...facts, payments }).rows.map(({ from, until, baseCents }) => [from, until, baseCents]);
    expect(bases([])).toEqual([["2027-01-21", "2027-01-30", 90_000]]);
    expect(bases([{ on: "2027-01-20", amountCents: 40_000, ...stamp }])).toEqual([["2027-01-21", "2027-01-30", 50_000]]);
    expect(bases([{ on: "2027-01-21", amountCents: 40_000, ...stamp }])).toEqual([
      ["2027-01-21", "2027-01-21", 90_000],
      ["2027-01-22", "2027-01-30", 50_000],
    ]);
    expect(bases([{ on: "2027-01-29", amountCents: 40_000, ...stamp }])).toEqual([
      ["2027-01-21", "2027-01-29", 90_000],
      ["2027-01-30", "2027-01-30", 50_000],
    ]);
    expect(bases([{ on: "2027-01-30", amountCents: 40_000, ...stamp }])).toEqual([["2027-01-21", "2027-01-30", 90_000]]);
  });
});

describe("a payment", () => {
  const payment = { on: "2027-01-02", amountCents: 40_000, ...stamp };
  const context = { creditNotes: [], today: "2027-01-15" };
  const codes = (invoice: Invoice, more: Partial<typeof payment & { reference: string }> = {}) => {
    const recorded = recordPayment(invoice, { ...payment, ...more }, context);
    return recorded.ok ? [] : recorded.problems.map(({ code, path, params }) => [code, path, params]);
  };

  it("is the same as one before when day, sum and reference are, however they are typed", () => {
    const paid = anIssuedInvoice({ status: "part-paid", payments: [{ ...payment, reference: "VIR-0041" }] });
    const told = { invoice: "FAC-2026-0001", on: "2027-01-02", amountCents: 40_000, reference: "vir 0041" };
    expect(codes(paid, { reference: "vir 0041" })).toEqual([["payment.duplicate", ["payments"], told]]);
    expect([codes(paid), codes(paid, { reference: "VIR-0042" }), codes(paid, { reference: "VIR-0041", on: "2027-01-03" })]).toEqual([
      [],
      [],
      [],
    ]);
    const unnamed = anIssuedInvoice({ status: "part-paid", payments: [payment] });
    expect(codes(unnamed).map(([code]) => code)).toEqual(["payment.duplicate"]);
    expect(codes(unnamed, { reference: "VIR-0041" })).toEqual([]);
  });

  it("is taken back by its rank, or says how many there are", () => {
    const paid = anIssuedInvoice({ status: "part-paid", payments: [payment, { ...payment, amountCents: 100 }] });
    const back = (rank: number | undefined) => takeBackPayment(paid, rank, { reason: "Erreur", ...stamp });
    const left = (rank: number | undefined) => {
      const taken = back(rank);
      return taken.ok ? [taken.value.status, taken.value.payments.map(({ amountCents }) => amountCents)] : taken.problems;
    };
    expect([left(1), left(2), left(undefined)]).toEqual([
      ["part-paid", [100]],
      ["part-paid", [40_000]],
      ["part-paid", [40_000]],
    ]);
    expect(left(3)).toMatchObject([{ code: "payment.unknown", path: ["payments"], params: { invoice: "FAC-2026-0001", count: 2 } }]);
    const draft = takeBackPayment({ ...paid, status: "draft" }, 1, { reason: "Erreur", ...stamp });
    expect(draft.ok).toBe(false);
  });
});

describe("what is wholly credited", () => {
  const original = anIssuedInvoice({ lines: [flat(1_000), flat(500)] });
  const note = (...lines: readonly Invoice["lines"][number][]) => [{ ...anIssuedInvoice({ kind: "credit-note" }), lines: [...lines] }];

  it("has no line left, and no net left", () => {
    expect(isWhollyCredited(original, [])).toBe(false);
    expect(isWhollyCredited(original, note(flat(1_000, { creditedLine: 1 })))).toBe(false);
    expect(isWhollyCredited(original, note(flat(1_000, { creditedLine: 1 }), flat(500, { creditedLine: 2 })))).toBe(true);
    expect(isWhollyCredited(original, note(flat(900, { creditedLine: 1 }), flat(600, { creditedLine: 2 })))).toBe(false);
    expect(isWhollyCredited(original, note(flat(1_000, { creditedLine: 1 }), flat(499, { creditedLine: 2 })))).toBe(false);
    const billed = anIssuedInvoice();
    if (!isIssued(billed)) throw new Error("not issued");
    expect(stillBilled(billed, [], stamp.at)).toHaveLength(20);
    expect(stillBilled(billed, note(flat(119_000, { creditedLine: 1 })), stamp.at)).toEqual([]);
  });
});

describe("how far money follows the work", () => {
  const roster = ["T-0007", "T-0008", "T-0009"].map((traineeId) => anEnrolment({ traineeId }));
  const planned = plannedHalfDays(forkliftSchedule, roster);
  const records = allPresent(roster, forkliftSchedule);
  const covered = (more: Partial<Parameters<typeof coverageOf>[0]>) =>
    coverageOf({ orders: [], quotes: [], planned, records, invoices: [], ...more });
  const delivered = (coverage: ReturnType<typeof covered>) => coverage.rows.map(({ reference, cents }) => [reference, cents.delivered]);

  it("gives a named order its trainees, and those whom nobody names to the open ones in the measure of what they order", () => {
    const agreement = anAgreement();
    const named = { order: anOrder({ traineeIds: ["T-0007"] }), agreement };
    const one = { order: anOrder({ reference: "BC-2026-119", minutes: 6300, trainees: 2 }), agreement };
    const two = { order: anOrder({ reference: "BC-2026-120", minutes: 2100 }), agreement };
    expect(delivered(covered({ orders: [named, one, two] }))).toEqual([
      ["BC-2026-118", 119_000],
      ["BC-2026-119", 178_500],
      ["BC-2026-120", 59_500],
    ]);
    const partly = records.filter(({ traineeId }) => traineeId !== "T-0007");
    expect(delivered(covered({ orders: [named], records: partly }))).toEqual([["BC-2026-118", 0]]);
    expect(delivered(covered({ orders: [named], planned: [], records: [] }))).toEqual([["BC-2026-118", 0]]);
  });

  it("delivers nothing of what was absent, nor of the price of a trainee for whom nothing was planned", () => {
    const absent = records.map((one) => (one.traineeId === "T-0007" ? aFact("T-0007", one, { status: "unexcused" }) : one));
    const order = { order: anOrder({ traineeIds: ["T-0007"] }), agreement: anAgreement({ basis: "trainee", unitPriceCents: 100_000 }) };
    expect(delivered(covered({ orders: [order], records: absent }))).toEqual([["BC-2026-118", 0]]);
    const empty = planned.map((one) => ({ ...one, minutes: 0 }));
    expect(delivered(covered({ orders: [order], planned: empty, records: [] }))).toEqual([["BC-2026-118", 0]]);
  });

  it("tells a quote's scheme, VAT included, and bills it what is not of an order", () => {
    const taxed = [aLine({ vatRegime: "taxed", vatRate: 2000 })];
    const quote = (changes: Parameters<typeof aQuote>[0]) =>
      aQuote({ status: "accepted", lines: taxed, funding: undefined as never, ...changes });
    const cents = { ordered: 142_800, delivered: 142_800, billed: 0, paid: 0 };
    const ofScheme = (scheme: "aif" | "poei") => covered({ quotes: [quote({ scheme })] }).rows;
    expect([ofScheme("aif"), ofScheme("poei")]).toEqual([
      [{ scheme: "aif", reference: "DEV-2026-0001", cents }],
      [{ scheme: "poei", reference: "DEV-2026-0001", cents }],
    ]);
    const unnamed = covered({
      quotes: [quote({ traineeId: undefined as never }), quote({ reference: "DEV-2026-0002", traineeId: "T-0099" })],
    });
    expect(delivered(unnamed)).toEqual([
      ["DEV-2026-0001", 0],
      ["DEV-2026-0002", 0],
    ]);
    const invoices = [
      anIssuedInvoice({ order: undefined as never, quote: "DEV-2026-0001", scheme: "aif", lines: [flat(1)] }),
      anIssuedInvoice({ order: undefined as never, quote: "DEV-2026-0002", scheme: "aif", lines: [flat(10)] }),
      anIssuedInvoice({ quote: "DEV-2026-0001", lines: [flat(100)] }),
      anIssuedInvoice({ order: undefined as never, lines: [flat(1_000)] }),
    ];
    const billed = covered({ quotes: [quote({})], invoices }).rows.map(({ scheme, reference, cents }) => [scheme, reference, cents.billed]);
    expect(billed).toEqual([
      ["aif", "DEV-2026-0001", 1],
      [undefined, undefined, 1_110],
    ]);
  });
});
