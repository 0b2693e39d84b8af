import { formatDay, type IsoDate } from "../../shared/calendar.js";
import type { Label } from "../../shared/language.js";
import { type ProblemOf, refusal } from "../../shared/rules.js";
import { enumerate } from "../../shared/text.js";

/** What an issued invoice holds of its agreement: changed, the two would contradict each other. */
export const frozenTerms = ["customer", "market", "lot", "basis", "price", "vat"] as const;
export type FrozenTerm = (typeof frozenTerms)[number];

export const frozenTermLabels: Readonly<Record<FrozenTerm, Label>> = {
  customer: { fr: "le payeur", en: "the customer" },
  market: { fr: "le marché", en: "the market" },
  lot: { fr: "le lot", en: "the lot" },
  basis: { fr: "ce que le prix paie", en: "what the price pays for" },
  price: { fr: "le prix", en: "the price" },
  vat: { fr: "la TVA", en: "the VAT" },
};

export const agreementRefusals = {
  "agreement.already-signed": refusal<{ agreement: string; signedOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ agreement, signedOn }) => ({
      what: `La convention ${agreement} est déjà notée signée le ${formatDay(signedOn)}.`,
      why: "Une convention se signe une fois ; ses factures se réfèrent à ce jour.",
      mend: "Si ce jour est une erreur de saisie, corrigez-le.",
    }),
  }),
  "agreement.billed-already": refusal<{ agreement: string; terms: readonly FrozenTerm[]; invoices: readonly string[] }>({
    severity: "error",
    source: "cgi-289",
    fr: ({ agreement, terms, invoices }) => ({
      what: `On ne change plus ${enumerate(terms.map((term) => frozenTermLabels[term].fr))} de la convention ${agreement} : elle est facturée (${enumerate(invoices)}).`,
      why: "Une facture émise ne change pas : la convention dirait autre chose qu'elle.",
      mend: "Si la facture est fausse, corrigez-la d'abord par un avoir ; si le marché a changé, enregistrez une autre convention, ou une commande à son propre prix.",
    }),
  }),
  "order.already-cancelled": refusal<{ order: string; on: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ order, on }) => ({
      what: `La commande ${order} est annulée depuis le ${formatDay(on)}.`,
      why: "Ce qui est annulé ne s'amende plus et ne se facture plus.",
      mend: "Si le payeur commande à nouveau, enregistrez sa nouvelle commande, avec son numéro.",
    }),
  }),
};
export type AgreementRefusal = ProblemOf<typeof agreementRefusals>;
