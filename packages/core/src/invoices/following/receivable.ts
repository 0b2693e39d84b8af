import { daysBetween, type IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import type { Cents } from "../../shared/money.js";
import { recoveryIndemnityCents } from "../figures.js";
import type { Invoice, IssuedInvoice } from "../invoice.js";
import type { BankRate } from "./bank-rate.js";
import { type Due, dueOf } from "./due.js";
import { type Interest, lateInterest } from "./interest.js";
import { type Term, termOf } from "./term.js";

/** An issued invoice as money to receive: what is left, since when it is late, and what being late adds. */
export interface Receivable {
  readonly invoice: IssuedInvoice;
  readonly due: Due;
  readonly term: Term;
  /** Refused by its channel or its customer: nothing is late until it is deposited again. */
  readonly isRejected: boolean;
  /** Nothing left to pay is never late. */
  readonly daysLate: number;
  /** Of late days, those of what was paid since included. */
  readonly interest: Interest;
  /** Once for each invoice that was ever late. */
  readonly indemnityCents: Cents;
}

export interface ReceivableFacts {
  readonly invoice: IssuedInvoice;
  /** Those issued. */
  readonly creditNotes: readonly Invoice[];
  readonly isPublic: boolean;
  readonly bankRates: readonly BankRate[];
  readonly today: IsoDate;
}

export function receivableOf({ invoice, creditNotes, isPublic, bankRates, today }: ReceivableFacts): Receivable {
  const due = dueOf(invoice, creditNotes);
  const term = termOf(invoice, isPublic);
  const isRejected = invoice.status === "rejected";
  const interest = isRejected
    ? { rows: [], cents: 0 }
    : lateInterest({ payments: invoice.payments, due, dueOn: term.dueOn, until: today, bankRates });
  const [late] = interest.rows;
  return {
    invoice,
    due,
    term,
    isRejected,
    daysLate: isRejected || due.leftCents === 0 ? 0 : Math.max(0, daysBetween(term.dueOn, today)),
    interest,
    indemnityCents: late === undefined ? 0 : (inForce(recoveryIndemnityCents, late.from) ?? 0),
  };
}

/** All that may be claimed today: the rest, its interest and the indemnity; nothing while the interest is unknown. */
export function claimedCents({ due, interest, indemnityCents }: Receivable): Cents | undefined {
  return interest.cents === undefined ? undefined : due.leftCents + interest.cents + indemnityCents;
}
