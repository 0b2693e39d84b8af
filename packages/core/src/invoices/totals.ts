import type { VatRegime } from "../membership/index.js";
import { applyRate, type BasisPoints, type Cents, splitCents, sumCents } from "../shared/money.js";
import type { Invoice } from "./invoice.js";

/** What one rate of VAT bears on. */
export interface InvoiceVatGroup {
  readonly regime: VatRegime;
  readonly rate: BasisPoints;
  /** Of the lines. */
  readonly linesCents: Cents;
  /** Share of the penalty. */
  readonly penaltyCents: Cents;
  /** Lines less penalty. */
  readonly netCents: Cents;
  readonly vatCents: Cents;
}

export interface InvoiceTotals {
  readonly linesCents: Cents;
  readonly penaltyCents: Cents;
  /** VAT excluded: lines less penalty. */
  readonly netCents: Cents;
  readonly vatCents: Cents;
  /** VAT included. */
  readonly totalCents: Cents;
  /** Deposits taken off, or the whole when it was paid beforehand. */
  readonly prepaidCents: Cents;
  /** What is to be paid. */
  readonly dueCents: Cents;
  readonly vatGroups: readonly InvoiceVatGroup[];
}

/** What an invoice comes to. VAT is rounded once per rate; a penalty is spread over the rates without losing a cent. */
export function invoiceTotals(invoice: Pick<Invoice, "lines" | "penalty" | "deposits" | "alreadyPaid">): InvoiceTotals {
  const groups: { regime: VatRegime; rate: BasisPoints; linesCents: Cents }[] = [];
  for (const { vatRegime: regime, vatRate: rate, amountCents } of invoice.lines) {
    const group = groups.find((candidate) => candidate.regime === regime && candidate.rate === rate);
    if (group === undefined) groups.push({ regime, rate, linesCents: amountCents });
    else group.linesCents += amountCents;
  }
  const penaltyCents = invoice.penalty?.amountCents ?? 0;
  const shares = splitCents(
    penaltyCents,
    groups.map(({ linesCents }) => linesCents),
  );
  const vatGroups = groups.map((group, index) => {
    const share = shares[index] ?? 0;
    const netCents = group.linesCents - share;
    return { ...group, penaltyCents: share, netCents, vatCents: applyRate(netCents, group.rate) };
  });
  const linesCents = sumCents(groups.map((group) => group.linesCents));
  const netCents = linesCents - penaltyCents;
  const vatCents = sumCents(vatGroups.map((group) => group.vatCents));
  const totalCents = netCents + vatCents;
  const deposits = sumCents(invoice.deposits.map(({ amountCents }) => amountCents));
  const prepaidCents = invoice.alreadyPaid === undefined ? deposits : totalCents;
  return { linesCents, penaltyCents, netCents, vatCents, totalCents, prepaidCents, dueCents: totalCents - prepaidCents, vatGroups };
}

/** What was paid of it so far. */
export function paidCents({ payments }: Pick<Invoice, "payments">): Cents {
  return sumCents(payments.map(({ amountCents }) => amountCents));
}
