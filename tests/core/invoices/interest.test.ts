import {
  addDays,
  type BankRate,
  claimedCents,
  daysBetween,
  dueOf,
  explainInterest,
  type InterestFacts,
  type IssuedInvoice,
  isIssued,
  lateInterest,
  type Payment,
  type Receivable,
  receivableOf,
  termOf,
  withBankRate,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anIssuedInvoice } from "../../examples/invoice.js";

/** Made up for these tests: the desk knows no rate by itself. */
const bankRates: readonly BankRate[] = [{ from: "2026-07-01", rate: 215 }];

const stamp = { by: "karim", at: "2027-01-15T10:00:00.000Z" };
const paid = (on: string, amountCents: number): Payment => ({ on, amountCents, ...stamp });

function issued(overrides: Parameters<typeof anIssuedInvoice>[0] = {}): IssuedInvoice {
  const invoice = anIssuedInvoice(overrides);
  if (!isIssued(invoice)) throw new Error("not issued");
  return invoice;
}

function owed(today: string, more: Partial<Parameters<typeof receivableOf>[0]> = {}): Receivable {
  return receivableOf({ invoice: issued(), creditNotes: [], isPublic: true, bankRates, today, ...more });
}

describe("the term", () => {
  it.each([
    ["2027-01-19", 0],
    ["2027-01-20", 0],
    ["2027-01-21", 1],
    ["2027-02-20", 31],
  ])("of thirty days from the 21st of December leaves %s late by %i days", (today, daysLate) => {
    const receivable = owed(today);
    expect(receivable.daysLate).toBe(daysLate);
    expect(receivable.interest.rows.reduce((sum, { days }) => sum + days, 0)).toBe(daysLate);
    expect(receivable.indemnityCents).toBe(daysLate > 0 ? 4000 : 0);
  });

  const event = (action: "deposit" | "receive" | "reject", on: string) => ({ action, on, ...stamp });

  it("of a public customer runs from receipt where that is later, and says so", () => {
    const invoice = issued({ status: "received", events: [event("deposit", "2026-12-21"), event("receive", "2026-12-28")] });
    expect(termOf(invoice, true)).toEqual({ dueOn: "2027-01-27", from: "receipt", startsOn: "2026-12-28" });
    expect(termOf(invoice, false)).toEqual({ dueOn: "2027-01-20", from: "issue", startsOn: "2026-12-21" });
    const atOnce = issued({ status: "received", events: [event("deposit", "2026-12-21"), event("receive", "2026-12-21")] });
    expect(termOf(atOnce, true).from).toBe("issue");
  });

  it("starts again once a rejected invoice is deposited again", () => {
    const before = [event("deposit", "2026-12-21"), event("receive", "2026-12-22"), event("reject", "2026-12-23")];
    const again = issued({ status: "deposited", events: [...before, event("deposit", "2027-01-04")] });
    expect(termOf(again, true)).toMatchObject({ dueOn: "2027-02-03", startsOn: "2027-01-04" });
    const received = issued({ status: "received", events: [...before, event("deposit", "2027-01-04"), event("receive", "2027-01-05")] });
    expect(termOf(received, true).startsOn).toBe("2027-01-05");
    expect(owed("2027-06-01", { invoice: issued({ status: "rejected", events: before }) })).toMatchObject({
      isRejected: true,
      daysLate: 0,
      indemnityCents: 0,
      interest: { cents: 0, rows: [] },
    });
  });

  it("keeps the days that were printed, over the end of a leap February", () => {
    const invoice = issued({
      issue: { ...issued().issue, issuedOn: "2028-02-10", dueOn: "2028-03-11", year: 2028 },
      events: [event("receive", "2028-02-15")],
    });
    expect(termOf(invoice, true).dueOn).toBe("2028-03-16");
  });
});

