import type { Sentences } from "../../catalogue.js";
import type { dutyRules, electronicInvoiceRules } from "../../invoices/index.js";
import { subjectNames, termNames } from "../../invoices/index.js";
import { formatDay } from "../../shared/calendar.js";
import { formatCents, formatRate } from "../../shared/money.js";
import { sentenceCase } from "../../shared/text.js";

const named = (term: keyof typeof termNames) => `${sentenceCase(termNames[term].en)} (${term})`;
const refusedWhy = "The platform rejects the file; Chorus Pro keeps it, then never hands it on: nobody pays it.";
const sumsWhy = "An invoice whose amounts do not hold together is rejected by the platform, or paid late.";
const mendLines = "Take up the draft again: its lines and totals are computed together.";
const recopy = "Copy it from the Sirene notice into the provider's or the customer's record.";

export const einvoiceEnglish: Sentences<keyof typeof electronicInvoiceRules | keyof typeof dutyRules> = {
  "einvoice.number-format": ({ term, length, most }) => ({
    what: `${named(term)} has ${length} characters, or signs that are not allowed.`,
    why: `It has ${most} characters at most, among A-Z, a-z, 0-9, “+”, “-”, “_” and “/” (rules BR-FR-01, BR-FR-02 and CPRO-02).`,
    mend: "Set the prefix of the provider's number series.",
  }),
  "einvoice.process": ({ process }) => ({
    what: `The business process “${process}” (BT-23) is not accepted.`,
    why: "The reform replaced Chorus Pro's old codes (A1…); S5 is closed to public bodies (rules BR-FR-08 and CPRO-24).",
    mend: "A service is S1; already paid, S2; after a deposit, S4.",
  }),
  "einvoice.deposit-process": ({ process }) => ({
    what: `A deposit invoice (386) cannot be of process ${process}.`,
    why: "S4 announces the last invoice, after the deposits (rule BR-FR-CO-08).",
    mend: "A deposit is of process S1, or S2 when it is already paid.",
  }),
  "einvoice.code": ({ term, value, allowed }) => ({
    what: `“${value}” is not a known code for ${termNames[term].en} (${term}).`,
    why: refusedWhy,
    mend: `Possible codes: ${allowed}.`,
  }),
  "einvoice.currency": ({ currency }) => ({
    what: `The invoice is in “${currency}”, not in euros.`,
    why: "All amounts of Kairos are cents of euro: in another currency they would be wrong.",
    mend: "Make out the invoice in euros.",
  }),
  "einvoice.note-missing": ({ subject }) => ({
    what: `The note ${subjectNames[subject]?.en ?? ""} (${subject}) is missing.`,
    why: "It is mandatory between professionals, and the file is rejected without it (rule BR-FR-05).",
    mend: "Complete the provider's notes.",
  }),
  "einvoice.note-repeated": ({ subject, count }) => ({
    what: `The note ${subject} is there ${count} times.`,
    why: "It must be there once (rules BR-FR-06 and BR-FR-31).",
    mend: "Put these texts together in one note.",
  }),
  "einvoice.note-treatment": ({ text, allowed }) => ({
    what: `The note BAR says “${text}”.`,
    why: "Platforms read in it how to treat the invoice, by a code (rule BR-FR-20).",
    mend: `Possible codes: ${allowed}.`,
  }),
  "einvoice.preceding": ({ type, count, least }) => ({
    what:
      count < least
        ? `A document of type ${type} must cite the invoice it corrects, by number and date (BT-25, BT-26).`
        : `The document cites ${count} invoices, where one is the most.`,
    why: "A credit note without its invoice is rejected; Chorus Pro takes one only (rules BR-FR-CO-04, BR-FR-CO-05 and CPRO-20).",
    mend: count < least ? "Start from the invoice to be corrected: /facture avoir." : "Make out one document for each invoice cited.",
  }),
  "einvoice.day": ({ term, day }) => ({
    what: `“${formatDay(day, "en")}” is not a possible day for ${termNames[term].en} (${term}).`,
    why: "A date of an invoice exists and lies between 2000 and 2099 (rule BR-FR-03).",
    mend: "Correct the date.",
  }),
  "einvoice.days-order": ({ first, firstDay, second, secondDay }) => ({
    what: `${sentenceCase(termNames[second].en)} (${formatDay(secondDay, "en")}) comes before ${termNames[first].en} (${formatDay(firstDay, "en")}).`,
    why: "The file would be rejected (rules BR-FR-CO-07, BR-29 and BR-30).",
    mend: "Correct one of the two dates.",
  }),
  "einvoice.due-missing": () => ({
    what: "Something is left to pay, and the invoice does not say when.",
    why: "The due date, or the payment terms, are mandatory as soon as an amount is due (rule BR-CO-25).",
    mend: "Add the due date.",
  }),
  "einvoice.siren": ({ term, value }) => ({
    what: `${named(term)} “${value}” does not have 9 digits.`,
    why: "The legal identifier of each party is its SIREN (rules BR-FR-10 and BR-FR-32).",
    mend: recopy,
  }),
  "einvoice.siret": ({ term, siret, siren }) => ({
    what: `${named(term)} “${siret}” does not have 14 digits, or does not begin with the SIREN ${siren}.`,
    why: "A SIRET is a SIREN followed by five digits (rule BR-FR-09).",
    mend: recopy,
  }),
  "einvoice.siret-missing": ({ term }) => ({
    what: `${named(term)} is missing.`,
    why: "Chorus Pro finds the seller and the recipient by their SIRETs (rule CPRO-10).",
    mend: recopy,
  }),
  "einvoice.service-code": ({ value }) => ({
    what: `The service code (BT-46) “${value}” holds something else than letters without accents, digits, “+”, “-”, “_” and “.”.`,
    why: "Chorus Pro cannot find the customer's service under this code (rule BR-FR-24).",
    mend: "Copy it from Chorus Pro's directory, and record it with the customer.",
  }),
  "einvoice.electronic-address-missing": ({ term }) => ({
    what: `${named(term)} is missing.`,
    why: "The directory finds the recipient's platform by it (rules BR-FR-12 and BR-FR-13).",
    mend: "Unless there is another, it is the SIREN.",
  }),
  "einvoice.electronic-address": ({ term, value }) => ({
    what: `${named(term)} “${value}” is not an address of the directory.`,
    why: "It has 125 characters at most, among A-Z, a-z, 0-9, “-”, “_” and “.” (rules BR-FR-23 and BR-FR-25).",
    mend: "It is the SIREN, or the SIREN followed by “_” and what the directory says.",
  }),
  "einvoice.electronic-address-other": ({ value, siren }) => ({
    what: `The buyer's electronic address “${value}” does not begin with its SIREN ${siren}.`,
    why: "Between French companies, it must (rules BR-FR-11 and BR-FR-21).",
    mend: "Complete the buyer's SIREN, or correct its electronic address.",
  }),
  "einvoice.vat-number": ({ term, value }) => ({
    what: `${named(term)} “${value}” does not begin with the code of a country.`,
    why: "A French VAT number is FR, two characters and the SIREN (rule BR-CO-09).",
    mend: "Correct it, or remove it when there is none.",
  }),
  "einvoice.country": ({ term, value }) => ({
    what: `${named(term)} “${value}” is not the code of a country.`,
    why: "It has two letters, FR for France (rules BR-09 and BR-11).",
    mend: "Correct the country.",
  }),
  "einvoice.iban": ({ length, most }) => ({
    what: length > most ? `The IBAN has ${length} characters, ${most} at most.` : "The IBAN is wrong: its key does not fit.",
    why: "The transfer would come back, or never leave (rules BR-61 and CPRO-39).",
    mend: "Copy the IBAN from the bank's paper, without blanks.",
  }),
  "einvoice.text-unfit": ({ term }) => ({
    what: `${named(term)} is empty, or holds a character that no XML file can carry.`,
    why: "The file would be unreadable, or would not say what the invoice says.",
    mend: "Type this text again.",
  }),
  "einvoice.text-too-long": ({ term, length, most }) => ({
    what: `${named(term)} has ${length} characters, ${most} at most.`,
    why: "Chorus Pro keeps the file, then never hands it on: nobody pays it (CPRO rules).",
    mend: "Shorten this text.",
  }),
  "einvoice.address-lines": ({ term, count }) => ({
    what: `${named(term)} has ${count} lines, three at most.`,
    why: "The others would be lost.",
    mend: "Put them together in three lines.",
  }),
  "einvoice.amount": ({ term }) => ({
    what: `${named(term)} is negative, or too large to be exact.`,
    why: "All amounts of an invoice are positive, those of a credit note too, and are counted in whole cents.",
    mend: "Take up the draft again; to give money back, make out a credit note (/facture avoir).",
  }),
  "einvoice.line-missing": () => ({
    what: "The invoice has no line.",
    why: "It must have one at least (rule BR-16).",
    mend: "Prepare it again: /facture preparer.",
  }),
  "einvoice.vat-rate": ({ category, rate }) => ({
    what: `The VAT rate ${formatRate(rate, "en")} does not go with category ${category}.`,
    why: "An exempt line (E) is at 0 %, a taxed one (S) at a rate in force in France (rules BR-E-05, BR-S-05 and BR-FR-16).",
    mend: "Correct the line's regime or rate.",
  }),
  "einvoice.exemption-reason": ({ category }) => ({
    what: category === "E" ? "The VAT exemption does not say its reason." : "A reason of exemption goes with VAT that is due.",
    why: "An exemption cites its text, VAT that is due cites none (rules BR-E-10 and BR-S-10).",
    mend: "Correct the line's VAT regime.",
  }),
  "einvoice.already-paid": ({ prepaidCents, grossCents, dueCents }) => ({
    what: `The invoice is said to be paid already (S2), but ${formatCents(prepaidCents, "en")} of ${formatCents(grossCents, "en")} are paid and ${formatCents(dueCents, "en")} are left.`,
    why: "An S2 invoice is paid in full, and its due date is the day of payment (rule BR-FR-CO-09).",
    mend: "Give the payment and its day, or leave the invoice to be paid (S1).",
  }),
  "einvoice.line-amount": ({ line, saidCents, computedCents }) => ({
    what: `Line ${line} says ${formatCents(saidCents, "en")}; quantity × unit price make ${formatCents(computedCents, "en")}.`,
    why: sumsWhy,
    mend: mendLines,
  }),
  "einvoice.total-mismatch": ({ rule, term, saidCents, computedCents }) => ({
    what: `${named(term)} is ${formatCents(saidCents, "en")}; the computation gives ${formatCents(computedCents, "en")} (rule ${rule}).`,
    why: sumsWhy,
    mend: mendLines,
  }),
  "einvoice.vat-group": ({ category, rate, count }) => ({
    what:
      count === 0
        ? `Nothing sums up the VAT of category ${category} at ${formatRate(rate, "en")}, which lines bear (rule BR-${category}-01).`
        : `The VAT of category ${category} at ${formatRate(rate, "en")} is summed up ${count} times (rule BR-${category}-01).`,
    why: "Each rate has one base and one tax: without them the VAT of the invoice cannot be checked.",
    mend: mendLines,
  }),
  "einvoice.vat-taxable": ({ category, rate, saidCents, computedCents }) => ({
    what: `The base of VAT at ${formatRate(rate, "en")} is ${formatCents(saidCents, "en")}; the lines of that rate make ${formatCents(computedCents, "en")} (rule BR-${category}-08).`,
    why: sumsWhy,
    mend: mendLines,
  }),
  "einvoice.vat-amount": ({ rate, saidCents, computedCents }) => ({
    what: `VAT at ${formatRate(rate, "en")} is ${formatCents(saidCents, "en")}; its base gives ${formatCents(computedCents, "en")} (rule BR-CO-17).`,
    why: sumsWhy,
    mend: mendLines,
  }),
  "einvoice.through-chorus": () => ({
    what: "The customer is a public body: the invoice goes through Chorus Pro.",
    why: "Whatever the VAT regime; an approved platform is of no use for it.",
    mend: "Deposit it on Chorus Pro: /facture depot prepares the package.",
  }),
  "einvoice.out-of-scope-exempt": () => ({
    what: "This invoice is outside the duty to issue electronic invoices.",
    why: "Training exempt by article 261 of the tax code is; the duty to receive them stands.",
    mend: "Send it as agreed with the customer; the Factur-X file can be used all the same.",
  }),
  "einvoice.issue-due": () => ({
    what: "This invoice bears VAT, or comes under the small-business scheme: it must be issued by an approved platform.",
    why: "The reform asks it of companies of this size; a PDF sent by e-mail is no longer enough.",
    mend: "Give the Factur-X file to your platform. If the size is wrong: /organisme regler.",
  }),
  "einvoice.reception-not-ready": ({ receivesFrom }) => ({
    what:
      receivesFrom === undefined
        ? "The provider has not said by which platform it receives electronic invoices."
        : `The provider only receives electronic invoices from ${formatDay(receivesFrom, "en")}.`,
    why: "Every business must be able to receive them, exempt from VAT or not.",
    mend: "Choose an approved platform, then say from when it receives: /organisme regler.",
  }),
};
