import { formatDay } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { counted } from "../../shared/text.js";
import { calledInvoice, creditNotesOn, isIssued } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { dueOf } from "./due.js";
import { explainInterest, explainTerm } from "./explained.js";
import { type Receivable, receivableOf } from "./receivable.js";

const rule = ruleAbout<InvoiceSituation>();

/** Where the payment of an issued invoice stands. */
export const paymentRules = {
  "payment.overdue": rule({
    severity: "notice",
    source: "public-payment-terms",
    check: (situation) => {
      const receivable = receivableIn(situation);
      if (receivable === undefined || receivable.daysLate === 0) return nothing;
      const { due, term, daysLate, interest, indemnityCents } = receivable;
      const invoice = calledInvoice(situation.invoice);
      return found(["payments"], { invoice, leftCents: due.leftCents, term, daysLate, interest, indemnityCents });
    },
    fr: ({ invoice, leftCents, term, daysLate, interest, indemnityCents }) => ({
      what: `${invoice} est en retard de ${counted(daysLate, "jour")} : ${formatCents(leftCents)} à recevoir, échéance le ${formatDay(term.dueOn)} (${explainTerm(term, "fr")}).`,
      why: `Le retard ajoute, sans rappel, une indemnité de ${formatCents(indemnityCents)} et des intérêts au taux de la Banque centrale européenne majoré de huit points : ${explainInterest(interest, "fr")}.`,
      mend:
        interest.cents === undefined
          ? "Faites régler le taux de la BCE en vigueur, puis relancez le client."
          : "Relancez le client, puis enregistrez le paiement dès qu'il arrive.",
    }),
  }),
  "payment.refund-due": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ invoice, others }) => {
      if (!isIssued(invoice) || invoice.kind === "credit-note") return nothing;
      const due = dueOf(invoice, creditNotesOn(invoice, others));
      return due.refundCents === 0 ? nothing : found(["payments"], { invoice: calledInvoice(invoice), due });
    },
    fr: ({ invoice, due }) => ({
      what: `Le client a trop payé ${invoice} : ${formatCents(due.refundCents)} lui reviennent.`,
      why: `Payé ${formatCents(due.paidCents)}, pour ${formatCents(due.totalCents - due.prepaidCents)} dont les avoirs retirent ${formatCents(due.creditedCents)}.`,
      mend: "Remboursez le client, ou convenez avec lui de le déduire d'une autre facture.",
    }),
  }),
};
export type PaymentProblem = ProblemOf<typeof paymentRules>;

/** What there is to know of the payment of an invoice. */
export const checkPayment: (situation: InvoiceSituation) => readonly PaymentProblem[] = judgeBy(paymentRules);

/** A customer that is not known is held to be public: the later term is the one that is sure. */
export function receivableIn({ invoice, others, customer, provider, today }: InvoiceSituation): Receivable | undefined {
  if (!isIssued(invoice) || invoice.kind === "credit-note") return undefined;
  const { bankRates } = provider.settings.invoices;
  const creditNotes = creditNotesOn(invoice, others);
  return receivableOf({ invoice, creditNotes, isPublic: customer?.isPublic ?? true, bankRates, today });
}
