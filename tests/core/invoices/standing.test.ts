import { billedSlots, billedSoFar, depositsLeft, type Invoice, shareOrigin } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { repeatedSlots } from "../../../packages/core/src/invoices/billing/standing.js";
import { anInvoiceLine, anIssuedInvoice } from "../../examples/invoice.js";

const order = { order: "BC-2026-118", quote: undefined };
const ofQuote = { order: undefined, quote: "DEV-2026-0001" };
const morning = { day: "2026-12-07", half: "morning" as const, minutes: 210, basis: "attended" as const };
const afternoon = { ...morning, half: "afternoon" as const };

/** Issued under the number of its rank. */
function issued(rank: number, changes: Parameters<typeof anIssuedInvoice>[0] = {}): Invoice {
  const invoice = anIssuedInvoice({ reference: `PF-2026-000${rank}`, ...changes });
  return { ...invoice, issue: { ...(invoice.issue as NonNullable<Invoice["issue"]>), number: `FAC-2026-000${rank}`, rank } };
}
const line = (changes: Parameters<typeof anInvoiceLine>[0] = {}) =>
  anInvoiceLine({ unit: "flat", quantity: 1, unitPriceCents: 1_000, amountCents: 1_000, halfDays: [morning], ...changes });
const flat = (amountCents: number, changes: Parameters<typeof anInvoiceLine>[0] = {}) =>
  line({ traineeId: undefined as never, unitPriceCents: amountCents, amountCents, halfDays: [], ...changes });
const credits = (rank: number) => ({
  reference: `PF-2026-000${rank}`,
  number: `FAC-2026-000${rank}`,
  issuedOn: "2026-12-21",
  reason: "Erreur",
});

describe("two invoices share an origin", () => {
  it.each([
    ["the same order", order, { ...order }, true],
    ["another order", order, { order: "BC-2026-119", quote: undefined }, false],
    ["an order and a quote", order, ofQuote, false],
    ["a quote and an order", ofQuote, order, false],
    ["the same quote", ofQuote, { ...ofQuote }, true],
    ["the same quote, one under an order", ofQuote, { order: "BC-2026-118", quote: "DEV-2026-0001" }, true],
    ["the same order, other quotes", { ...order, quote: "DEV-2026-0001" }, { ...order, quote: "DEV-2026-0002" }, true],
    ["another order, the same quote", { ...order, quote: "DEV-2026-0001" }, { order: "BC-2026-119", quote: "DEV-2026-0001" }, false],
    ["another quote", ofQuote, { order: undefined, quote: "DEV-2026-0002" }, false],
    ["neither of both", { order: undefined, quote: undefined }, { order: undefined, quote: undefined }, false],
  ] as const)("%s", (_, one, other, expected) => {
    expect(shareOrigin(one, other)).toBe(expected);
  });
});

describe("what was billed so far", () => {
  const nothing = {
    netCents: 0,
    minutes: 0,
    depositCents: 0,
    traineeCents: new Map(),
    traineeMinutes: new Map(),
    labelCents: new Map(),
    numbers: [],
  };

  it("counts issued invoices of the origin only", () => {
    const draft = { ...issued(1), status: "draft" as const, issue: undefined } as Invoice;
    expect(billedSoFar([draft, issued(2, { order: "BC-2026-119" })], order)).toEqual(nothing);
  });

  it("sums by trainee and by label, a half-day once though several lines point at it", () => {
    const one = issued(1, {
      lines: [
        line({ label: "Formation" }),
        line({ label: "Plateau", amountCents: 500, unitPriceCents: 500, halfDays: [morning, afternoon] }),
        line({ label: "Formation", traineeId: "T-0008" }),
        flat(200, { label: "Examen" }),
      ],
    });
    expect(billedSoFar([one], order)).toEqual({
      netCents: 2_700,
      minutes: 630,
      depositCents: 0,
      traineeCents: new Map([
        ["T-0007", 1_500],
        ["T-0008", 1_000],
      ]),
      traineeMinutes: new Map([
        ["T-0007", 420],
        ["T-0008", 210],
      ]),
      labelCents: new Map([
        ["Formation", 2_000],
        ["Plateau", 500],
        ["Examen", 200],
      ]),
      numbers: ["FAC-2026-0001"],
    });
  });

  it("takes credit notes off: half-days with their money; money alone is a lower price, and no work to be billed again", () => {
    const one = issued(1, { lines: [line({ halfDays: [morning, afternoon] }), flat(300)] });
    const back = issued(2, { kind: "credit-note", credits: credits(1), lines: [line({ amountCents: 400, unitPriceCents: 400 })] });
    const cheaper = issued(3, {
      kind: "credit-note",
      credits: credits(1),
      lines: [line({ amountCents: 100, unitPriceCents: 100, halfDays: [] }), flat(30)],
    });
    expect(billedSoFar([one, back, cheaper], order)).toEqual({
      netCents: 1_300 - 400 - 130,
      minutes: 210,
      depositCents: 0,
      traineeCents: new Map([["T-0007", 600]]),
      traineeMinutes: new Map([["T-0007", 210]]),
      labelCents: new Map([["Cariste CACES R489", 1_300 - 400 - 30]]),
      numbers: ["FAC-2026-0001"],
    });
  });

  it("keeps an invoice line without half-days", () => {
    const { traineeCents, labelCents } = billedSoFar([issued(1, { lines: [line({ halfDays: [] })] })], order);
    expect([traineeCents, labelCents]).toEqual([new Map([["T-0007", 1_000]]), new Map([["Cariste CACES R489", 1_000]])]);
  });

  it("holds deposits apart, and what was given back of them", () => {
    const deposit = issued(1, { kind: "deposit", lines: [flat(30_000)] });
    const back = issued(2, { kind: "credit-note", credits: credits(1), lines: [flat(10_000)] });
    expect(billedSoFar([deposit, back], order)).toEqual({ ...nothing, depositCents: 20_000, numbers: ["FAC-2026-0001"] });
    expect(billedSoFar([back], { ...order, kind: "deposit", reference: "PF-2026-0001" }).depositCents).toBe(-10_000);
    expect(billedSoFar([back], { ...order, kind: "invoice", reference: "PF-2026-0001" }).depositCents).toBe(0);
  });

  it("names the invoices that stand, neither credited nor credit notes", () => {
    const all = [issued(1, { status: "credited" }), issued(2, { kind: "credit-note", credits: credits(1) }), issued(3), issued(4)];
    expect(billedSoFar(all, order).numbers).toEqual(["FAC-2026-0003", "FAC-2026-0004"]);
  });
});

