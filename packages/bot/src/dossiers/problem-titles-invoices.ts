import type { invoiceRefusals, Label, paymentRefusals, paymentRules } from "@kairos/core";

const refusals: Readonly<Record<keyof typeof invoiceRefusals, Label>> = {
  "invoice.step-illegal": { fr: "étape de facture impossible", en: "invoice step not possible" },
};

const payments: Readonly<Record<keyof typeof paymentRules | keyof typeof paymentRefusals, Label>> = {
  "payment.overdue": { fr: "facture en retard de paiement", en: "invoice paid late" },
  "payment.refund-due": { fr: "trop-perçu à rembourser", en: "overpayment to refund" },
  "payment.credit-note": { fr: "paiement sur un avoir", en: "payment of a credit note" },
  "payment.empty": { fr: "paiement de zéro euro", en: "payment of zero euros" },
  "payment.before-issue": { fr: "paiement daté d'avant la facture", en: "payment dated before the invoice" },
  "payment.over": { fr: "paiement supérieur au reste dû", en: "payment above what is left" },
  "payment.duplicate": { fr: "paiement déjà enregistré", en: "payment recorded already" },
  "payment.unknown": { fr: "paiement introuvable", en: "payment not found" },
};

/** The codes of agreements, invoices, payments and channels, one group a vertical. */
export const invoiceTitles = {
  ...refusals,
  ...payments,
};
