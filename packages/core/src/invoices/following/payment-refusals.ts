import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { type Cents, formatCents } from "../../shared/money.js";
import { type ProblemOf, refusal } from "../../shared/rules.js";
import type { Due } from "./due.js";
import { explainDue } from "./explained.js";

/** Why a payment is not recorded, or not taken back. */
export const paymentRefusals = {
  "payment.credit-note": refusal<{ invoice: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice }) => ({
      what: `${invoice} est un avoir : rien n'est à recevoir.`,
      why: "Un avoir se déduit de la facture qu'il corrige.",
      mend: "Enregistrez le paiement sur la facture elle-même.",
    }),
  }),
  "payment.empty": refusal<{ invoice: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice }) => ({
      what: `Le paiement de ${invoice} est de zéro euro.`,
      why: "Un paiement enregistré est une somme reçue.",
      mend: "Indiquez le montant reçu, tel qu'il est sur le relevé de la banque.",
    }),
  }),
  "payment.before-issue": refusal<{ invoice: string; on: IsoDate; issuedOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, on, issuedOn }) => ({
      what: `Le paiement est daté du ${formatDay(on)}, avant ${invoice}, émise le ${formatDay(issuedOn)}.`,
      why: "Ce qui est payé avant la facture est un acompte : il se facture à part, puis se déduit.",
      mend: `Vérifiez le jour du virement, ${formatDay(issuedOn)} au plus tôt.`,
    }),
  }),
  "payment.over": refusal<{ invoice: string; amountCents: Cents; due: Due }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, amountCents, due }) => ({
      what: `${formatCents(amountCents)} dépasse ce qui reste dû de ${invoice} : ${formatCents(due.leftCents)}.`,
      why: `Calcul du reste : ${explainDue(due, "fr")}.`,
      mend: "Vérifiez le montant et la facture ; un virement qui règle plusieurs factures s'enregistre sur chacune, pour sa part.",
    }),
  }),
  "payment.duplicate": refusal<{ invoice: string; on: IsoDate; amountCents: Cents; reference: string | undefined }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, on, amountCents, reference }) => ({
      what: `${invoice} a déjà un paiement de ${formatCents(amountCents)} le ${formatDay(on)}${reference === undefined ? ", sans référence" : `, référence ${reference}`}.`,
      why: "Le même virement saisi deux fois ferait croire payé ce qui ne l'est pas.",
      mend: "Si c'est un second virement, donnez sa propre référence, ou répondez « distinct : oui ».",
    }),
  }),
  "payment.unknown": refusal<{ invoice: string; count: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, count }) => ({
      what: `Ce paiement n'existe pas : ${invoice} ${count === 0 ? "n'en a aucun" : `en a ${count}`}.`,
      why: "On ne retire que ce qui a été enregistré.",
      mend: count === 0 ? "Vérifiez le numéro de la facture." : `Donnez son rang parmi eux : ${count === 1 ? "1" : `de 1 à ${count}`}.`,
    }),
  }),
};
export type PaymentRefusal = ProblemOf<typeof paymentRefusals>;
