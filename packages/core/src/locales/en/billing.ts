import { formatMonth, listHalfDays } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import {
  type billingRefusals,
  formatAgreed,
  invoiceStatusLabels,
  type matchRules,
  mismatchLabels,
  mismatchOrigins,
  type NothingToBill,
} from "../../invoices/index.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { formatCents, formatRate } from "../../shared/money.js";
import { counted, enumerate, excerpt } from "../../shared/text.js";

const cents = (amount: number) => formatCents(amount, "en");
const rateOf = (rate: number) => formatRate(rate, "en");
const on = (day: string) => formatDay(day, "en");
const halfDays = (count: number) => counted(count, "half-day", "half-days", "en");
const monthsOf = (months: readonly string[]) => enumerate(months.map((month) => formatMonth(month, "en")));

export const billingEnglish: Sentences<keyof typeof matchRules | keyof typeof billingRefusals> = {
  "invoice.agreement-missing": ({ why, agreement, signedOn, startsOn }) => ({
    what: {
      none: "The invoice rests on no agreement.",
      unsigned: `Agreement ${agreement} is not signed.`,
      late: `Agreement ${agreement} was signed on ${on(signedOn ?? startsOn)}, after the start that is billed (${on(startsOn)}).`,
    }[why],
    why: "An AFC is paid on an agreement signed before the training starts.",
    mend:
      why === "none"
        ? "Record the agreement and its order, then prepare the invoice from the order."
        : "Record the day the agreement was signed, or bill only what came after it.",
  }),
  "invoice.agreement-mismatch": ({ field, invoice, agreed, from, reference }) => ({
    what: `${mismatchLabels[field].en}: ${formatAgreed(field, invoice, "en")} on the invoice, ${formatAgreed(field, agreed, "en")} in ${mismatchOrigins[from].en} ${reference}.`,
    why: "The customer compares the invoice with what it signed: a difference has it rejected.",
    mend: "Correct what is wrong, the document or the invoice, then prepare the invoice again.",
  }),
  "invoice.order-reference-missing": ({ order }) => ({
    what: order === undefined ? "The invoice bears no purchase order number." : `Purchase order ${order} is not recorded.`,
    why: "Without an order reference, the customer cannot tell what the invoice is for and rejects it.",
    mend: "Record the purchase order, then prepare the invoice from it.",
  }),
  "invoice.quote-not-accepted": ({ quote, status }) => ({
    what:
      quote === undefined
        ? "The invoice rests on no quote."
        : `Quote ${quote} ${status === undefined ? "is not recorded" : "is not accepted by France Travail"}.`,
    why: "An AIF or a POEI is paid on an accepted quote only.",
    mend: "Record France Travail's decision on the quote; if it is refused, nothing can be billed.",
  }),
  "invoice.poei-payee": ({ quote, employer }) => ({
    what: `Quote ${quote} says that France Travail pays the employer${employer === undefined ? "" : ` (${employer})`}, and the invoice is addressed to a customer of the provider.`,
    why: "France Travail pays the outside provider, or the employer that trains by itself: never both.",
    mend: "Check who is paid; if it is the employer, discard this draft.",
  }),
  "invoice.afc-fee-to-trainee": ({ by, label, amountCents }) => ({
    what:
      by === "line"
        ? `“${excerpt(label, 60)}” (${cents(amountCents)}): an AFC bears no fee.`
        : `Quote ${label} asks the trainee of an AFC for ${cents(amountCents)}.`,
    why: "An AFC is free for the trainee: no file fee, no registration fee; all is in the price of the contract.",
    mend: "Take these fees out: neither the trainee nor the customer is to be asked for them.",
  }),
  "invoice.company-share": ({ share, most, session }) => ({
    what: `The share in a company is ${rateOf(share)} in the schedule of ${session}, for ${rateOf(most)} at most under the agreement.`,
    why: "Beyond it, hours in a company may not be paid, unless the certification asks for them.",
    mend: "Check where the half-days take place; if the certification demands it, record the share allowed in the agreement.",
  }),
  "invoice.hours-over-attendance": ({ billedMinutes, provedMinutes, trainees }) => ({
    what: `${formatMinutes(billedMinutes)} billed, ${formatMinutes(provedMinutes)} attested by attendance: ${formatMinutes(billedMinutes - provedMinutes)} too many${listed(trainees)}.`,
    why: "What is not proved is not paid: the whole invoice is held.",
    mend: "Recompute the invoice from attendance, or correct attendance first if that is what is wrong.",
  }),
  "invoice.hours-under-attendance": ({ billedMinutes, provedMinutes, leftMinutes, trainees }) => ({
    what: `${formatMinutes(billedMinutes)} billed, ${formatMinutes(provedMinutes)} attested in the same period: ${formatMinutes(leftMinutes)} are on no invoice (${enumerate(trainees.map((one) => `${one.traineeId} ${formatMinutes(one.leftMinutes)}`))}).`,
    why: "Hours that were done and proved would stay unpaid.",
    mend: "Recompute the invoice; if the order pays for no more, ask for an amendment.",
  }),
  "invoice.trainee-unknown": ({ traineeId, from, reference }) => ({
    what: {
      order: `${traineeId} is not among the trainees of order ${reference}.`,
      quote: `${traineeId} is not the trainee of quote ${reference}.`,
      session: `${traineeId} is not enrolled in session ${reference}.`,
    }[from],
    why: "The customer only pays for the people it sent.",
    mend: "Correct the enrolment or the order, then prepare the invoice again.",
  }),
  "invoice.trainee-twice": ({ count, minutes, invoices, trainees }) => ({
    what:
      invoices.length === 0
        ? `${halfDays(count)} billed several times on this invoice (${formatMinutes(minutes)} too many): ${listHalfDays(trainees, "en")}.`
        : `${halfDays(count)} billed already (${formatMinutes(minutes)}, by ${enumerate(invoices)}): ${listHalfDays(trainees, "en")}.`,
    why: "A half-day is billed once: paid twice, it would have to be paid back.",
    mend: "Recompute the invoice: it will only take what is left.",
  }),
  "invoice.attendance-incomplete": ({ why, session, months, count, trainees }) => ({
    what: {
      "open-months": `${monthsOf(months)} of ${session} ${months.length === 1 ? "is" : "are"} not closed.`,
      unrecorded: `${halfDays(count)} of the period without any record: ${listHalfDays(trainees, "en")}.`,
      unsigned: `${halfDays(count)} billed neither signed nor proved: ${listHalfDays(trainees, "en")}.`,
    }[why],
    why: "The check of what was delivered asks for the month's statement and a proof of each half-day.",
    mend: {
      "open-months": "Close these months before the invoice is issued.",
      unrecorded: "Record each half-day, close the month, then prepare the invoice again.",
      unsigned: "Have them signed, or record the sheet that came back signed; for remote training, record the evidence.",
    }[why],
  }),
  "invoice.credit-needed": ({ invoice, billedMinutes, provedMinutes, trainees }) => ({
    what: `${invoice} bills ${formatMinutes(billedMinutes)}, attendance as corrected since proves ${formatMinutes(provedMinutes)} only${listed(trainees)}.`,
    why: "An issued invoice never changes: what is no longer proved is given back, before a check asks for it.",
    mend: "Make a credit note of these half-days, then bill what is left of them.",
  }),
  "invoice.over-order": ({ order, isAmended, unit, ordered, before, billed }) => {
    const figure = unit === "minutes" ? formatMinutes : cents;
    return {
      what: `Order ${order} is exceeded: ${figure(before + billed)} billed (${figure(before)} before, ${figure(billed)} here), ${figure(ordered)} ordered${isAmended ? ", amendments included" : ""}.`,
      why: "The customer does not pay beyond its order.",
      mend: "Recompute the invoice: it will stop at the order; for the rest, ask for an amendment and record it.",
    };
  },
  "invoice.over-quote": ({ quote, paidCents, before, billed }) => ({
    what: `Quote ${quote} is exceeded: ${cents(before + billed)} billed (${cents(before)} before, ${cents(billed)} here), ${cents(paidCents)} for France Travail to pay.`,
    why: "France Travail pays the share it accepted on the quote, never more.",
    mend: "Recompute the invoice from the quote.",
  }),
  "invoice.pro-rata": ({ traineeId, billedCents, dueCents, followedMinutes, plannedMinutes, from, reference }) => ({
    what: `${traineeId}: ${cents(billedCents)} billed, ${cents(dueCents)} due for ${formatMinutes(followedMinutes)} of the ${formatMinutes(plannedMinutes)} of ${from} ${reference}.`,
    why: "When a trainee withdraws or is away, the price is reduced in proportion of the hours done.",
    mend: "Recompute the invoice: the price will follow attendance.",
  }),
  "invoice.period-overlap": ({ other, isDraft, startsOn, endsOn }) => ({
    what: `${other}${isDraft ? " (a draft)" : ""} bills the same people already from ${on(startsOn)} to ${on(endsOn)}.`,
    why: "A period billed twice has both invoices rejected.",
    mend: isDraft ? "Discard one of the two drafts." : "Change the period, or take the other invoice back by a credit note.",
  }),
  "invoice.penalty-over-contract": ({ amountCents, mostCents, rate }) => ({
    what: `The penalty is ${cents(amountCents)}; the agreement allows ${cents(mostCents)} (${rateOf(rate)} of the invoice).`,
    why: "A penalty applies within the contract only: beyond it, the money is lost.",
    mend: "Lower the penalty, or record in the agreement the rate that the contract gives.",
  }),
  "invoice.deposit-over-rate": ({ before, billed, mostCents, rate }) => ({
    what: `Deposits come to ${cents(before + billed)} (${cents(before)} before, ${cents(billed)} here); the agreement gives ${cents(mostCents)} (${rateOf(rate)} of the order).`,
    why: "The customer pays nothing in advance beyond what the contract gives.",
    mend: "Lower the deposit, or record in the agreement the rate that the contract gives.",
  }),
  "invoice.deposit-not-left": ({ number, takenCents, leftCents }) => ({
    what: `${cents(takenCents)} of deposit ${number} is taken off; ${leftCents > 0 ? `${cents(leftCents)} of it is left` : "nothing of it is left"}.`,
    why: "Only a deposit that was issued is taken off, less what other invoices or a credit note took of it: more than that is money lost.",
    mend: "Compute the invoice again: it will take what is left of the deposits issued.",
  }),
  "invoice.nothing-to-bill": (params) => {
    const [what, mend] = nothingIn(params);
    return { what: `Nothing to bill: ${what}`, why: "Only what is attended, recorded and closed is billed, and once.", mend };
  },
  "invoice.origin-unclear": () => ({
    what: "Say what is billed: a purchase order (AFC) or an accepted quote (AIF, POEI), one of the two.",
    why: "The customer, the price and what is left to bill come from there.",
    mend: "Give order:… or quote:…, not both.",
  }),
  "invoice.match-unclear": () => ({
    what: "Say what is to be matched: an invoice, or an order with all of its own.",
    why: "A match compares an invoice with what was ordered and attended.",
    mend: "Give invoice:… or order:…, not both.",
  }),
  "invoice.customer-unclear": ({ count }) => ({
    what:
      count === 0
        ? "No customer is recorded for this establishment."
        : `${count} customers are recorded: the quote does not say which one the invoice is for.`,
    why: "An invoice sent to the wrong direction of France Travail is rejected.",
    mend: count === 0 ? "Record the customer first, by its SIRET." : "Say which one: customer:… with its SIRET.",
  }),
  "invoice.period-unclear": ({ why }) => ({
    what: why === "both" ? "The period is said twice: by a month, and by a start or an end." : "The period ends before it starts.",
    why: "Each half-day is billed once only: the period must be certain.",
    mend: "Give either period:December 2026, or start:… and end:…, in order.",
  }),
  "invoice.draft-exists": ({ draft, origin, startsOn, endsOn }) => ({
    what: `${draft} is prepared already for ${origin}, from ${on(startsOn)} to ${on(endsOn)}.`,
    why: "Two drafts of one period would bill the same half-days twice.",
    mend: "Recompute that draft, or discard it first.",
  }),
  "invoice.not-draft": ({ invoice, status }) => ({
    what: `${invoice} is ${invoiceStatusLabels[status].en}: only a draft is recomputed.`,
    why: "An issued invoice never changes; what is wrong is taken back by a credit note that cites it.",
    mend: "Make a credit note, or prepare another invoice.",
  }),
};