describe("late interest", () => {
  it("is the bank's rate and eight points, by the day, rounded once half up", () => {
    // 119 000 × 1015 × 36 / 3 650 000 = 1 191,30 cents.
    const { interest } = owed("2027-02-25");
    expect(interest).toEqual({
      cents: 1191,
      rows: [{ from: "2027-01-21", until: "2027-02-25", days: 36, baseCents: 119_000, bankRate: 215, rate: 1015, cents: 1191 }],
    });
    expect(claimedCents(owed("2027-02-25"))).toBe(119_000 + 1191 + 4000);
  });

  it.each([
    [100, 0],
    [359, 1],
    [360, 1],
    [179, 0],
    [180, 1],
  ])("of %i cents for ten days at 10,15 % is %i cents", (totalCents, cents) => {
    // Half a cent is 1 825 000 / (1015 × 10) = 179,8.
    const due = { totalCents, prepaidCents: 0, creditedCents: 0 };
    expect(lateInterest({ payments: [], due, dueOn: "2027-01-20", until: "2027-01-30", bankRates }).cents).toBe(cents);
  });

  it("counts the 29th of February, and a year is always of 365 days", () => {
    const due = { totalCents: 3_650_000, prepaidCents: 0, creditedCents: 0 };
    const of = (dueOn: string, until: string) => lateInterest({ payments: [], due, dueOn, until, bankRates }).cents;
    expect(of("2028-02-28", "2028-02-29")).toBe(1015);
    expect(of("2028-02-28", "2028-03-01")).toBe(2030);
    expect(of("2027-02-28", "2027-03-01")).toBe(1015);
    expect(of("2027-12-31", "2028-12-31")).toBe(366 * 1015);
  });

  it("changes on the day the rate does, and the rows add up", () => {
    const two = withBankRate(bankRates, { from: "2027-02-01", rate: 265 });
    const { interest } = owed("2027-02-25", { bankRates: two });
    expect(interest.rows.map(({ from, until, days, rate, cents }) => [from, until, days, rate, cents])).toEqual([
      ["2027-01-21", "2027-01-31", 11, 1015, 364],
      ["2027-02-01", "2027-02-25", 25, 1065, 868],
    ]);
    expect(interest.cents).toBe(1232);
  });

  it("bears on what is still unpaid, the day of a payment included", () => {
    const payments = [paid("2027-01-10", 19_000), paid("2027-01-31", 50_000), paid("2027-02-10", 50_000)];
    const { interest, daysLate, due, indemnityCents } = owed("2027-03-31", { invoice: issued({ status: "paid", payments }) });
    expect(interest.rows.map(({ from, until, days, baseCents }) => [from, until, days, baseCents])).toEqual([
      ["2027-01-21", "2027-01-31", 11, 100_000],
      ["2027-02-01", "2027-02-10", 10, 50_000],
    ]);
    expect([due.leftCents, daysLate, indemnityCents]).toEqual([0, 0, 4000]);
    expect(interest.cents).toBe(Math.round((1015 * (11 * 100_000 + 10 * 50_000)) / 3_650_000));
  });

  it("never bears on what a credit note took back", () => {
    const creditNotes = [
      issued({ reference: "PF-2026-0002", kind: "credit-note", lines: [{ ...issued().lines[0], amountCents: 19_000 } as never] }),
    ];
    const receivable = owed("2027-02-25", { creditNotes });
    expect(receivable.due).toMatchObject({ creditedCents: 19_000, leftCents: 100_000 });
    expect(receivable.interest.rows).toMatchObject([{ baseCents: 100_000 }]);
  });

  it("is unknown where no rate is, while the indemnity is due all the same", () => {
    const receivable = owed("2027-02-25", { bankRates: [] });
    expect(receivable.interest).toMatchObject({ cents: undefined, rows: [{ days: 36, rate: undefined, cents: undefined }] });
    expect([receivable.indemnityCents, claimedCents(receivable)]).toEqual([4000, undefined]);
    const since = owed("2027-02-25", { bankRates: [{ from: "2027-02-01", rate: 215 }] });
    expect(since.interest).toMatchObject({
      cents: undefined,
      rows: [
        { until: "2027-01-31", cents: undefined },
        { days: 25, cents: 827 },
      ],
    });
  });

  it("is written so that anybody can work it out again", () => {
    const plain = explainInterest(owed("2027-02-25").interest, "fr").replace(/[\u00a0\u202f]/g, " ");
    expect(plain).toBe("1 190,00 € × 10,15 % × 36 jours / 365 = 11,91 €");
  });
});

