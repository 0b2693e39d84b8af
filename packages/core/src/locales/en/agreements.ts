import type { Sentences } from "../../catalogue.js";
import { type agreementRefusals, type agreementRules, frozenTermLabels } from "../../invoices/index.js";
import { formatDay } from "../../shared/calendar.js";
import { formatRate } from "../../shared/money.js";
import { enumerate } from "../../shared/text.js";
import { ordersEnglish } from "./orders.js";

/** Agreements, in English; their orders stand apart. */
export const agreementsEnglish: Sentences<keyof typeof agreementRules | keyof typeof agreementRefusals> = {
  ...ordersEnglish,
  "agreement.dates-order": ({ startsOn, endsOn }) => ({
    what: `The agreement ends on ${formatDay(endsOn, "en")}, before it starts (${formatDay(startsOn, "en")}).`,
    why: "No session would fit in such a period: nothing could be invoiced.",
    mend: "Correct the first or the last day, as the contract writes them.",
  }),
  "agreement.unsigned": ({ startsOn, orders }) => ({
    what:
      orders.length === 0
        ? `The agreement has no day of signature; it starts on ${formatDay(startsOn, "en")}.`
        : `The agreement is not signed, and yet it has an order: ${enumerate(orders)}.`,
    why: "An AFC is signed before the training starts: without a signed agreement, no invoice can be issued.",
    mend: "Have the agreement signed, then record the day of signature.",
  }),
  "agreement.signed-late": ({ signedOn, startsOn, session }) => ({
    what:
      session === undefined
        ? `The agreement is signed on ${formatDay(signedOn, "en")}, after its first day (${formatDay(startsOn, "en")}).`
        : `The agreement is signed on ${formatDay(signedOn, "en")}, after session ${session} starts (${formatDay(startsOn, "en")}).`,
    why: "An AFC is signed before the training starts: what took place before the signature may not be paid.",
    mend:
      session === undefined
        ? "Check both dates on the agreement; no session may start before the signature."
        : "Check the signature and the start of the session; if both are right, ask the customer to agree in writing before you invoice.",
  }),
  "agreement.price-zero": ({ order }) => ({
    what: order === undefined ? "The price of the agreement is €0." : `The price of order ${order} is €0.`,
    why: "At that price, all its invoices would come to nothing.",
    mend: "Give the price before tax, as the contract writes it.",
  }),
  "agreement.vat-contradiction": ({ isTaxed, vatRate }) => ({
    what: isTaxed
      ? "The agreement is subject to VAT, without a rate."
      : `The agreement is free of VAT, and yet has a rate of ${formatRate(vatRate, "en")}.`,
    why: "A line of an invoice has one regime: free of VAT with the reference of the text, or taxed at its rate.",
    mend: isTaxed ? "Give the rate, or change the VAT regime of the agreement." : "Take the rate out, or change the VAT regime.",
  }),
  "agreement.company-share": ({ share, most }) => ({
    what: `The agreement allows ${formatRate(share, "en")} of the training in a company; an AFC allows ${formatRate(most, "en")}.`,
    why: "Beyond that, only a certification that requires it allows it: the customer may refuse those hours.",
    mend: "Check what the contract writes, and that the certification asks for this time in a company.",
  }),
  "agreement.tolerance-void": ({ isNone, rate }) => ({
    what: isNone
      ? `A limit of absences of ${formatRate(rate, "en")} is given, but no absence is allowed.`
      : "Absences are allowed, but within 0%: none will be invoiced.",
    why: "One of the two conditions serves no purpose: one or the other is likely a typing mistake.",
    mend: "Read the clause of the contract again, then correct the absences allowed or their limit.",
  }),
  "agreement.customer-incomplete": ({ customer }) => ({
    what: `The customer's address is incomplete: ${customer}.`,
    why: "An invoice bears the name and the full address of whoever pays it.",
    mend: "Complete the street, the postal code and the city of the customer.",
  }),
  "agreement.already-signed": ({ agreement, signedOn }) => ({
    what: `Agreement ${agreement} is already recorded as signed on ${formatDay(signedOn, "en")}.`,
    why: "An agreement is signed once; its invoices refer to that day.",
    mend: "If that day is a typing mistake, correct it.",
  }),
  "agreement.billed-already": ({ agreement, terms, invoices }) => ({
    what: `It is too late to change ${enumerate(terms.map((term) => frozenTermLabels[term].en))} of agreement ${agreement}: it has been invoiced (${enumerate(invoices)}).`,
    why: "An issued invoice does not change: the agreement would say something else.",
    mend: "If the invoice is wrong, correct it by a credit note first; if the contract has changed, record another agreement, or an order at its own price.",
  }),
  "agreement.own-siret": ({ siret }) => ({
    what: `SIRET ${siret} is that of your own establishment.`,
    why: "The customer is whoever the invoice is addressed to: a direction of France Travail, most of the time.",
    mend: "Give the customer's SIRET: it is on the market notice or the agreement.",
  }),
  "order.already-cancelled": ({ order, on }) => ({
    what: `Order ${order} has been cancelled since ${formatDay(on, "en")}.`,
    why: "What is cancelled is neither amended nor invoiced any more.",
    mend: "If the customer orders again, record the new order, under its own number.",
  }),
};
