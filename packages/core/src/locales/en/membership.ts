import type { Sentences } from "../../catalogue.js";
import { type providerRules, qualiopiCategoryLabels } from "../../membership/index.js";
import type { sessionRules } from "../../sessions/index.js";
import { formatDay } from "../../shared/calendar.js";

const qualiopiWhy =
  "The Kairos portal only lets a quote be entered if the certification appears under “Informations prestataire / Qualité”.";

/** The provider and its sessions, in English; `id.nda-layout` is said with the identifiers. */
export const membershipEnglish: Sentences<Exclude<keyof typeof providerRules, "id.nda-layout"> | keyof typeof sessionRules> = {
  "org.qualiopi-missing": () => ({
    what: "The provider's Qualiopi certification is not filled in.",
    why: qualiopiWhy,
    mend: "Fill in the certified categories and the end date of the certificate.",
  }),
  "org.qualiopi-expired": ({ endsOn }) => ({
    what: `The Qualiopi certification ended on ${formatDay(endsOn, "en")}.`,
    why: qualiopiWhy,
    mend: "Ask your certification body for the new certificate, then fill in its end date.",
  }),
  "org.qualiopi-category": ({ category }) => ({
    what: `The Qualiopi certification does not cover the category “${qualiopiCategoryLabels[category].en}”.`,
    why: "The funder checks that the certified category is that of the training.",
    mend: "Check the categories on your certificate, or ask for it to be extended.",
  }),
  "org.qualiopi-ends-before-session": ({ endsOn, sessionEndsOn }) => ({
    what: `The Qualiopi certification ends on ${formatDay(endsOn, "en")}, before the end of the training (${formatDay(sessionEndsOn, "en")}).`,
    why: "Payment may be refused if the certification lapses during the training.",
    mend: "Plan the renewal audit before the session ends.",
  }),
  "org.agreement-expired": ({ endsOn }) => ({
    what: `The provider's portal agreement ended on ${formatDay(endsOn, "en")}.`,
    why: "Without a valid agreement, the Kairos portal can no longer be used.",
    mend: "The account manager (RGC) must ask France Travail to renew it.",
  }),
  "org.agreement-expiring": ({ endsOn, days }) => ({
    what: `The portal agreement ends on ${formatDay(endsOn, "en")}, ${inDays(days)}.`,
    why: "Renewal goes by post and takes several weeks.",
    mend: "The account manager (RGC) can ask for the renewal now.",
  }),
  "privacy.log-retention": ({ months, least, most }) => ({
    what: `The audit trail is kept ${months} ${months === 1 ? "month" : "months"}; the CNIL advises ${least} to ${most} months.`,
    why: "Shorter, it no longer explains an incident; longer, it follows people without need.",
    mend: `Come back to ${least} to ${most} months, or write in the register of processing why another period is needed.`,
  }),
  "id.siret-siren-mismatch": ({ siret, siren }) => ({
    what: `The SIRET ${siret} does not begin with the SIREN ${siren}.`,
    why: "The two numbers would point to two different companies.",
    mend: "Copy both from the same Sirene notice (avis de situation).",
  }),
  "session.dates-order": ({ startsOn, endsOn }) => ({
    what: `The session ends on ${formatDay(endsOn, "en")}, before it starts (${formatDay(startsOn, "en")}).`,
    why: "An impossible period is refused when the quote is entered.",
    mend: "Correct the start or end date.",
  }),
  "id.certification-expired": ({ certification, endsOn, startsOn }) => ({
    what: `The registration of ${certification} ends on ${formatDay(endsOn, "en")}, before the session starts (${formatDay(startsOn, "en")}).`,
    why: "A course that leads to a lapsed certification can generally no longer be funded.",
    mend: "Check with France compétences whether the record was renewed under another number.",
  }),
  "id.formacode-version-missing": ({ formacode }) => ({
    what: `The version of Formacode ${formacode} is not stated.`,
    why: "The same code changes meaning from one edition to the next (V12, V14…).",
    mend: "Add the version shown on the Carif-Oref record.",
  }),
};

function inDays(days: number): string {
  return days === 0 ? "today" : `in ${days} ${days === 1 ? "day" : "days"}`;
}
