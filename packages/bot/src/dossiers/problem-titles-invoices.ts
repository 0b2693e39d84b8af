import type { channelRefusals, channelRules, invoiceRefusals, Label } from "@kairos/core";

const refusals: Readonly<Record<keyof typeof invoiceRefusals, Label>> = {
  "invoice.step-illegal": { fr: "étape de facture impossible", en: "invoice step not possible" },
};

const channel: Readonly<Record<keyof typeof channelRules | keyof typeof channelRefusals, Label>> = {
  "chorus.recipient-siret": { fr: "destinataire inconnu", en: "unknown recipient" },
  "chorus.customer-not-public": { fr: "payeur privé sur Chorus Pro", en: "private customer on Chorus Pro" },
  "chorus.service-code": { fr: "code service manquant", en: "service code missing" },
  "chorus.engagement": { fr: "numéro d'engagement manquant", en: "commitment number missing" },
  "chorus.attachment-missing": { fr: "pièces manquantes pour le dépôt", en: "enclosures missing for the deposit" },
  "channel.bank-missing": { fr: "IBAN de l'organisme manquant", en: "provider's IBAN missing" },
  "channel.event-too-early": { fr: "jour avant l'étape précédente", en: "day before the previous step" },
};

/** The codes of agreements, invoices, payments and channels, one group a vertical. */
export const invoiceTitles = {
  ...refusals,
  ...channel,
};
