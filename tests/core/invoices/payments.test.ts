import {
  checkPayment,
  dueOf,
  type Invoice,
  type Payment,
  type PaymentContext,
  type Problem,
  recordPayment,
  takeBackPayment,
} from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anInvoice, anInvoiceSituation, anIssuedInvoice } from "../../examples/invoice.js";
import { aProvider } from "../../examples/provider.js";

const stamp = { by: "karim", at: "2027-01-15T10:00:00.000Z" };
const today = "2027-01-15";
const paid = (amountCents: number, more: Partial<Payment> = {}): Payment => ({ on: "2027-01-15", amountCents, ...stamp, ...more });
const aCreditNote = (amountCents: number): Invoice =>
  anIssuedInvoice({
    ...{ reference: "PF-2026-0002", kind: "credit-note" as const },
    credits: { number: "FAC-2026-0001", issuedOn: "2026-12-21", reference: "PF-2026-0001", reason: "Erreur" },
    lines: [{ label: "Erreur", unitPriceCents: amountCents, amountCents }],
  });

function recorded(invoice: Invoice, payment: Payment, more: Partial<PaymentContext> = {}): Invoice {
  const result = recordPayment(invoice, payment, { creditNotes: [], today, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function refusedBy(invoice: Invoice, payment: Payment, more: Partial<PaymentContext> = {}): readonly string[] {
  const result = recordPayment(invoice, payment, { creditNotes: [], today, ...more });
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

describe("a payment", () => {
  it("in part leaves the rest to receive, and the rest of it settles", () => {
    const part = recorded(anIssuedInvoice(), paid(50_000));
    expect([part.status, part.payments.length]).toEqual(["part-paid", 1]);
    const whole = recorded(part, paid(69_000));
    expect([whole.status, whole.payments.length]).toEqual(["paid", 2]);
    expect(refusedBy(whole, paid(1))).toEqual(["invoice.step-illegal"]);
  });

  it.each(["issued", "deposited", "received", "part-paid"] as const)("comes in for an invoice that is %s", (status) => {
    expect(recorded(anIssuedInvoice({ status }), paid(119_000)).status).toBe("paid");
  });

  it.each(["rejected", "credited", "paid"] as const)("does not for one that is %s", (status) => {
    expect(refusedBy(anIssuedInvoice({ status }), paid(100))).toEqual(["invoice.step-illegal"]);
  });

  it("does not for a draft, nor for a credit note", () => {
    expect(refusedBy(anInvoice(), paid(100))).toEqual(["invoice.step-illegal"]);
    expect(refusedBy(aCreditNote(100), paid(100))).toEqual(["payment.credit-note"]);
  });

  it("is never more than what is due: prepaid, paid and credited taken off", () => {
    expect(refusedBy(anIssuedInvoice(), paid(119_001))).toEqual(["payment.over"]);
    const deposits = [{ number: "FAC-2026-0000", issuedOn: "2026-11-20", amountCents: 30_000 }];
    const balance = anIssuedInvoice({ kind: "balance", deposits });
    expect(refusedBy(balance, paid(89_001))).toEqual(["payment.over"]);
    expect(recorded(balance, paid(89_000)).status).toBe("paid");
    const creditNotes = [aCreditNote(19_000)];
    expect(refusedBy(anIssuedInvoice(), paid(100_001), { creditNotes })).toEqual(["payment.over"]);
    expect(recorded(anIssuedInvoice(), paid(100_000), { creditNotes }).status).toBe("paid");
    expect(refusedBy(anIssuedInvoice({ alreadyPaid: { on: "2026-12-01" } }), paid(1))).toEqual(["payment.over"]);
  });

  it("of a balance that was wholly credited owes nothing back: its deposits stand", () => {
    const deposits = [{ number: "FAC-2026-0000", issuedOn: "2026-11-20", amountCents: 30_000 }];
    const whole = { ...aCreditNote(119_000), deposits };
    expect(dueOf(anIssuedInvoice({ kind: "balance", deposits }), [whole])).toMatchObject({
      creditedCents: 89_000,
      leftCents: 0,
      refundCents: 0,
    });
  });

  it.each<[string, Payment, string]>([
    ["of nothing", paid(0), "payment.empty"],
    ["of tomorrow", paid(100, { on: "2027-01-16" }), "input.day-in-future"],
    ["of the day before the invoice", paid(100, { on: "2026-12-20" }), "payment.before-issue"],
  ])("%s is refused", (_, payment, code) => {
    expect(refusedBy(anIssuedInvoice(), payment)).toEqual([code]);
  });

  it("of the day of the invoice, or of today, is taken", () => {
    expect(recorded(anIssuedInvoice(), paid(100, { on: "2026-12-21" })).payments).toHaveLength(1);
    expect(recorded(anIssuedInvoice(), paid(100, { on: today })).payments).toHaveLength(1);
  });

  it("recorded already is asked about: same day, amount and reference", () => {
    const once = recorded(anIssuedInvoice(), paid(50_000, { reference: "VIR-1" }));
    expect(refusedBy(once, paid(50_000, { reference: "VIR-1" }))).toEqual(["payment.duplicate"]);
    expect(refusedBy(once, paid(50_000, { reference: "vir 1" }))).toEqual(["payment.duplicate"]);
    expect(refusedBy(once, paid(50_000, { reference: "VIR-2" }))).toEqual([]);
    expect(refusedBy(once, paid(50_000))).toEqual([]);
    expect(refusedBy(once, paid(50_000, { reference: "VIR-1", on: "2027-01-14" }))).toEqual([]);
    expect(refusedBy(once, paid(49_999, { reference: "VIR-1" }))).toEqual([]);
    expect(recorded(once, paid(50_000, { reference: "VIR-1" }), { isDistinct: true }).payments).toHaveLength(2);
  });

  it("never takes more than the invoice, whatever comes in and in what order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80_000 }), { maxLength: 12 }), (amounts) => {
        let invoice = anIssuedInvoice();
        for (const amountCents of amounts) {
          const result = recordPayment(invoice, paid(amountCents), { creditNotes: [], today, isDistinct: true });
          if (result.ok) invoice = result.value;
        }
        const sum = invoice.payments.reduce((all, one) => all + one.amountCents, 0);
        expect(sum).toBeLessThanOrEqual(119_000);
        expect(invoice.status).toBe(sum === 119_000 ? "paid" : sum === 0 ? "issued" : "part-paid");
      }),
    );
  });
});