describe("over any history", () => {
  const day = fc.integer({ min: 0, max: 900 }).map((count) => addDays("2027-01-01", count));
  const history = fc
    .record({
      totalCents: fc.integer({ min: 1, max: 1_000_000_000 }),
      dueOn: day,
      length: fc.integer({ min: -30, max: 800 }),
      shares: fc.array(fc.tuple(day, fc.integer({ min: 1, max: 4000 })), { maxLength: 5 }),
      creditedShare: fc.integer({ min: 0, max: 10_000 }),
      rates: fc.uniqueArray(fc.record({ from: day, rate: fc.integer({ min: 0, max: 5000 }) }), {
        selector: ({ from }) => from,
        maxLength: 5,
      }),
    })
    .map(({ totalCents, dueOn, length, shares, creditedShare, rates }): InterestFacts => {
      let left = totalCents;
      const take = (share: number) => {
        const cents = Math.floor((left * share) / 10_000);
        left -= cents;
        return cents;
      };
      const due = { totalCents, prepaidCents: 0, creditedCents: take(creditedShare) };
      const payments = shares.map(([on, share]) => paid(on, take(share))).filter(({ amountCents }) => amountCents > 0);
      return { payments, due, dueOn, until: addDays(dueOn, length), bankRates: [{ from: "2026-01-01", rate: 100 }, ...rates] };
    });

  /** Day by day, in whole numbers. */
  function oracle({ payments, due, dueOn, until, bankRates: rates }: InterestFacts): bigint {
    let numerator = 0n;
    for (let count = 1; count <= daysBetween(dueOn, until); count += 1) {
      const on = addDays(dueOn, count);
      const rate =
        [...rates]
          .sort((a, b) => (a.from < b.from ? -1 : 1))
          .filter(({ from }) => from <= on)
          .at(-1)?.rate ?? Number.NaN;
      const before = payments.filter((one) => one.on < on).reduce((sum, one) => sum + one.amountCents, 0);
      numerator += BigInt(due.totalCents - due.creditedCents - before) * BigInt(rate + 800);
    }
    const [whole, rest] = [numerator / 3_650_000n, numerator % 3_650_000n];
    return 2n * rest >= 3_650_000n ? whole + 1n : whole;
  }

  it("is what a sum by the day gives, its rows add up, none is negative, and a day more never takes any off", () => {
    fc.assert(
      fc.property(history, (facts) => {
        const { rows, cents = Number.NaN } = lateInterest(facts);
        expect(BigInt(cents)).toBe(oracle(facts));
        expect(rows.reduce((sum, row) => sum + (row.cents ?? Number.NaN), 0)).toBe(cents);
        for (const row of rows) {
          expect(row.cents).toBeGreaterThanOrEqual(0);
          expect(row.days).toBe(daysBetween(row.from, row.until) + 1);
          expect(row.days).toBeGreaterThan(0);
        }
        const later = lateInterest({ ...facts, until: addDays(facts.until, 1) }).cents;
        expect(later).toBeGreaterThanOrEqual(cents);
      }),
      { numRuns: 60 },
    );
  });

  it("what is left is never below zero, and nothing is lost between what is due, credited, paid and to refund", () => {
    const sums = fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 4 });
    fc.assert(
      fc.property(sums, sums, (payments, credits) => {
        const invoice = issued({ payments: payments.map((cents) => paid("2027-01-05", cents)) });
        const line = invoice.lines[0];
        const creditNotes = credits.map((amountCents) => issued({ kind: "credit-note", lines: [{ ...line, amountCents } as never] }));
        const due = dueOf(invoice, creditNotes);
        expect(Math.min(due.leftCents, due.refundCents)).toBe(0);
        expect(due.paidCents + due.creditedCents + due.leftCents - due.refundCents).toBe(119_000);
      }),
    );
  });
});
