import type { IsoDate } from "../shared/calendar.js";
import { hasErrors, type Problem } from "../shared/problem.js";
import { judgeBy, type ProblemOf } from "../shared/rules.js";
import { matchRules } from "./billing/match-rules.js";
import { channelRules } from "./channel/channel-rules.js";
import { prepareInvoiceDocument } from "./document.js";
import { electronicInvoiceOf } from "./einvoice/electronic-invoice-of.js";
import { checkElectronicInvoice } from "./einvoice/electronic-rules.js";
import { invoiceLawRules } from "./issuing/law-rules.js";
import type { InvoiceSituation } from "./situation.js";

/** Every rule that judges an invoice before it leaves. */
export const invoiceRules = { ...matchRules, ...invoiceLawRules, ...channelRules };
export type InvoiceProblem = ProblemOf<typeof invoiceRules>;

/** Judges an invoice beside its agreement, its attendance and its channel. An invoice with an error is not issued. */
export const checkInvoice: (situation: InvoiceSituation) => readonly InvoiceProblem[] = judgeBy(invoiceRules);

/**
 * Judges an invoice as it would leave on a day: once nothing else hinders it, its electronic form too. A wrong one is imported by
 * the channel and never transmitted: worse than none.
 */
export function checkOutgoing(situation: InvoiceSituation, issuedOn: IsoDate = situation.today): readonly Problem[] {
  const problems = checkInvoice(situation);
  const { customer } = situation;
  if (customer === undefined || hasErrors(problems)) return problems;
  const document = prepareInvoiceDocument({ ...situation, customer, today: issuedOn });
  const electronic = checkElectronicInvoice({ invoice: electronicInvoiceOf(document), isForPublicBody: customer.isPublic });
  return [...problems, ...electronic.filter(({ severity }) => severity === "error")];
}
