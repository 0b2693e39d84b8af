import type { Sentences } from "../../catalogue.js";
import { quoteActionLabels, type quoteRefusals, type quoteRules, quoteStatusLabels } from "../../quotes/index.js";
import { formatDay, formatMinutes, type IsoDate } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import { excerpt, sentenceCase } from "../../shared/text.js";
import { schemesEnglish } from "./quotes-schemes.js";

type QuoteCode = keyof typeof quoteRules | keyof typeof quoteRefusals;

/** Quotes, in English; the rules of each scheme stand apart. */
export const quotesEnglish: Sentences<QuoteCode> = {
  ...schemesEnglish,
  "quote.field-missing": ({ field }) => ({
    what: `${sentenceCase(requiredFields[field])} is missing.`,
    why: "An incomplete quote is sent back for correction, often several days later.",
    mend: "Fill it in before you submit.",
  }),
  "quote.dates-order": ({ startsOn, endsOn }) => ({
    what: `The training ends on ${formatDay(endsOn, "en")}, before it starts (${formatDay(startsOn, "en")}).`,
    why: "An impossible period is refused on entry.",
    mend: "Correct the start or end date.",
  }),
  "quote.hours-imprecise": ({ fault, minutes, expectedMinutes }) => ({
    what: {
      none: "The number of hours is not stated.",
      session: `The quote counts ${formatMinutes(minutes)} and the session ${formatMinutes(expectedMinutes)}, with no reason given.`,
      lines: `The lines count ${formatMinutes(minutes)} of training, the split of the hours ${formatMinutes(expectedMinutes)}.`,
    }[fault],
    why: "The adviser weighs the duration and the hourly cost; a quote with vague hours is sent back.",
    mend: {
      none: "Split the hours between the centre, the company and distance learning.",
      session: "Use the session's hours, or give the reason for the difference (shortened course, prior learning recognised…).",
      lines: "Bring the quantities of the hourly lines and the split of the hours into line.",
    }[fault],
  }),
  "quote.total-mismatch": ({ fault, statedCents, computedCents, line }) => ({
    what:
      fault === "line"
        ? `Line ${line} states ${formatCents(statedCents, "en")}, but quantity × unit price makes ${formatCents(computedCents, "en")}.`
        : `The total states ${formatCents(statedCents, "en")}, but the lines make ${formatCents(computedCents, "en")}.`,
    why: "A quote that is out by a single cent is sent back.",
    mend:
      fault === "line"
        ? "Correct the quantity, the unit price or the amount of this line."
        : "Work out the total again from the lines, VAT included.",
  }),
  "quote.funding-mismatch": ({ fundedCents, totalCents }) => ({
    what: `The funding plan covers ${formatCents(fundedCents, "en")}, for a total of ${formatCents(totalCents, "en")}.`,
    why: "France Travail must see who pays every euro.",
    mend:
      fundedCents > totalCents
        ? `Take the excess (${formatCents(fundedCents - totalCents, "en")}) off the share of France Travail, another funder or the trainee.`
        : `Share the difference (${formatCents(totalCents - fundedCents, "en")}) between France Travail, the other funders and the trainee.`,
  }),
  "quote.ancillary-not-split": ({ line, label, amountCents }) => ({
    what: `“${label}” (${formatCents(amountCents, "en")}) is counted among the pedagogical costs (line ${line}).`,
    why: "France Travail only pays the pedagogical cost (Pôle emploi instruction 2017-5); a quote with mixed costs is sent back.",
    mend: `Make line ${line} an ancillary cost, or word its label more precisely if it really is training.`,
  }),
  "quote.vat-regime": ({ fault, line }) => ({
    what: {
      "rate-with-exemption": `Line ${line} is exempt from VAT and yet carries a rate.`,
      "taxed-without-rate": `Line ${line} is subject to VAT but has no rate.`,
      "no-attestation": "The VAT exemption is applied although no 3511 attestation is filled in.",
    }[fault],
    why:
      fault === "no-attestation"
        ? "Only a provider that holds the 3511 attestation may invoice training without VAT."
        : "Each line has one regime only: exempt with the reference of the text, or taxed with its rate.",
    mend:
      fault === "no-attestation"
        ? "Fill in the day the provider's 3511 attestation took effect, or change its VAT regime."
        : "Correct the regime or the rate of this line.",
  }),
  "quote.state-approval-claim": ({ text }) => ({
    what: `The text “${text}” suggests an approval by the State.`,
    why: "Declaring the activity is not an approval; presenting it as one is an offence (article L6352-12).",
    mend: "Remove the claim: the legal wording is always printed on the quote.",
  }),
  "quote.nda-mention": ({ numberMissing }) => ({
    what: numberMissing
      ? "The provider's activity declaration number is missing."
      : "The region of the prefect who registered the activity declaration is missing.",
    why: "The quote must carry “déclaration d'activité enregistrée sous le numéro … auprès du préfet de région …” (article R6351-6).",
    mend: "Complete the provider's record from the DREETS receipt.",
  }),
  "quote.title-mismatch": ({ title, sessionTitle }) => ({
    what: `The title “${title}” is not that of the session, “${sessionTitle}”.`,
    why: "The adviser finds the course by its exact title.",
    mend: "Use the session's title, word for word.",
  }),
  "quote.dates-mismatch": ({ startsOn, endsOn, sessionStartsOn, sessionEndsOn }) => ({
    what: `The quote ${period(startsOn, endsOn)}, outside the session (${formatDay(sessionStartsOn, "en")} to ${formatDay(sessionEndsOn, "en")}).`,
    why: "France Travail compares the dates of the quote with those of the listed session.",
    mend: "Use the session's dates, or choose the right session.",
  }),
  "quote.session-overlap": ({ reference, startsOn, endsOn }) => ({
    what: `The trainee already has quote ${reference}, from ${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}: the dates overlap.`,
    why: "Nobody can follow two courses at once; one of the two quotes would be refused.",
    mend: "Change the dates, or cancel one of the two quotes.",
  }),
  "quote.hourly-rate-outlier": ({ hourlyCents, leastCents, mostCents }) => ({
    what: `The hourly cost is ${formatCents(hourlyCents, "en")}, outside the usual range (${range(leastCents, mostCents)}).`,
    why: "The adviser assesses the hourly cost; an unexplained gap delays the answer.",
    mend: "Check the hours and the prices; if the gap is intended, say why in the notes of the quote.",
  }),
  "quote.price-differs-from-catalogue": ({ quotedCents, catalogueCents }) => ({
    what: `The pedagogical cost (${formatCents(quotedCents, "en")}) is not the catalogue price (${formatCents(catalogueCents, "en")}).`,
    why: "The adviser can see the session's public price.",
    mend: "Bring the quote or the session's record into line, or explain the difference in the notes.",
  }),
  "quote.candidate-info-mismatch": ({ field, told, quoted }) => ({
    what: `${sentenceCase(announcedFields[field])} in the quote (${inWords(field, quoted)}) is not what the candidate was told (${inWords(field, told)}).`,
    why: "The candidate approves the quote in their own space: if it is not what they were told, they decline it or ask for a correction.",
    mend: "Correct the quote, or tell the candidate and record what they have now been told.",
  }),
  "quote.candidate-validation-missing": () => ({
    what: "No approval by the candidate is recorded.",
    why: "Until it is approved in the candidate's France Travail space, the request is not reviewed.",
    mend: "Ask the candidate to approve the quote in their space, then record the approval.",
  }),
  "quote.changed-after-acceptance": ({ version, approvedVersion }) => ({
    what: `The candidate approved version ${approvedVersion}; the quote is now at version ${version}.`,
    why: "An approval only holds for what the candidate read.",
    mend: "Submit the new version to the candidate and record the new approval.",
  }),
  "quote.validity-over": ({ validUntil }) => ({
    what: `The quote was valid until ${formatDay(validUntil, "en")} and no longer is.`,
    why: "A lapsed price no longer binds the provider and may be set aside.",
    mend: "Extend the validity, or mark the quote as expired.",
  }),
  "quote.candidate-reminder": ({ days, reminder }) => ({
    what: `The candidate has not yet approved the quote, submitted ${days} ${days === 1 ? "day" : "days"} ago (reminder no. ${reminder}).`,
    why: "Until they approve it, the adviser cannot see the request.",
    mend: "Call the candidate and walk them through the approval in their France Travail space.",
  }),
  "quote.transition-illegal": ({ action, status, possible }) => ({
    what: `“${sentenceCase(quoteActionLabels[action].en)}” is not possible: the quote is “${quoteStatusLabels[status].en}”.`,
    why: "Each step comes in its turn: the candidate approves, then France Travail reviews and decides.",
    mend:
      possible.length === 0
        ? "This quote is finished; make a new one."
        : `At this stage, you can: ${possible.map((other) => quoteActionLabels[other].en).join(", ")}.`,
  }),
  "quote.same-person": () => ({
    what: "Whoever entered this quote may not record its approval.",
    why: "A second pair of eyes prevents mistakes and protects everyone (separation of duties).",
    mend: "Ask someone else who has the right “approve a quote”.",
  }),
  "quote.not-expired": ({ validUntil }) => ({
    what: `The quote is still valid until ${formatDay(validUntil, "en")}.`,
    why: "A valid quote still binds the provider.",
    mend: "Wait until it lapses, or cancel the quote.",
  }),
  "quote.act-too-early": ({ on, lastOn }) => ({
    what: `${formatDay(on, "en")} comes before the previous step, recorded on ${formatDay(lastOn, "en")}.`,
    why: "A file whose dates contradict each other proves nothing.",
    mend: "Check the day of the answer; the candidate cannot approve the quote before receiving it.",
  }),
  "quote.act-in-future": ({ on }) => ({
    what: `${formatDay(on, "en")} is in the future.`,
    why: "What is recorded is what has happened, not what is expected.",
    mend: "Give the day on which it happened.",
  }),
};

