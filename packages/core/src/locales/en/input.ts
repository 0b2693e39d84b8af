import type { Sentences } from "../../catalogue.js";
import { formatDay } from "../../shared/calendar.js";
import type { identifierRules } from "../../shared/identifier-rules.js";
import type { inputRules } from "../../shared/input-rules.js";
import { kindLabels } from "../../shared/kind-labels.js";
import { sentenceCase } from "../../shared/text.js";
import { fileRefusedInEnglish } from "./file-faults.js";

const sirenWhy = "The SIREN identifies the provider: a quote with a wrong number is sent back.";
const siretWhy = "The SIRET identifies the establishment: without it, neither the session nor the quote can be found in the Kairos portal.";
const copyFromSirene = "Copy it from the provider's Sirene notice (avis de situation).";
const certificationWhy = "The adviser uses this code to check the certification aimed at.";
const copyFromCompetences = "Copy the code from the record published by France compétences.";

/** Malformed input and identifiers, in English. */
export const inputEnglish: Sentences<keyof typeof inputRules | keyof typeof identifierRules> = {
  "input.missing": () => ({
    what: "This information is missing.",
    why: "Nothing can be done without it.",
    mend: "Add it, then try again.",
  }),
  "input.nothing-given": () => ({
    what: "Nothing to change: no new value is given.",
    why: "What to correct cannot be guessed.",
    mend: "Give at least one of the options, with its new value.",
  }),
  "input.wrong-type": ({ expected, received }) => ({
    what: `${sentenceCase(typeNames[expected] ?? expected)} was expected, not ${typeNames[received] ?? received}.`,
    why: "The value does not have the expected shape.",
    mend: "Correct the value there.",
  }),
  "input.not-a-date": ({ value }) => ({
    what: `“${value}” is not a date that exists.`,
    why: "Without a reliable date, neither the period nor the deadlines can be checked.",
    mend: "Write it as 2026-12-07 or 07/12/2026 (day first).",
  }),
  "input.not-an-amount": ({ value }) => ({
    what: `“${value}” is not an amount in euros.`,
    why: "One misread amount makes the whole quote wrong.",
    mend: "Write it as 1190, 1190.50 or €1,190.50.",
  }),
  "input.ambiguous-amount": ({ value }) => ({
    what: `“${value}” can be read in two ways (thousands or decimals).`,
    why: "Amounts are not to be guessed.",
    mend: "Write it without a thousands separator and with two decimals: 1190.00.",
  }),
  "input.not-a-duration": ({ value }) => ({
    what: `“${value}” is not a duration.`,
    why: "A quote with vague hours is sent back.",
    mend: "Write it as 70 h, 70h30 or 3.5.",
  }),
  "input.not-a-number": ({ value }) => ({
    what: `“${value}” is not a whole number.`,
    why: "Whole things are counted here: lines, days, months.",
    mend: "Write it in figures: 3.",
  }),
  "input.unknown-value": ({ value, allowed }) => ({
    what: `“${value}” is not one of the allowed values.`,
    why: "Only those values mean anything here.",
    mend: typeof allowed === "string" ? `Choose one of: ${allowed}.` : `Write ${allowed.en}.`,
  }),
  "input.unknown-reference": ({ kind, reference }) => ({
    what: `The ${kindLabels[kind]?.en ?? kind} “${reference}” cannot be found.`,
    why: "No record of that name is open to you.",
    mend: "Check the reference; those that exist are suggested as you type.",
  }),
  "input.reference-taken": ({ kind, reference }) => ({
    what: `The ${kindLabels[kind]?.en ?? kind} “${reference}” already exists.`,
    why: "A reference stands for one record only.",
    mend:
      kind === "sheet"
        ? "There is nothing to do again; to attach it otherwise, remove the one that is there first."
        : "Choose another reference, or change the existing record.",
  }),
  "input.too-long": ({ most }) => ({
    what: `This is too long: ${most} at most.`,
    why: "The text would fit neither in the portal nor on the document.",
    mend: "Shorten it.",
  }),
  "input.too-short": ({ least }) => ({
    what: `This is too short: ${least} at least.`,
    why: "The information would be of no use.",
    mend: "Complete it.",
  }),
  "input.too-many": ({ most }) => ({
    what: `There are ${most} already, the most that are kept here.`,
    why: "Beyond that, nobody reads them again, and the database grows for nothing.",
    mend: "Remove what is no longer of use, or put several pages in one file.",
  }),
  "input.out-of-range": ({ least, most }) => ({
    what: `The value is out of range${limits(least, most)}.`,
    why: "Such a value is nearly always a typing mistake.",
    mend: "Correct the value.",
  }),
  "input.day-in-future": ({ day }) => ({
    what: `${formatDay(day, "en")} is in the future.`,
    why: "What happened is recorded, not what is expected.",
    mend: "Give the day it happened.",
  }),
  "input.unknown-field": ({ fields }) => ({
    what: `Unknown field: ${fields}.`,
    why: "A misnamed field would be lost without anyone noticing.",
    mend: "Remove it or correct its name.",
  }),
  "input.unreadable-text": () => ({
    what: "This text contains invisible control characters.",
    why: "They spoil the document and often hide a copy and paste gone wrong.",
    mend: "Type the text again by hand.",
  }),
  "input.expired": () => ({
    what: "This request has expired: nothing was done.",
    why: "What was shown may have changed since.",
    mend: "Run the command again.",
  }),
  "input.changed-since": () => ({
    what: "Something has changed since the preview: nothing was done.",
    why: "You would have confirmed something other than what you read.",
    mend: "Run the command again and read the preview.",
  }),
  "input.not-a-file": fileRefusedInEnglish,
  "input.malformed": () => ({
    what: "The value does not have the expected form.",
    why: "It cannot be read.",
    mend: "Correct the value there.",
  }),
  "id.siren-format": ({ value }) => ({ what: `“${value}” is not a SIREN: a SIREN has 9 digits.`, why: sirenWhy, mend: copyFromSirene }),
  "id.siren-checksum": ({ value }) => ({
    what: `The SIREN ${value} has a wrong check digit: one of its digits was mistyped.`,
    why: sirenWhy,
    mend: copyFromSirene,
  }),
  "id.siret-format": ({ value }) => ({ what: `“${value}” is not a SIRET: a SIRET has 14 digits.`, why: siretWhy, mend: copyFromSirene }),
  "id.siret-checksum": ({ value }) => ({
    what: `The SIRET ${value} has a wrong check digit: one of its digits was mistyped.`,
    why: siretWhy,
    mend: copyFromSirene,
  }),
  "id.nda-format": ({ value }) => ({
    what: `“${value}” is not an activity declaration number: that number has 11 characters (digits, or A or B for Corsica).`,
    why: "This number must appear on every quote (article R6351-6).",
    mend: "Copy it from the activity declaration receipt sent by the DREETS.",
  }),
  "id.nda-layout": ({ value }) => ({
    what: `The activity declaration number ${value} does not begin with a known region and department.`,
    why: "The usual layout is region (2), department (2), number (5), department (2); swapped digits are easily overlooked.",
    mend: "Compare it with the DREETS receipt; if it is the same, leave it.",
  }),
  "id.rncp-format": ({ value }) => ({
    what: `“${value}” is not an RNCP code: “RNCP” followed by digits, for example RNCP34862.`,
    why: certificationWhy,
    mend: copyFromCompetences,
  }),
  "id.rs-format": ({ value }) => ({
    what: `“${value}” is not a certification code: “RNCP” or “RS” followed by digits, for example RS6789.`,
    why: certificationWhy,
    mend: copyFromCompetences,
  }),
  "id.formacode-format": ({ value }) => ({
    what: `“${value}” is not a Formacode: a Formacode has 5 digits.`,
    why: "The Formacode places the course in the regional catalogue; some regions exclude some codes.",
    mend: "Use the Formacode of the course's record at the Carif-Oref.",
  }),
  "id.iban": ({ value }) => ({
    what: `“${value}” is not an IBAN: its check digits, or its length, are wrong.`,
    why: "A transfer to a wrong account is lost, and the invoice stays unpaid.",
    mend: "Copy it from the provider's bank details.",
  }),
  "id.bic": ({ value }) => ({
    what: `“${value}” is not a BIC: a BIC has 8 or 11 characters, such as AGRIFRPP.`,
    why: "Chorus Pro asks for it beside the IBAN.",
    mend: "Copy it from the provider's bank details.",
  }),
  "id.vat-number": ({ value }) => ({
    what: `“${value}” is not a French VAT number: FR, two characters, then the SIREN.`,
    why: "An invoice with a wrong VAT number is rejected.",
    mend: "Copy it from the tax office's letter; without a VAT number, give none.",
  }),
  "id.ft-id-format": ({ value }) => ({
    what: `“${value}” is not a France Travail identifier: 11 digits, or 8 characters (7 digits, then a digit or a letter).`,
    why: "France Travail finds the candidate by this identifier; with a wrong number, the quote reaches nobody.",
    mend: "Ask the candidate for the identifier shown in their personal space. It is never the social security number.",
  }),
  "id.nir-detected": () => ({
    what: "This text contains a social security number.",
    why: "Using one takes a legal authorisation that training providers do not generally have: nothing was saved.",
    mend: "Remove it; to refer to a candidate, use their reference (T-0001) or their France Travail identifier.",
  }),
};

/** One bound or both, in one pair of brackets. */
function limits(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return ` (${least} to ${most})`;
  if (least !== undefined) return ` (at least ${least})`;
  return most === undefined ? "" : ` (at most ${most})`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "yes or no",
  object: "an object",
  array: "a list",
  "unreadable-number": "an unreadable number",
  null: "nothing",
  undefined: "nothing",
};
