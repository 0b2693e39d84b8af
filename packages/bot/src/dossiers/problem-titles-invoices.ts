import type { billingRefusals, invoiceRefusals, Label, matchRules } from "@kairos/core";

const refusals: Readonly<Record<keyof typeof invoiceRefusals, Label>> = {
  "invoice.step-illegal": { fr: "étape de facture impossible", en: "invoice step not possible" },
};

const billing: Readonly<Record<keyof typeof matchRules | keyof typeof billingRefusals, Label>> = {
  "invoice.agreement-missing": { fr: "convention absente ou non signée", en: "agreement missing or unsigned" },
  "invoice.agreement-mismatch": { fr: "facture et convention en désaccord", en: "invoice and agreement differ" },
  "invoice.order-reference-missing": { fr: "numéro de commande absent", en: "order number missing" },
  "invoice.quote-not-accepted": { fr: "devis non accepté", en: "quote not accepted" },
  "invoice.poei-payee": { fr: "bénéficiaire du paiement à vérifier", en: "payee to be checked" },
  "invoice.afc-fee-to-trainee": { fr: "frais sur une AFC", en: "fee on an AFC" },
  "invoice.company-share": { fr: "part en entreprise trop grande", en: "too much in a company" },
  "invoice.hours-over-attendance": { fr: "heures facturées sans preuve", en: "hours billed without proof" },
  "invoice.hours-under-attendance": { fr: "heures suivies non facturées", en: "attended hours not billed" },
  "invoice.trainee-unknown": { fr: "stagiaire hors commande ou session", en: "trainee not in the order or session" },
  "invoice.trainee-twice": { fr: "demi-journées déjà facturées", en: "half-days billed already" },
  "invoice.attendance-incomplete": { fr: "assiduité incomplète", en: "attendance incomplete" },
  "invoice.credit-needed": { fr: "avoir à faire", en: "credit note needed" },
  "invoice.over-order": { fr: "commande dépassée", en: "order exceeded" },
  "invoice.over-quote": { fr: "devis dépassé", en: "quote exceeded" },
  "invoice.pro-rata": { fr: "prix non réduit", en: "price not reduced" },
  "invoice.period-overlap": { fr: "période facturée deux fois", en: "period billed twice" },
  "invoice.penalty-over-contract": { fr: "pénalité hors contrat", en: "penalty beyond the contract" },
  "invoice.deposit-over-rate": { fr: "acompte trop grand", en: "deposit too large" },
  "invoice.nothing-to-bill": { fr: "rien à facturer", en: "nothing to bill" },
  "invoice.origin-unclear": { fr: "commande ou devis à dire", en: "order or quote to be said" },
  "invoice.match-unclear": { fr: "facture ou commande à dire", en: "invoice or order to be said" },
  "invoice.customer-unclear": { fr: "payeur à dire", en: "customer to be said" },
  "invoice.period-unclear": { fr: "période à préciser", en: "period unclear" },
  "invoice.draft-exists": { fr: "brouillon déjà préparé", en: "draft prepared already" },
  "invoice.not-draft": { fr: "facture déjà émise", en: "invoice issued already" },
};

/** The codes of agreements, invoices, payments and channels, one group a vertical. */
export const invoiceTitles = {
  ...refusals,
  ...billing,
};
