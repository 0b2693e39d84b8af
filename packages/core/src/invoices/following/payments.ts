import type { IsoDate } from "../../shared/calendar.js";
import { inputRules } from "../../shared/input-rules.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { raise } from "../../shared/rules.js";
import { lettersOf } from "../../shared/text.js";
import { calledInvoice, type Invoice, isIssued, type Payment, type TakenBack } from "../invoice.js";
import { advanceInvoice } from "../workflow.js";
import { dueOf } from "./due.js";
import { paymentRefusals } from "./payment-refusals.js";

/** What a payment is judged with. */
export interface PaymentContext {
  /** Issued credit notes of the invoice. */
  readonly creditNotes: readonly Invoice[];
  readonly today: IsoDate;
  /** A payment that looks like one recorded already was said to be another. */
  readonly isDistinct?: boolean | undefined;
}

/** Records money that came in: part of what is due, or the rest of it. Never more. */
export function recordPayment(invoice: Invoice, payment: Payment, context: PaymentContext): Result<Invoice, Problem> {
  const { creditNotes, today, isDistinct } = context;
  const { on, amountCents, reference } = payment;
  const called = calledInvoice(invoice);
  if (invoice.kind === "credit-note") return failure(raise(paymentRefusals, "payment.credit-note", ["kind"], { invoice: called }));
  const due = dueOf(invoice, creditNotes);
  const advanced = advanceInvoice(invoice, amountCents < due.leftCents ? "pay-part" : "settle");
  if (!advanced.ok || !isIssued(invoice)) return advanced;
  if (amountCents === 0) return failure(raise(paymentRefusals, "payment.empty", ["amountCents"], { invoice: called }));
  if (on > today) return failure(raise(inputRules, "input.day-in-future", ["on"], { day: on }));
  const { issuedOn } = invoice.issue;
  if (on < issuedOn) return failure(raise(paymentRefusals, "payment.before-issue", ["on"], { invoice: called, on, issuedOn }));
  if (isDistinct !== true && invoice.payments.some((one) => isSame(one, payment)))
    return failure(raise(paymentRefusals, "payment.duplicate", ["payments"], { invoice: called, on, amountCents, reference }));
  if (amountCents > due.leftCents)
    return failure(raise(paymentRefusals, "payment.over", ["amountCents"], { invoice: called, amountCents, due }));
  return success({ ...advanced.value, payments: [...invoice.payments, payment] });
}

function isSame(one: Payment, other: Payment): boolean {
  const [reference, again] = [one.reference, other.reference].map((typed) => lettersOf(typed ?? ""));
  return one.on === other.on && one.amountCents === other.amountCents && reference === again;
}

/** Takes back a payment that was recorded by mistake. `rank` counts from 1; the last one unless said. The invoice keeps what it was. */
export function takeBackPayment(
  invoice: Invoice,
  rank: number | undefined,
  takenBack: Omit<TakenBack, "payment">,
): Result<Invoice, Problem> {
  const count = invoice.payments.length;
  const place = (rank ?? count) - 1;
  const payment = invoice.payments[place];
  if (payment === undefined)
    return failure(raise(paymentRefusals, "payment.unknown", ["payments"], { invoice: calledInvoice(invoice), count }));
  const advanced = advanceInvoice(invoice, "take-back-payment");
  if (!advanced.ok) return advanced;
  const payments = invoice.payments.filter((_, index) => index !== place);
  const status = payments.length > 0 ? advanced.value.status : statusBefore(invoice);
  return success({ ...invoice, status, payments, takenBack: [...(invoice.takenBack ?? []), { ...takenBack, payment }] });
}

/** Where an invoice stood on its way before anything was paid. */
function statusBefore({ events }: Invoice): Invoice["status"] {
  const last = events.at(-1)?.action;
  return last === undefined ? "issued" : statusAfter[last];
}

const statusAfter: Readonly<Record<Invoice["events"][number]["action"], Invoice["status"]>> = {
  deposit: "deposited",
  receive: "received",
  reject: "rejected",
};