function listed(
  trainees: readonly { readonly traineeId: string | undefined; readonly billedMinutes: number; readonly provedMinutes: number }[],
): string {
  const named = trainees.flatMap(({ traineeId, billedMinutes, provedMinutes }) =>
    traineeId === undefined ? [] : `${traineeId} ${formatMinutes(billedMinutes)} billed, ${formatMinutes(provedMinutes)} attested`,
  );
  return named.length === 0 ? "" : ` (${enumerate(named)})`;
}

function nothingIn({ why, session, origin, months, trainees, invoices }: NothingToBill): readonly [what: string, mend: string] {
  const by = invoices.length === 0 ? "" : ` (${enumerate(invoices)})`;
  const count = trainees.reduce((sum, one) => sum + one.count, 0);
  const reasons: Readonly<Record<NothingToBill["why"], readonly [string, string]>> = {
    "no-deposit": [
      `${origin} gives no deposit: its rate is 0%.`,
      "Record the deposit rate of the agreement if there is one; otherwise bill the hours done.",
    ],
    "deposit-billed": [
      `the whole deposit of ${origin} is billed already${by}.`,
      "Bill the hours done, then the balance, which takes the deposit off.",
    ],
    nobody: [`nobody of ${origin} is enrolled in ${session}.`, "Enrol the trainees in the session."],
    unplanned: [`${session} has no half-day planned in this period.`, "Make the session's schedule, or say another period."],
    "to-come": [`the half-days of ${session} are all to come.`, "Bill once the month has been attended and closed."],
    unrecorded: [
      `${halfDays(count)} without any record: ${listHalfDays(trainees, "en")}.`,
      "Record them, close the month, then prepare the invoice.",
    ],
    "open-months": [
      `${monthsOf(months)} ${months.length === 1 ? "is" : "are"} not closed.`,
      "Close what is over, then prepare the invoice.",
    ],
    "order-used": [
      `${origin} is billed in full already${by}.`,
      "If hours are left to be paid, ask for an amendment to the order, or make another quote.",
    ],
    billed: [`all that was attended is billed already${by}.`, "If an invoice is wrong, take it back by a credit note."],
    absent: [`nobody attended a half-day of ${session} in this period.`, "Check attendance and the absences that the agreement tolerates."],
  };
  return reasons[why];
}
