import type { Sentences } from "../../catalogue.js";
import { contractLabels, poeiFormLabels, type quoteRules } from "../../quotes/index.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";

type SchemeCode = Extract<keyof typeof quoteRules, `${"aif" | "poei"}.${string}`>;

/** What AIF and POEI ask of a quote, in English. */
export const schemesEnglish: Sentences<SchemeCode> = {
  "aif.too-late": ({ days, asked }) => ({
    what: `${days} ${days === 1 ? "day is" : "days are"} left before the start; the usual practice is to file ${asked} days ahead (regional setting).`,
    why: "A file that comes too late is often refused for want of time to review it.",
    mend: "Call the adviser before you submit, or choose a later session.",
  }),
  "aif.started-before-agreement": ({ startsOn }) => ({
    what: `The training started on ${formatDay(startsOn, "en")}, before the written agreement of France Travail.`,
    why: "Training that starts before the agreement is not funded.",
    mend: "Put off the trainee's start until after the agreement, or choose another session.",
  }),
  "aif.non-pedagogical-cost": ({ askedCents, pedagogicalCents }) => ({
    what: `France Travail is asked for ${formatCents(askedCents, "en")}, for ${formatCents(pedagogicalCents, "en")} of pedagogical cost.`,
    why: "The AIF only pays the pedagogical cost: no registration, paperwork, exam or equipment.",
    mend: `Bring France Travail's share down to ${formatCents(pedagogicalCents, "en")} at most and have the rest paid otherwise.`,
  }),
  "aif.trainee-contribution": ({ excessCents }) => ({
    what: `The trainee would pay ${formatCents(excessCents, "en")} of the pedagogical cost.`,
    why: "The pedagogical part is in principle free for the job seeker.",
    mend: "Look for another funder, or check that your region accepts a contribution from the trainee.",
  }),
  "aif.cumul-forbidden": ({ funder }) => ({
    what: `In your region, the AIF cannot be combined with the aid “${funder}”.`,
    why: "France Travail checks the other funding before it grants the AIF.",
    mend: "Remove one of the two, or ask the adviser to agree.",
  }),
  "aif.over-cap": ({ hourly, askedCents, capCents }) => ({
    what: hourly
      ? `The hourly cost (${formatCents(askedCents, "en")}) is above the regional cap of the AIF (${formatCents(capCents, "en")}).`
      : `The request (${formatCents(askedCents, "en")}) is above the regional cap of the AIF (${formatCents(capCents, "en")}).`,
    why: "Above the cap set for your region, the file is refused.",
    mend: "Reduce the request, or find another funder for the difference.",
  }),
  "aif.formacode-excluded": ({ formacode }) => ({
    what: `Your region excludes Formacode ${formacode} from the AIF (regional setting).`,
    why: "Excluded fields are refused without the project being reviewed.",
    mend: "Check the session's Formacode, or guide the candidate towards other funding.",
  }),
  "aif.group-pattern": ({ quotes, session }) => ({
    what: `${quotes} AIF quotes are for the same session ${session}.`,
    why: "The AIF answers an individual need: it must not be used to make up a group.",
    mend: "Say in each quote what is particular to the candidate's project, or discuss group training (AFC) with the adviser.",
  }),
  "aif.cpf-first": () => ({
    what: "This course is eligible for the CPF.",
    why: "The CPF comes first; France Travail tops it up in Mon Compte Formation, without a quote in the Kairos portal.",
    mend: "Ask the candidate whether they will use their CPF; if not, note that they do not wish to.",
  }),
  "aif.second-quote-required": () => ({
    what: "Your region asks for two quotes, from two providers.",
    why: "Without a quote to compare with, the file stays incomplete.",
    mend: "Remind the candidate to ask for a second quote, then note its reference.",
  }),
  "poei.hours-over-cap": ({ minutes, mostMinutes, form }) => ({
    what: `The POEI counts ${formatMinutes(minutes)}, for ${formatMinutes(mostMinutes)} at most (${poeiFormLabels[form].en}).`,
    why: "Beyond the longest duration, France Travail does not pay.",
    mend:
      form === "tutoring"
        ? "Shorten it, or give part of the training to a provider (hybrid form)."
        : "Shorten it, or state that the candidate belongs to a priority audience if so.",
  }),
  "poei.tutoring-rate": ({ askedCents, mostCents }) => ({
    what: `Tutoring is charged at ${formatCents(askedCents, "en")} an hour, for ${formatCents(mostCents, "en")} at most.`,
    why: "France Travail caps what it pays for tutoring in the company.",
    mend: `Bring the rate down to ${formatCents(mostCents, "en")} an hour.`,
  }),
  "poei.contract-too-short": ({ kind, months, leastMonths, window }) => ({
    what:
      window > 0
        ? `The agency missions are spread over more than ${window} months after the training.`
        : `The planned contract (${contractLabels[kind].en}, ${months === 0 ? "length not stated" : `${months} ${months === 1 ? "month" : "months"}`}) is too short: ${leastMonths} months at least.`,
    why: "The POEI prepares lasting employment; the shortest contract is set by decree.",
    mend:
      window > 0
        ? `Gather ${leastMonths} months of missions within the ${window} months that follow.`
        : "Ask the employer whether the contract can be made longer.",
  }),
  "poei.offer-missing": () => ({
    what: "The number of the job offer filed with France Travail is missing.",
    why: "The POEI answers one particular offer: without it, there is no file.",
    mend: "Ask the employer for the number of the offer, and complete the quote.",
  }),
  "poei.hire-before-end": ({ hiredOn, endsOn }) => ({
    what: `Hiring is planned for ${formatDay(hiredOn, "en")}, whereas the training ends on ${formatDay(endsOn, "en")}.`,
    why: "The POEI takes place before hiring (article L6326-1).",
    mend: "Put off hiring to the day after the training ends, at the earliest.",
  }),
  "poei.tutor-load": ({ trainees, most }) => ({
    what: `The tutor would follow ${trainees} trainees at once, for ${most} at most.`,
    why: "Decree 2024-561 limits the number of trainees per tutor (3, or 2 if the tutor is the employer).",
    mend: "Name another tutor, or move one of the POEIs.",
  }),
  "poei.tutor-experience": ({ months, leastMonths }) => ({
    what: `The tutor has ${months} ${months === 1 ? "month" : "months"} of experience; ${leastMonths} are required.`,
    why: "The tutor must have known the trade for at least two years.",
    mend: "Name a more experienced tutor.",
  }),
  "poei.payee": ({ expected }) => ({
    what:
      expected === "employer"
        ? "Payment is planned to the provider, for tutoring in the company."
        : "Payment is planned to the employer, for training by an outside provider.",
    why: "France Travail pays the outside provider directly, and the employer when it trains by itself.",
    mend: expected === "employer" ? "Name the employer as the payee." : "Name the training provider as the payee.",
  }),
  "poei.scheme-obsolete": ({ day }) => ({
    what: `The AFPR has not existed since 21 June 2024, and this quote starts on ${formatDay(day, "en")}.`,
    why: "It was merged into the POEI (decree 2024-561): an AFPR quote is refused.",
    mend: "Make the quote again as a POEI.",
  }),
  "poei.poec-not-here": () => ({
    what: "The collective POE (POEC) does not go through a quote in the Kairos portal.",
    why: "It is run and funded by an OPCO.",
    mend: "Turn to the OPCO of the sector.",
  }),
};
