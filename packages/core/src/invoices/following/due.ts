import { type Cents, sumCents } from "../../shared/money.js";
import type { Invoice } from "../invoice.js";
import { invoiceTotals, paidCents } from "../totals.js";

/** What is left to receive of an invoice, and how it is come to. In cents, VAT included. */
export interface Due {
  readonly totalCents: Cents;
  /** Deposits taken off, or the whole when it was paid beforehand. */
  readonly prepaidCents: Cents;
  /** What issued credit notes take back of what was asked: deposits stand, until they are credited themselves. */
  readonly creditedCents: Cents;
  readonly paidCents: Cents;
  readonly leftCents: Cents;
  /** Received and no longer owed, since a credit note took it back. */
  readonly refundCents: Cents;
}

export function dueOf(invoice: Invoice, creditNotes: readonly Invoice[]): Due {
  const { totalCents, prepaidCents } = invoiceTotals(invoice);
  const creditedCents = sumCents(creditNotes.map(askedCents));
  const paid = paidCents(invoice);
  const balance = totalCents - prepaidCents - creditedCents - paid;
  return {
    totalCents,
    prepaidCents,
    creditedCents,
    paidCents: paid,
    leftCents: Math.max(0, balance),
    refundCents: Math.max(0, -balance),
  };
}

/** What an invoice asks for, or a credit note takes back, deposits taken off; paid beforehand or not. */
export function askedCents(invoice: Invoice): Cents {
  return invoiceTotals({ ...invoice, alreadyPaid: undefined }).dueCents;
}
