import { type BillingProof, type InvoiceLine, type InvoiceSituation, lineAmount } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { afcInvoice, issuedInvoice, judgeInvoice, quoteInvoice } from "../../invoiced.js";
import { faultsIn } from "../../seeded.js";

export const inAfc = faultsIn(afcInvoice, judgeInvoice);
export const inQuoted = faultsIn(quoteInvoice, judgeInvoice);
export const inIssued = faultsIn<InvoiceSituation>(issuedInvoice, judgeInvoice);

/** A mistake in what the draft says. */
export const inDraft = (
  change: (invoice: InvoiceSituation["invoice"], random: Random, situation: InvoiceSituation) => Partial<InvoiceSituation["invoice"]>,
) => inAfc((situation, random) => ({ ...situation, invoice: { ...situation.invoice, ...change(situation.invoice, random, situation) } }));

/** A mistake in one line of the draft. */
export const inLine = (change: (line: InvoiceLine, random: Random) => Partial<InvoiceLine>) =>
  inDraft(({ lines }, random) => {
    const index = random.int(lines.length);
    const line = lines[index];
    return line === undefined ? {} : { lines: lines.with(index, { ...line, ...change(line, random) }) };
  });

/** A mistake in the attendance, or what was corrected of it since. */
export const withProof = (
  change: (proof: BillingProof, random: Random, situation: InvoiceSituation) => Partial<BillingProof>,
  within = inAfc,
) =>
  within((situation, random) => ({
    ...situation,
    proof: { ...situation.proof, ...change(situation.proof, random, situation) },
  }));

/** One at least of them, in a row. */
export function someOf<Item>(random: Random, items: readonly Item[]): ReadonlySet<Item> {
  const first = random.int(items.length);
  return new Set(items.slice(first, first + 1 + random.int(items.length - first)));
}

/** A line with the amount that its quantity and its price make. */
export function priced(line: InvoiceLine): InvoiceLine {
  return { ...line, amountCents: lineAmount(line) };
}

/** Absent, without a reason, from some half-days. */
export const absences = ({ records }: BillingProof, random: Random): Pick<BillingProof, "records"> => {
  const missed = someOf(random, records);
  return { records: records.map((fact) => (missed.has(fact) ? { ...fact, status: "unexcused" } : fact)) };
};
