import { type Claim, traineeSlotKey } from "../../attendance/index.js";
import { halfDayKey } from "../../sessions/index.js";
import type { Instant } from "../../shared/calendar.js";
import { type Cents, sumCents } from "../../shared/money.js";
import { billedClaims } from "../billing/billed-claims.js";
import type { BilledHalfDay, Invoice, InvoiceLine, IssuedInvoice } from "../invoice.js";
import { invoiceTotals } from "../totals.js";

/** One line of an invoice, and what no credit note has taken back of it. Amounts in cents, VAT excluded. */
export interface LineLeft {
  /** From 1, as it is printed. */
  readonly number: number;
  readonly line: InvoiceLine;
  readonly leftCents: Cents;
  readonly halfDaysLeft: readonly BilledHalfDay[];
}

/** What can still be credited of an invoice. Amounts in cents, VAT excluded. */
export interface CreditLeft {
  readonly lines: readonly LineLeft[];
  /** Of the penalty, which a credit note gives back with the lines it was taken off. */
  readonly penaltyCents: Cents;
  /** Lines less penalty. */
  readonly netCents: Cents;
}

/** What is left to credit once these credit notes are counted, line by line and in all. */
export function leftToCredit(original: Invoice, creditNotes: readonly Invoice[]): CreditLeft {
  const credited = creditNotes.flatMap(({ lines }) => lines);
  const lines = original.lines.map((line, index): LineLeft => {
    const number = index + 1;
    const taken = credited.filter(({ creditedLine }) => creditedLine === number);
    const keys = new Set(taken.flatMap(({ halfDays }) => halfDays.map(halfDayKey)));
    return {
      number,
      line,
      leftCents: line.amountCents - sumCents(taken.map(({ amountCents }) => amountCents)),
      halfDaysLeft: line.halfDays.filter((halfDay) => !keys.has(halfDayKey(halfDay))),
    };
  });
  const penaltyCents = penaltyOf(original) - sumCents(creditNotes.map(penaltyOf));
  const netCents = invoiceTotals(original).netCents - sumCents(creditNotes.map((one) => invoiceTotals(one).netCents));
  return { lines, penaltyCents, netCents };
}

/** Is nothing left to credit. */
export function isWhollyCredited(original: Invoice, creditNotes: readonly Invoice[]): boolean {
  const { lines, netCents } = leftToCredit(original, creditNotes);
  return netCents === 0 && lines.every(({ leftCents }) => leftCents === 0);
}

export function penaltyOf({ penalty }: Pick<Invoice, "penalty">): Cents {
  return penalty?.amountCents ?? 0;
}

/** The half-days that an invoice still bills, by trainee: a claim each. */
export function stillBilled(original: IssuedInvoice, creditNotes: readonly Invoice[], at: Instant): readonly Claim[] {
  const left = leftToCredit(original, creditNotes).lines.map(({ line, halfDaysLeft }) => ({ ...line, halfDays: [...halfDaysLeft] }));
  return isWhollyCredited(original, creditNotes) ? [] : billedClaims({ ...original, lines: left }, at);
}

/** The claims that fall with the last of these credit notes: another invoice may bill their half-days. */
export function releasedClaims(original: IssuedInvoice, before: readonly Invoice[], creditNote: IssuedInvoice): readonly Claim[] {
  const { at } = creditNote.issue;
  const kept = new Set(stillBilled(original, [...before, creditNote], at).map(traineeSlotKey));
  return stillBilled(original, before, at).filter((claim) => !kept.has(traineeSlotKey(claim)));
}