describe("the half-days that an invoice bills", () => {
  const minutesOf = (...all: readonly number[]) => {
    const lines = all.map((minutes) => line({ halfDays: [{ ...morning, minutes }] }));
    return [...billedSlots({ lines }).values()].map(({ traineeId, halfDay }) => [traineeId, halfDay.minutes]);
  };

  it("are each there once, for the most minutes that a line says", () => {
    expect([minutesOf(100, 210), minutesOf(210, 100), minutesOf(0)]).toEqual([[["T-0007", 210]], [["T-0007", 210]], [["T-0007", 0]]]);
    const lines = [
      line({ halfDays: [{ ...morning, basis: "tolerated" }] }),
      line({ halfDays: [morning] }),
      line({ halfDays: [afternoon] }),
    ];
    expect([...billedSlots({ lines }).values()].map(({ halfDay }) => [halfDay.half, halfDay.basis])).toEqual([
      ["morning", "tolerated"],
      ["afternoon", "attended"],
    ]);
    expect(billedSlots({ lines: [flat(100, { halfDays: [morning] })] }).size).toBe(0);
  });

  it("may stand in several lines of a quote, once in each; in the lines of an order once in all", () => {
    const lines = [line(), line(), line({ halfDays: [afternoon, afternoon] }), flat(100, { halfDays: [morning, morning] })];
    const repeated = (scheme: "afc" | "aif") => repeatedSlots({ scheme, lines }).map(({ traineeId, halfDay }) => [traineeId, halfDay.half]);
    expect(repeated("afc")).toEqual([
      ["T-0007", "morning"],
      ["T-0007", "afternoon"],
    ]);
    expect(repeated("aif")).toEqual([["T-0007", "afternoon"]]);
  });
});

describe("what is left of deposits", () => {
  const deposit = (rank: number, changes: Parameters<typeof anIssuedInvoice>[0] = {}) =>
    issued(rank, { kind: "deposit", lines: [flat(30_000)], ...changes });
  const left = (...others: readonly Invoice[]) => depositsLeft(others, order).map(({ number, amountCents }) => [number, amountCents]);
  const balance = (rank: number, changes: Parameters<typeof anIssuedInvoice>[0] = {}) =>
    issued(rank, {
      kind: "balance",
      deposits: [
        { number: "FAC-2026-0001", issuedOn: "2026-12-21", amountCents: 12_000 },
        { number: "FAC-2026-0002", issuedOn: "2026-12-21", amountCents: 500 },
      ],
      ...changes,
    });

  it("is each deposit, VAT included, the oldest first", () => {
    const taxed = deposit(1, { lines: [flat(30_000, { vatRegime: "taxed", vatRate: 2000 })] });
    expect(depositsLeft([deposit(3), taxed, deposit(2)], order)).toEqual([
      { number: "FAC-2026-0001", issuedOn: "2026-12-21", amountCents: 36_000 },
      { number: "FAC-2026-0002", issuedOn: "2026-12-21", amountCents: 30_000 },
      { number: "FAC-2026-0003", issuedOn: "2026-12-21", amountCents: 30_000 },
    ]);
  });

  it("leaves out other kinds, other origins, drafts and what was credited as a whole", () => {
    const draft = { ...deposit(2), status: "draft" as const, issue: undefined } as Invoice;
    expect(left(issued(1), draft, deposit(3, { order: "BC-2026-119" }), deposit(4, { status: "credited" }), deposit(5))).toEqual([
      ["FAC-2026-0005", 30_000],
    ]);
  });

  it("is less what credit notes gave back of this one", () => {
    const back = (rank: number, amountCents: number) =>
      issued(9, { kind: "credit-note", credits: credits(rank), lines: [flat(amountCents)] });
    expect(left(deposit(1), deposit(2), back(1, 10_000))).toEqual([
      ["FAC-2026-0001", 20_000],
      ["FAC-2026-0002", 30_000],
    ]);
    expect(left(deposit(1), deposit(2), back(1, 30_000))).toEqual([["FAC-2026-0002", 30_000]]);
    expect(left(deposit(1), back(1, 29_999))).toEqual([["FAC-2026-0001", 1]]);
  });

  it("is less what balances that stand took of this one", () => {
    expect(left(deposit(1), deposit(2), balance(3), balance(4))).toEqual([
      ["FAC-2026-0001", 6_000],
      ["FAC-2026-0002", 29_000],
    ]);
    expect(left(deposit(1), balance(3, { status: "credited" }), balance(4, { kind: "invoice" }))).toEqual([["FAC-2026-0001", 30_000]]);
  });
});
