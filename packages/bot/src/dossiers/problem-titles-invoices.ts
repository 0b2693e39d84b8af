import type {
  agreementRefusals,
  agreementRules,
  billingRefusals,
  channelRefusals,
  channelRules,
  invoiceRefusals,
  Label,
  matchRules,
  paymentRefusals,
  paymentRules,
} from "@kairos/core";
import { einvoiceTitles } from "./problem-titles-einvoices.js";
import { issuingTitles } from "./problem-titles-issuing.js";

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

const agreements: Readonly<Record<keyof typeof agreementRules | keyof typeof agreementRefusals, Label>> = {
  "agreement.dates-order": { fr: "convention qui finit avant de commencer", en: "agreement ends before it starts" },
  "agreement.unsigned": { fr: "convention non signée", en: "agreement not signed" },
  "agreement.signed-late": { fr: "convention signée après le début", en: "agreement signed after the start" },
  "agreement.price-zero": { fr: "prix à 0 €", en: "price of €0" },
  "agreement.vat-contradiction": { fr: "TVA contradictoire", en: "contradictory VAT" },
  "agreement.company-share": { fr: "trop d'entreprise dans la convention", en: "too much company time in the agreement" },
  "agreement.tolerance-void": { fr: "absences admises sans effet", en: "absences allowed to no effect" },
  "agreement.customer-incomplete": { fr: "adresse du payeur incomplète", en: "customer's address incomplete" },
  "agreement.already-signed": { fr: "convention déjà signée", en: "agreement signed already" },
  "agreement.billed-already": { fr: "convention déjà facturée", en: "agreement invoiced already" },
  "agreement.own-siret": { fr: "payeur qui est l'organisme", en: "customer is the provider" },
  "order.outside-agreement": { fr: "session hors de la convention", en: "session outside the agreement" },
  "order.other-establishment": { fr: "session d'un autre établissement", en: "session of another establishment" },
  "order.dated-outside": { fr: "commande datée hors de la convention", en: "order dated outside the agreement" },
  "order.session-twice": { fr: "session commandée deux fois", en: "session ordered twice" },
  "order.hours-over-session": { fr: "plus d'heures que la session", en: "more hours than the session" },
  "order.over-capacity": { fr: "plus de stagiaires que de places", en: "more trainees than places" },
  "order.named-over-ordered": { fr: "plus de noms que de stagiaires commandés", en: "more names than trainees ordered" },
  "order.amendment-order": { fr: "avenants dans le désordre", en: "amendments out of order" },
  "order.amendment-repeated": { fr: "avenant déjà enregistré", en: "amendment recorded already" },
  "order.price-differs": { fr: "prix propre à la commande", en: "order with its own price" },
  "order.too-large": { fr: "commande hors de proportion", en: "order out of proportion" },
  "order.below-billed": { fr: "commande inférieure au facturé", en: "order below what is billed" },
  "order.cancelled-billed": { fr: "commande annulée mais facturée", en: "order cancelled but billed" },
  "order.already-cancelled": { fr: "commande annulée", en: "order cancelled" },
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
  "invoice.deposit-not-left": { fr: "acompte déduit en trop", en: "deposit taken off too much" },
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
  ...agreements,
  ...refusals,
  ...billing,
  ...payments,
  ...channel,
  ...einvoiceTitles,
  ...issuingTitles,
};
