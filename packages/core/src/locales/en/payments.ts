import type { Sentences } from "../../catalogue.js";
import { explainDue, explainInterest, explainTerm, type paymentRefusals, type paymentRules } from "../../invoices/index.js";
import { formatDay } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import { counted } from "../../shared/text.js";

export const paymentsEnglish: Sentences<keyof typeof paymentRules | keyof typeof paymentRefusals> = {
  "payment.overdue": ({ invoice, leftCents, term, daysLate, interest, indemnityCents }) => ({
    what: `${invoice} is ${counted(daysLate, "day", "days", "en")} late: ${formatCents(leftCents, "en")} to receive, due on ${formatDay(term.dueOn, "en")} (${explainTerm(term, "en")}).`,
    why: `Being late adds, without a reminder, an indemnity of ${formatCents(indemnityCents, "en")} and interest at the European Central Bank's rate plus eight points: ${explainInterest(interest, "en")}.`,
    mend:
      interest.cents === undefined
        ? "Have the rate of the ECB that is in force set, then remind the customer."
        : "Remind the customer, then record the payment as soon as it comes.",
  }),
  "payment.refund-due": ({ invoice, due }) => ({
    what: `The customer paid too much for ${invoice}: ${formatCents(due.refundCents, "en")} go back to them.`,
    why: `Paid ${formatCents(due.paidCents, "en")}, for ${formatCents(due.totalCents - due.prepaidCents, "en")} of which credit notes take back ${formatCents(due.creditedCents, "en")}.`,
    mend: "Refund the customer, or agree with them to take it off another invoice.",
  }),
  "payment.credit-note": ({ invoice }) => ({
    what: `${invoice} is a credit note: there is nothing to receive.`,
    why: "A credit note is taken off the invoice that it corrects.",
    mend: "Record the payment on the invoice itself.",
  }),
  "payment.empty": ({ invoice }) => ({
    what: `The payment of ${invoice} is of zero euros.`,
    why: "A payment that is recorded is money that came in.",
    mend: "Give the amount received, as the bank statement has it.",
  }),
  "payment.before-issue": ({ invoice, on, issuedOn }) => ({
    what: `The payment is dated ${formatDay(on, "en")}, before ${invoice}, issued on ${formatDay(issuedOn, "en")}.`,
    why: "What is paid before the invoice is a deposit: it is billed apart, then taken off.",
    mend: `Check the day of the transfer, ${formatDay(issuedOn, "en")} at the earliest.`,
  }),
  "payment.over": ({ invoice, amountCents, due }) => ({
    what: `${formatCents(amountCents, "en")} is more than what is left of ${invoice}: ${formatCents(due.leftCents, "en")}.`,
    why: `How the rest is come to: ${explainDue(due, "en")}.`,
    mend: "Check the amount and the invoice; a transfer that settles several invoices is recorded on each, for its share.",
  }),
  "payment.duplicate": ({ invoice, on, amountCents, reference }) => ({
    what: `${invoice} already has a payment of ${formatCents(amountCents, "en")} on ${formatDay(on, "en")}${reference === undefined ? ", without a reference" : `, reference ${reference}`}.`,
    why: "The same transfer entered twice would make believe paid what is not.",
    mend: "If it is a second transfer, give its own reference, or answer “distinct: yes”.",
  }),
  "payment.unknown": ({ invoice, count }) => ({
    what: `That payment does not exist: ${invoice} has ${count === 0 ? "none" : count}.`,
    why: "Only what was recorded can be taken back.",
    mend: count === 0 ? "Check the number of the invoice." : `Give its rank among them: ${count === 1 ? "1" : `from 1 to ${count}`}.`,
  }),
};