describe("a payment taken back", () => {
  const why = { reason: "Autre client", by: "karim", at: "2027-01-16T10:00:00.000Z" };
  const event = (action: "deposit" | "receive") => ({ action, on: "2026-12-22", ...stamp });

  it.each([
    [[], "issued"],
    [["deposit"], "deposited"],
    [["deposit", "receive"], "received"],
  ] as const)("after %j leaves the invoice %s, and what it was is kept", (actions, status) => {
    const before = anIssuedInvoice({ status, events: actions.map(event) });
    const result = takeBackPayment(recorded(before, paid(119_000)), undefined, why);
    expect(result).toEqual({ ok: true, value: { ...before, takenBack: [{ ...why, payment: paid(119_000) }] } });
  });

  it("is the last one, or the one that is named", () => {
    const two = recorded(recorded(anIssuedInvoice(), paid(50_000)), paid(69_000));
    const left = (rank?: number) => {
      const result = takeBackPayment(two, rank, why);
      return result.ok ? [result.value.status, result.value.payments.map(({ amountCents }) => amountCents)] : result.problems;
    };
    expect(left()).toEqual(["part-paid", [50_000]]);
    expect(left(1)).toEqual(["part-paid", [69_000]]);
    expect(left(3)).toMatchObject([{ code: "payment.unknown", params: { count: 2 } }]);
  });

  it("is none where nothing was paid", () => {
    expect(takeBackPayment(anIssuedInvoice(), undefined, why)).toMatchObject({ ok: false, problems: [{ code: "payment.unknown" }] });
  });
});

describe("the payment of an invoice", () => {
  const provider = aProvider({ settings: { invoices: { bankRates: [{ from: "2026-07-01", rate: 215 }] } } });
  const judged = (more: Parameters<typeof anInvoiceSituation>[0]): readonly Problem[] =>
    checkPayment(anInvoiceSituation({ invoice: anIssuedInvoice(), provider, ...more }));

  it("is overdue from the thirty-first day on", () => {
    expect(judged({ today: "2027-01-20" })).toEqual([]);
    expect(judged({ today: "2027-01-21" })).toMatchObject([
      {
        code: "payment.overdue",
        severity: "notice",
        params: { daysLate: 1, leftCents: 119_000, indemnityCents: 4000, interest: { cents: 33 } },
      },
    ]);
  });

  it("is not once it is paid, credited, rejected, nor before it is issued", () => {
    const late = { today: "2027-06-01" };
    expect(judged({ ...late, invoice: anInvoice() })).toEqual([]);
    expect(judged({ ...late, invoice: anIssuedInvoice({ status: "rejected" }) })).toEqual([]);
    expect(judged({ ...late, invoice: anIssuedInvoice({ status: "paid", payments: [paid(119_000)] }) })).toEqual([]);
    expect(judged({ ...late, others: [aCreditNote(119_000)] })).toEqual([]);
    expect(judged({ ...late, invoice: aCreditNote(119_000) })).toEqual([]);
  });

  it("is to be refunded where a credit note takes back what was paid", () => {
    const invoice = anIssuedInvoice({ status: "paid", payments: [paid(119_000)] });
    expect(judged({ invoice, others: [aCreditNote(19_000)] })).toMatchObject([
      { code: "payment.refund-due", params: { due: { refundCents: 19_000, leftCents: 0 } } },
    ]);
  });

  it("of a private customer does not wait for a receipt", () => {
    const events = [{ action: "receive" as const, on: "2027-01-10", ...stamp }];
    const invoice = anIssuedInvoice({ status: "received", events });
    const customer = anInvoiceSituation().customer;
    if (customer === undefined) throw new Error("no customer");
    expect(judged({ invoice, today: "2027-01-25" })).toEqual([]);
    expect(judged({ invoice, today: "2027-01-25", customer: { ...customer, isPublic: false } })).toHaveLength(1);
  });
});