const requiredFields = {
  title: "the exact title",
  sessionReference: "the session's reference",
  traineeId: "the trainee",
  startsOn: "the start date",
  endsOn: "the end date",
  place: "the place",
  lines: "the pedagogical cost",
  totalCents: "the total amount",
  funding: "the funding plan",
  validUntil: "the validity date",
  franceTravailId: "the trainee's France Travail identifier",
  poei: "the POEI section (form, employer, job offer, contract)",
  employer: "the employer of the POEI",
  contract: "the contract planned after the POEI",
};

const announcedFields = {
  title: "the title",
  startsOn: "the start date",
  endsOn: "the end date",
  totalMinutes: "the duration",
  costCents: "the cost",
  place: "the place",
};

function inWords(field: keyof typeof announcedFields, value: string | number): string {
  if (typeof value === "string") return field === "startsOn" || field === "endsOn" ? formatDay(value, "en") : excerpt(value);
  return field === "costCents" ? formatCents(value, "en") : formatMinutes(value);
}

/** One of the two days is empty while the quote does not say it. */
function period(startsOn: IsoDate, endsOn: IsoDate): string {
  if (endsOn === "") return `starts on ${formatDay(startsOn, "en")}`;
  return startsOn === "" ? `ends on ${formatDay(endsOn, "en")}` : `runs from ${formatDay(startsOn, "en")} to ${formatDay(endsOn, "en")}`;
}

/** A range that is open at one end says the other one only. */
function range(leastCents: number, mostCents: number): string {
  if (mostCents >= Number.MAX_SAFE_INTEGER) return `${formatCents(leastCents, "en")} or more`;
  if (leastCents === 0) return `${formatCents(mostCents, "en")} at most`;
  return `${formatCents(leastCents, "en")} to ${formatCents(mostCents, "en")}`;
}
