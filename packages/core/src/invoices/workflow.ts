import type { Permission } from "../access/index.js";
import type { Label } from "../shared/language.js";
import type { Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { type ProblemOf, raise, refusal } from "../shared/rules.js";
import { enumerate, sentenceCase } from "../shared/text.js";
import { actionsFrom, type Transition, workflowOf } from "../shared/workflow.js";
import { calledInvoice, type Invoice, type InvoiceStatus, invoiceStatusLabels } from "./invoice.js";

/** The life of an invoice, one action a row. What was issued never changes again: it is followed, paid or credited. */
export const invoiceWorkflow = workflowOf<InvoiceStatus, Permission>()({
  discard: { from: ["draft"], to: "discarded", needs: "invoice.prepare" },
  issue: { from: ["draft"], to: "issued", needs: "invoice.issue", apart: true, sound: true },
  deposit: { from: ["issued", "rejected"], to: "deposited", needs: "invoice.issue" },
  receive: { from: ["deposited"], to: "received", needs: "invoice.issue" },
  reject: { from: ["deposited", "received"], to: "rejected", needs: "invoice.issue" },
  "pay-part": { from: ["issued", "deposited", "received", "part-paid"], to: "part-paid", needs: "invoice.issue" },
  settle: { from: ["issued", "deposited", "received", "part-paid"], to: "paid", needs: "invoice.issue" },
  credit: { from: ["issued", "deposited", "received", "rejected", "part-paid", "paid"], to: "credited", needs: "invoice.issue" },
});
export type InvoiceAction = keyof typeof invoiceWorkflow;

export const invoiceActionLabels: Readonly<Record<InvoiceAction, Label>> = {
  discard: { fr: "abandonner le brouillon", en: "discard the draft" },
  issue: { fr: "émettre", en: "issue" },
  deposit: { fr: "noter le dépôt", en: "record the deposit on the channel" },
  receive: { fr: "noter la réception", en: "record the receipt" },
  reject: { fr: "noter le rejet", en: "record the rejection" },
  "pay-part": { fr: "enregistrer un paiement partiel", en: "record a payment in part" },
  settle: { fr: "enregistrer le paiement", en: "record the payment" },
  credit: { fr: "annuler par un avoir", en: "credit" },
};

export const invoiceRefusals = {
  "invoice.step-illegal": refusal<{
    action: InvoiceAction;
    status: InvoiceStatus;
    invoice: string;
    possible: readonly InvoiceAction[];
  }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ action, status, invoice, possible }) => ({
      what: `« ${sentenceCase(invoiceActionLabels[action].fr)} » n'est pas possible : ${invoice} est ${invoiceStatusLabels[status].fr}.`,
      why: "Une facture suit un ordre : émise, déposée, reçue, payée. Émise, elle ne se change plus : elle se corrige par un avoir.",
      mend:
        possible.length === 0
          ? "Rien n'est plus à faire sur celle-ci."
          : `Ce qui est possible : ${enumerate(possible.map((one) => invoiceActionLabels[one].fr))}.`,
    }),
  }),
};
export type InvoiceRefusal = ProblemOf<typeof invoiceRefusals>;

/** Takes an invoice one step further, or says that the step does not follow. Rights and rules are checked by the caller. */
export function advanceInvoice(invoice: Invoice, action: InvoiceAction): Result<Invoice, Problem> {
  const { from, to }: Transition<InvoiceStatus, Permission> = invoiceWorkflow[action];
  if (from.includes(invoice.status)) return success({ ...invoice, status: to });
  const possible = actionsFrom(invoiceWorkflow, invoice.status);
  const params = { action, status: invoice.status, invoice: calledInvoice(invoice), possible };
  return failure(raise(invoiceRefusals, "invoice.step-illegal", ["status"], params));
}
