import type { Minutes } from "../../shared/calendar.js";
import type { Cents } from "../../shared/money.js";
import { type Invoice, isIssued } from "../invoice.js";
import type { PurchaseOrder } from "../order.js";
import { invoiceTotals } from "../totals.js";

/** What an order was billed so far: issued invoices less their credit notes, VAT excluded and before penalties. */
export interface Billed {
  readonly minutes: Minutes;
  /** Trainees for whom something stands billed. */
  readonly trainees: number;
  readonly netCents: Cents;
  /** Asked beforehand; a balance takes it off what is paid, not off what is billed. */
  readonly depositCents: Cents;
  /** Numbers of the invoices that stand, deposits too. */
  readonly invoices: readonly string[];
  /** Drafts that may still be issued. */
  readonly drafts: readonly string[];
}

/** Adds up the invoices of one order. Those of other orders may be among them. */
export function billedOn({ reference }: Pick<PurchaseOrder, "reference">, invoices: readonly Invoice[]): Billed {
  const own = invoices.filter(({ order }) => order === reference);
  const issued = own.filter(isIssued);
  const deposits = new Set(issued.filter(({ kind }) => kind === "deposit").map((one) => one.reference));
  const byTrainee = new Map<string, Cents>();
  const sums = { minutes: 0, netCents: 0, depositCents: 0 };
  for (const invoice of issued) {
    const sign = invoice.kind === "credit-note" ? -1 : 1;
    const { linesCents } = invoiceTotals(invoice);
    if (deposits.has(invoice.credits?.reference ?? invoice.reference)) {
      sums.depositCents += sign * linesCents;
      continue;
    }
    sums.netCents += sign * linesCents;
    for (const { unit, quantity, amountCents, traineeId } of invoice.lines) {
      if (unit === "hour") sums.minutes += sign * quantity;
      if (traineeId !== undefined) byTrainee.set(traineeId, (byTrainee.get(traineeId) ?? 0) + sign * amountCents);
    }
  }
  return {
    ...sums,
    trainees: [...byTrainee.values()].filter((cents) => cents > 0).length,
    invoices: issued.filter(({ kind, status }) => kind !== "credit-note" && status !== "credited").map(({ issue }) => issue.number),
    drafts: own.filter(({ status }) => status === "draft").map((one) => one.reference),
  };
}
