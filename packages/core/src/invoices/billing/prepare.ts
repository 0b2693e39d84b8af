import type { Session } from "../../sessions/index.js";
import type { Siret } from "../../shared/identifiers.js";
import { applyRate } from "../../shared/money.js";
import { failure, type Result, success } from "../../shared/result.js";
import { raise } from "../../shared/rules.js";
import type { Invoice, InvoiceLine } from "../invoice.js";
import { orderedIn, type PurchaseOrder } from "../order.js";
import { invoiceTotals } from "../totals.js";
import { type BillingRefusal, billingRefusals } from "./billing-refusals.js";
import { whyNothing } from "./nothing-to-bill.js";
import type { BillingOrigin, Preparation } from "./preparation.js";
import { prepareAfcLines } from "./prepare-afc.js";
import { prepareQuoteLines } from "./prepare-quote.js";
import { type PreparedLines, type PreparedRow, sumOf } from "./prepared-lines.js";
import { billedSoFar, depositsLeft } from "./standing.js";

/** What an invoice says, before it has a reference and anybody who prepared it. */
export type InvoiceContent = Omit<
  Invoice,
  "reference" | "status" | "credits" | "notes" | "preparedBy" | "preparedAt" | "issue" | "events" | "payments"
>;

export interface PreparedInvoice {
  readonly content: InvoiceContent;
  /** Trainee by trainee, what the figures are made of; nothing for a deposit. */
  readonly rows: readonly PreparedRow[];
}

/** Computes an invoice from what was agreed and attended, or says why nothing can be billed. The rules judge the result. */
export function prepareInvoice(preparation: Preparation): Result<PreparedInvoice, BillingRefusal> {
  const { kind, from, session, others, period, penalty, alreadyPaid, engagement, serviceCode } = preparation;
  const { lines, rows } = kind === "deposit" ? depositLines(preparation) : workedLines(preparation);
  if (lines.every(({ amountCents }) => amountCents === 0)) {
    return failure(raise(billingRefusals, "invoice.nothing-to-bill", ["lines"], whyNothing(preparation, rows)));
  }
  const head = "order" in from ? headOfOrder(from) : headOfQuote(from, session);
  const days = lines.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn].flatMap((day) => day ?? [])).sort();
  const startsOn = days[0] ?? period?.startsOn ?? session.startsOn;
  const endsOn = days.at(-1) ?? period?.endsOn ?? session.endsOn;
  const content: InvoiceContent = {
    siret: session.siret,
    kind,
    ...head,
    sessionReference: session.reference,
    startsOn,
    endsOn,
    lines: [...lines],
    deposits: [],
    ...(penalty !== undefined && { penalty }),
    ...(alreadyPaid !== undefined && { alreadyPaid }),
    ...(engagement !== undefined && { engagement }),
    ...(serviceCode !== undefined && { serviceCode }),
  };
  if (kind !== "balance") return success({ content, rows });
  return success({
    content: { ...content, deposits: takenOff(content, depositsLeft(others, { order: head.order, quote: head.quote })) },
    rows,
  });
}

function headOfOrder({ order, agreement }: Extract<BillingOrigin, { order: PurchaseOrder }>) {
  return {
    scheme: "afc" as const,
    customerSiret: agreement.customerSiret,
    agreement: agreement.reference,
    order: order.reference,
    quote: undefined,
    title: agreement.title,
  };
}

function headOfQuote({ quote, customerSiret }: Extract<BillingOrigin, { customerSiret: Siret }>, session: Session) {
  const scheme = quote.scheme === "aif" ? ("aif" as const) : ("poei" as const);
  return { scheme, customerSiret, order: undefined, quote: quote.reference, title: quote.title ?? session.title };
}

function workedLines({ from, proof, others, period }: Preparation): PreparedLines {
  const facts = { proof, others, period };
  return "order" in from ? prepareAfcLines({ ...facts, ...from }) : prepareQuoteLines({ ...facts, quote: from.quote });
}

/** The contract's share of the order, less the deposits issued before. A quote has no deposit: no text gives it one. */
function depositLines({ from, others }: Preparation): PreparedLines {
  if (!("order" in from)) return { lines: [], rows: [] };
  const { order, agreement } = from;
  const most = applyRate(orderedIn(order, agreement).netCents, agreement.terms.depositRate);
  const amountCents = most - billedSoFar(others, { order: order.reference, quote: undefined }).depositCents;
  if (amountCents <= 0) return { lines: [], rows: [] };
  const line: InvoiceLine = {
    label: `Acompte sur la commande ${order.reference}`,
    ...sumOf(amountCents),
    halfDays: [],
    vatRegime: agreement.vatRegime,
    vatRate: agreement.vatRate,
  };
  return { lines: [line], rows: [] };
}

/** Deposits, as far as the balance is worth: what is left of them waits for another. */
function takenOff(content: InvoiceContent, deposits: Invoice["deposits"]): Invoice["deposits"] {
  let left = invoiceTotals(content).totalCents;
  return deposits.flatMap((deposit) => {
    const amountCents = Math.min(left, deposit.amountCents);
    left -= amountCents;
    return amountCents <= 0 ? [] : [{ ...deposit, amountCents }];
  });
}
