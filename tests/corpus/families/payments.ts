import {
  addDays,
  checkPayment,
  creditLines,
  divideHalfUp,
  dueOf,
  type Invoice,
  type InvoiceSituation,
  type IsoDate,
  type IssuedInvoice,
  type Payment,
  prepareCreditNote,
  recordPayment,
  takeBackPayment,
} from "@kairos/core";
import type { Random } from "../../trust/random.js";
import { issuedInvoice } from "../invoiced.js";
import { problemsOf } from "../problems.js";
import { type Dossier, faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

interface Received {
  readonly invoice: Invoice;
  readonly payment: Payment;
  readonly today: IsoDate;
}

/** Half of what an issued invoice asks, received on its last day. */
function received(dossier: Dossier): Received | undefined {
  const invoice = issuedInvoice(dossier)?.invoice;
  if (invoice === undefined) return undefined;
  const today = invoice.issue.dueOn;
  const amountCents = divideHalfUp(dueOf(invoice, []).leftCents, 2);
  return { invoice, today, payment: { on: today, amountCents, reference: "VIR 0041", by: "karim", at: `${today}T10:00:00.000Z` } };
}

const recorded = ({ invoice, payment, today }: Received) => recordPayment(invoice, payment, { creditNotes: [], today });
const inReceived = faultsIn(received, (one) => problemsOf(recorded(one)));
const inPayment = (change: (payment: Payment, random: Random, received: Received) => Partial<Payment>) =>
  inReceived((one, random) => ({ ...one, payment: { ...one.payment, ...change(one.payment, random, one) } }));

/** An issued invoice of which half was paid in time. */
function paid(dossier: Dossier): InvoiceSituation | undefined {
  const situation = issuedInvoice(dossier);
  const payment = received(dossier);
  const result = payment && recorded(payment);
  return situation && payment && result?.ok ? { ...situation, invoice: result.value, today: payment.today } : undefined;
}

const inFollowed = faultsIn(paid, checkPayment);
const inTakenBack = faultsIn(
  (dossier: Dossier) => {
    const invoice = paid(dossier)?.invoice;
    return invoice && { invoice, rank: 1 };
  },
  ({ invoice, rank }) =>
    problemsOf(takeBackPayment(invoice, rank, { reason: "Saisi deux fois", by: "karim", at: `${invoice.endsOn}T10:00:00.000Z` })),
);

/** A credit note on all of an invoice, issued. */
function creditNoteOn(invoice: Invoice): Invoice | undefined {
  const original = invoice as IssuedInvoice;
  const part = creditLines(original, [], { kind: "whole" });
  if (!part.ok) return undefined;
  const { dueOn } = original.issue;
  const act = { reference: "PF-2026-0002", reason: "Feuille rectifiée", by: "lea", at: `${dueOn}T09:00:00.000Z` };
  const issue = { ...original.issue, number: "AV-2026-0001", series: "AV", issuedOn: dueOn };
  return { ...prepareCreditNote(original, part.value, act), status: "issued", issue };
}

export const paymentFaults: FaultsOf<"payments"> = {
  "payment.overdue": inFollowed((situation, random) => ({ ...situation, today: addDays(situation.today, 1 + random.int(200)) })),
  "payment.refund-due": inFollowed((situation) => {
    const note = creditNoteOn(situation.invoice);
    return note && { ...situation, others: [note] };
  }),
  "payment.credit-note": inReceived(({ invoice, ...one }) => {
    const note = creditNoteOn(invoice);
    return note && { ...one, invoice: note };
  }),
  "payment.empty": inPayment(() => ({ amountCents: 0 })),
  "payment.before-issue": inPayment((_payment, random, { invoice }) => ({
    on: addDays(invoice.issue?.issuedOn ?? invoice.endsOn, -1 - random.int(30)),
  })),
  "payment.over": inPayment((_payment, random, { invoice }) => ({ amountCents: dueOf(invoice, []).leftCents + 1 + random.int(500_00) })),
  "payment.duplicate": inReceived((one, random) => {
    const result = recorded(one);
    const reference = random.pick(["VIR 0041", "vir 0041", "VIR-0041", "Vir0041"]);
    return result.ok ? { ...one, invoice: result.value, payment: { ...one.payment, reference } } : undefined;
  }),
  "payment.unknown": inTakenBack((one, random) => ({ ...one, rank: 2 + random.int(9) })),
};
