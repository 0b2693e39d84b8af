import type { creditRefusals, invoiceLawRules, issueRefusals, Label, seriesRules } from "@kairos/core";

type Codes = keyof typeof invoiceLawRules | keyof typeof issueRefusals | keyof typeof creditRefusals | keyof typeof seriesRules;

export const issuingTitles: Readonly<Record<Codes, Label>> = {
  "invoice.seller-siren": { fr: "facture d'une autre entreprise", en: "another company's invoice" },
  "invoice.seller-address": { fr: "adresse de l'organisme incomplète", en: "provider's address incomplete" },
  "invoice.customer-siren": { fr: "client inconnu, ou l'organisme lui-même", en: "customer unknown, or the provider itself" },
  "invoice.customer-address": { fr: "adresse du client incomplète", en: "customer's address incomplete" },
  "invoice.exemption-reference": { fr: "exonération de TVA sans texte", en: "VAT exemption without a text" },
  "invoice.vat-mixed": { fr: "régimes de TVA mêlés", en: "VAT regimes mixed" },
  "invoice.nda-mention": { fr: "déclaration d'activité absente de la facture", en: "activity number missing from the invoice" },
  "invoice.rounding": { fr: "montant de ligne faux", en: "wrong line amount" },
  "invoice.total-out-of-range": { fr: "total de facture impossible", en: "invoice total out of range" },
  "invoice.credit-reference": { fr: "avoir sans facture d'origine", en: "credit note without its invoice" },
  "invoice.credit-over": { fr: "avoir supérieur à la facture", en: "credit note above the invoice" },
  "invoice.credit-not-billed": { fr: "avoir sur ce qui n'est pas facturé", en: "credit note on what is not billed" },
  "invoice.credit-choice": { fr: "choix ambigu de ce qui est à créditer", en: "unclear what to credit" },
  "invoice.credit-of-credit": { fr: "avoir sur un avoir", en: "credit note on a credit note" },
  "invoice.same-person": { fr: "même personne pour préparer et émettre", en: "same person to prepare and issue" },
  "invoice.issued-in-future": { fr: "date d'émission à venir", en: "date of issue yet to come" },
  "invoice.paid-after-issue": { fr: "facture déjà payée, après son émission", en: "invoice already paid, after its issue" },
  "invoice.number-duplicate": { fr: "numéro de facture en double", en: "invoice number given twice" },
  "invoice.number-gap": { fr: "numéro de facture manquant", en: "invoice number missing" },
  "invoice.number-not-chronological": { fr: "date de facture avant la précédente", en: "invoice date before the last" },
  "invoice.series-misuse": { fr: "deux séries pour une même nature", en: "two series for the same kind" },
  "invoice.issued-edited": { fr: "facture émise modifiée", en: "issued invoice changed" },
};
