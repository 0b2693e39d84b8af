import type { Sentences } from "../../catalogue.js";
import {
  type CreditedThing,
  creditedThings,
  type creditRefusals,
  invoiceActionLabels,
  type invoiceLawRules,
  type invoiceRefusals,
  invoiceStatusLabels,
  type issueRefusals,
  type seriesRules,
} from "../../invoices/index.js";
import { formatDay } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import { counted, enumerate, sentenceCase } from "../../shared/text.js";

const parties = "An invoice carries name, address and SIREN of seller and customer (annex II of the CGI, article 242 nonies A).";
const continuous = "The numbers of a series follow each other without gap or double, in the order of dates (article 242 nonies A).";

type Codes = keyof typeof invoiceRefusals | keyof typeof issueRefusals | keyof typeof creditRefusals | keyof typeof seriesRules;

export const issuingEnglish: Sentences<Codes | keyof typeof invoiceLawRules> = {
  "invoice.step-illegal": ({ action, status, invoice, possible }) => ({
    what: `“${sentenceCase(invoiceActionLabels[action].en)}” is not possible: ${invoice} is ${invoiceStatusLabels[status].en}.`,
    why: "An invoice goes in order: issued, deposited, received, paid. Once issued it never changes: a credit note corrects it.",
    mend:
      possible.length === 0
        ? "Nothing is left to do with this one."
        : `What is possible: ${enumerate(possible.map((one) => invoiceActionLabels[one].en))}.`,
  }),
  "invoice.same-person": ({ invoice }) => ({
    what: `You prepared ${invoice}: you cannot issue it.`,
    why: "Two pairs of eyes avoid mistakes, and an issued invoice cannot be taken back (separation of duties).",
    mend: "Ask somebody else who holds the right “issue an invoice”.",
  }),
  "invoice.issued-in-future": ({ issuedOn, today }) => ({
    what: `The date of issue asked for, ${formatDay(issuedOn, "en")}, is yet to come: today is ${formatDay(today, "en")}.`,
    why: "An invoice carries the day it is issued; dated later, it would block the others until then.",
    mend: "Issue it without a date, or wait for that day.",
  }),
  "invoice.paid-after-issue": ({ paidOn, issuedOn }) => ({
    what: `The invoice says it was paid on ${formatDay(paidOn, "en")}, after its date of issue (${formatDay(issuedOn, "en")}).`,
    why: "An invoice “already paid” was paid before it was issued.",
    mend: "Issue it on a date that follows the payment, or prepare it without one and record the payment: /facture paiement.",
  }),
  "invoice.credit-not-billed": ({ invoice, fault, asked, possible }) => {
    const said = (one: CreditedThing) => enumerate(creditedThings(one, "en"));
    return {
      what: {
        line: `${invoice} has nothing left to credit on line ${said(asked)}.`,
        trainee: `${invoice} bills no half-day, or no longer, for trainee ${said(asked)}.`,
        "half-day": `${invoice} does not bill this half-day, or no longer: ${said(asked)}.`,
      }[fault],
      why: "A credit note only takes back what stands on the invoice and was not credited yet.",
      mend: possible.length === 0 ? "Nothing is left to credit this way." : `What can be: ${said(possible)}.`,
    };
  },
  "invoice.credit-choice": ({ fault, possible }) => ({
    what: {
      both: "Lines and half-days are asked for at once.",
      "which-line": "An amount is asked for, without saying of which line, or of several.",
      "which-trainee": "Half-days are asked for, without saying of which trainee.",
    }[fault],
    why: "A credit note takes back whole lines, an amount of one line, or half-days of one trainee.",
    mend: possible.length === 0 ? "Keep one or the other." : `Choose one: ${enumerate(creditedThings(possible, "en"))}.`,
  }),
  "invoice.credit-of-credit": ({ invoice }) => ({
    what: `${invoice} is a credit note: it cannot be credited.`,
    why: "What a credit note gave back is billed again by a new invoice.",
    mend: "Prepare a new invoice: /facture preparer.",
  }),
  "invoice.number-duplicate": ({ number }) => ({
    what: `The number ${number} was given already.`,
    why: continuous,
    mend: "Issue nothing more in this series: tell whoever runs Kairos, and your accountant.",
  }),
  "invoice.number-gap": ({ first, last, count }) => ({
    what: count === 1 ? `The number ${first} is missing.` : `The numbers ${first} to ${last} are missing (${count}).`,
    why: continuous,
    mend: "A database restored from a backup may be the cause: find these invoices and tell your accountant.",
  }),
  "invoice.number-not-chronological": ({ number, issuedOn, last, lastOn }) => ({
    what:
      number === undefined
        ? `${formatDay(issuedOn, "en")} comes before the date of ${last}, the last one issued (${formatDay(lastOn, "en")}).`
        : `${number}, of ${formatDay(issuedOn, "en")}, follows ${last}, of ${formatDay(lastOn, "en")}.`,
    why: continuous,
    mend:
      number === undefined ? `Choose a date from ${formatDay(lastOn, "en")} on.` : "Tell your accountant: a date of issue never changes.",
  }),
  "invoice.series-misuse": ({ series, numbers }) => ({
    what: `The series in use is ${series}, but ${counted(numbers.length, "document", "documents", "en")} of the same kind carry a number of another: ${enumerate(numbers, 5)}.`,
    why: "Several series are allowed if a reason tells them apart and each always serves the same purpose.",
    mend: "Keep one series for each kind and year; change it on 1 January.",
  }),
  "invoice.issued-edited": ({ number, fields, isGone }) => ({
    what: isGone
      ? `${number} was issued, but is no longer among the invoices.`
      : `${number} no longer says what it said when it was issued (${enumerate(fields)}).`,
    why: "An issued invoice never changes: a credit note corrects it.",
    mend: "The original is kept: tell whoever runs Kairos, then correct by a credit note if need be.",
  }),
  "invoice.seller-siren": ({ siren, others }) => ({
    what: `The invoice is in the name of SIREN ${siren}, but ${enumerate(others.map((one) => `${one.reference} is of SIREN ${one.siren}`))}.`,
    why: "Only the company that agreed to the training and gave it may bill it.",
    mend: "Prepare the invoice from the establishment that holds the agreement, the order or the quote.",
  }),
  "invoice.seller-address": () => ({
    what: "The provider's address is not complete.",
    why: parties,
    mend: "Complete it with “/organisme completer”: street, postal code and town.",
  }),
  "invoice.customer-siren": ({ siret, fault }) => ({
    what:
      fault === "own"
        ? `The customer has the provider's own SIREN (SIRET ${siret}).`
        : `The customer of SIRET ${siret} is not known to Kairos: its name, address and SIREN would be missing.`,
    why: parties,
    mend: "Give the payer's SIRET on the agreement, then prepare the invoice again.",
  }),
  "invoice.customer-address": ({ customer }) => ({
    what: `The address of ${customer} is not complete.`,
    why: parties,
    mend: "Complete the payer's address on the agreement: it stands on the purchase order.",
  }),
  "invoice.exemption-reference": ({ fault, line }) => ({
    what:
      fault === "no-attestation"
        ? `Line ${line} is exempt from VAT, but the provider's certificate 3511 is not recorded.`
        : `Line ${line} has neither VAT nor a text that exempts it.`,
    why: "Without VAT, an invoice cites the text that exempts it; that of training asks for certificate 3511.",
    mend:
      fault === "no-attestation"
        ? "Record the day it took effect with “/organisme completer”."
        : "Correct the VAT regime of the agreement or the quote, then prepare the invoice again.",
  }),
  "invoice.vat-mixed": ({ line }) => ({
    what: `Line ${line} mixes two VAT regimes.`,
    why: "Each line has one regime: exempt at rate zero, or taxed at its rate. Under the small-business scheme nothing is taxed.",
    mend: "Correct the regime or the rate on the agreement or the quote, then prepare the invoice again.",
  }),
  "invoice.nda-mention": () => ({
    what: "The provider's activity number, or its region, is missing.",
    why: "It stands on the agreement and, failing an agreement, on the invoice (article R6351-6).",
    mend: "Record both with “/organisme completer”.",
  }),
  "invoice.rounding": ({ line, amountCents, expectedCents }) => ({
    what: `Line ${line}: the amount is ${formatCents(amountCents, "en")}, quantity and price give ${formatCents(expectedCents, "en")}.`,
    why: "The customer computes it again; a cent of difference gets the invoice rejected.",
    mend: "Discard this draft and prepare the invoice again.",
  }),
  "invoice.total-out-of-range": ({ cents, mostCents }) => ({
    what: `The total comes to ${formatCents(cents, "en")}.`,
    why: `An invoice asks for ${formatCents(0, "en")} to ${formatCents(mostCents, "en")}; what is to be given back goes through a credit note.`,
    mend: "Check deposits and penalty, or split the invoice into several.",
  }),
  "invoice.credit-reference": (params) => {
    const cited =
      params.fault === "nothing-cited" ? "" : `This credit note cites ${params.cited.number} of ${formatDay(params.cited.issuedOn, "en")}`;
    return {
      what: {
        "nothing-cited": "This credit note cites no invoice.",
        "not-issued": `${cited}, which is no invoice issued here.`,
        differs:
          params.fault === "differs"
            ? `${cited}; the invoice is ${params.invoice.number} of ${formatDay(params.invoice.issuedOn, "en")}.`
            : "",
      }[params.fault],
      why: "A credit note corrects one precise invoice: it carries its number and date (article 289 of the CGI).",
      mend: "Discard this draft and prepare the credit note from the invoice: /facture avoir.",
    };
  },
  "invoice.credit-over": ({ invoice, line, askedCents, leftCents }) => ({
    what: `The credit note takes back ${formatCents(askedCents, "en")}${line === undefined ? "" : ` on line ${line}`}, while ${formatCents(leftCents, "en")} is left to credit on ${invoice}.`,
    why: "Never more is given back than was billed, the credit notes issued before counted.",
    mend:
      leftCents > 0 ? `Keep the credit note to ${formatCents(leftCents, "en")}.` : "Nothing is left to credit here: choose another line.",
  }),
};
