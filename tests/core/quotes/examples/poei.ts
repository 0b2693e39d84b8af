import { fund, type PoeiForm, type QuoteInput, type QuoteSituation } from "@kairos/core";
import type { poeiRules } from "../../../../packages/core/src/quotes/rules/poei.js";
import type { schemeRules } from "../../../../packages/core/src/quotes/rules/schemes.js";
import { aLine, aPoeiQuote, aPoeiSession, type Overrides } from "../../../examples/index.js";
import { aif, type Examples, poei, providerWith } from "./example.js";

type Part = Overrides<NonNullable<QuoteInput["poei"]>>;

const tutor = { experienceMonths: 24, trainees: 3, isEmployer: false, hourlyCents: 5_00 };
const contract = (part: NonNullable<Part["contract"]>) => poei({ poei: { contract: { startsOn: "2027-03-27", ...part } } });
const tutored = (part: NonNullable<Part["tutor"]>) => poei({ poei: { form: "hybrid", tutor: { ...tutor, ...part } } });

export const poeiExamples: Examples<typeof poeiRules> = {
  "poei.hours-over-cap": {
    broken: lasting(451, "external"),
    path: ["hours"],
    silent: {
      "450 h with a provider": lasting(450, "external"),
      "450 h, half of it tutoring": lasting(450, "hybrid"),
      "600 h for a priority audience": lasting(600, "external", { priorityAudience: true }),
      "300 h of tutoring": lasting(300, "tutoring"),
      "451 h before the reform, its cap unknown": {
        ...lasting(451, "external"),
        quote: { ...lasting(451, "external").quote, startsOn: "2024-06-20" },
      },
      "the contract of the region allows 500 h": {
        ...lasting(500, "external"),
        ...providerWith({ poei: { maxProviderMinutes: 500 * 60 } }),
      },
    },
  },
  "poei.tutoring-rate": {
    broken: tutored({ hourlyCents: 5_01 }),
    path: ["poei", "tutor", "hourlyCents"],
    silent: {
      "300 h of tutoring at 5,00 €": lasting(300, "tutoring"),
      "the tutor of a hybrid asks for 5,00 €": tutored({}),
      "an outside provider is not a tutor": poei(),
      "the agreement allows 6,00 €": { ...tutored({ hourlyCents: 6_00 }), ...providerWith({ poei: { tutorHourlyCents: 6_00 } }) },
    },
  },
  "poei.contract-too-short": {
    broken: contract({ kind: "fixed-term", months: 5 }),
    path: ["poei", "contract", "months"],
    silent: {
      "open-ended": poei(),
      "six months": contract({ kind: "fixed-term", months: 6 }),
      "four months of a season": contract({ kind: "seasonal", months: 4 }),
      "six months of missions within nine": contract({ kind: "agency", months: 6, withinMonths: 9 }),
      "a professionalisation contract without an end": contract({ kind: "professionalisation" }),
      "an apprenticeship of two years": contract({ kind: "apprenticeship", months: 24 }),
    },
  },
  "poei.offer-missing": {
    broken: poei({ poei: { offerReference: undefined } }),
    path: ["poei", "offerReference"],
    silent: { "the offer's number is there": poei() },
  },
  "poei.hire-before-end": {
    broken: poei({ poei: { contract: { startsOn: "2027-03-25" } } }),
    path: ["poei", "contract", "startsOn"],
    silent: {
      "hired the day after": poei({ poei: { contract: { startsOn: "2027-03-27" } } }),
      "the hiring day is unknown": poei({ poei: { contract: { startsOn: undefined } } }),
    },
  },
  "poei.tutor-load": {
    broken: tutored({ trainees: 4 }),
    path: ["poei", "tutor", "trainees"],
    silent: { "three trainees": tutored({ trainees: 3 }), "two for an employer": tutored({ trainees: 2, isEmployer: true }) },
  },
  "poei.tutor-experience": {
    broken: tutored({ experienceMonths: 23 }),
    path: ["poei", "tutor", "experienceMonths"],
    silent: { "two years exactly": tutored({ experienceMonths: 24 }), "no tutor in an outside training": poei() },
  },
  "poei.payee": {
    broken: poei({ poei: { payee: "employer" } }),
    path: ["poei", "payee"],
    silent: {
      "the outside provider is paid": poei({ poei: { payee: "provider" } }),
      "the employer who tutors is paid": lasting(300, "tutoring", { payee: "employer" }),
      "either, when both train": poei({ poei: { form: "hybrid", payee: "employer" } }),
      "nothing is said": poei({ poei: { payee: undefined } }),
    },
  },
};

export const schemeExamples: Examples<typeof schemeRules> = {
  "poei.scheme-obsolete": {
    broken: aif({ scheme: "afpr" }),
    path: ["scheme"],
    silent: {
      "an AFPR begun the day before the reform": aif({ scheme: "afpr", startsOn: "2024-06-20" }),
      "an AIF": aif(),
      "a POEI": poei(),
    },
  },
  "poei.poec-not-here": {
    broken: aif({ scheme: "poec" }),
    path: ["scheme"],
    silent: { "an individual POE": poei() },
  },
};

/** The same rules broken in another way. */
export const otherFaults: readonly [
  string,
  keyof typeof poeiRules | keyof typeof schemeRules,
  QuoteSituation,
  readonly (string | number)[],
][] = [
  ["301 h of tutoring", "poei.hours-over-cap", lasting(301, "tutoring"), ["hours"]],
  ["601 h for a priority audience", "poei.hours-over-cap", lasting(601, "hybrid", { priorityAudience: true }), ["hours"]],
  ["tutoring billed above what the tutor asks", "poei.tutoring-rate", lasting(300, "tutoring", {}, 5_01), ["lines"]],
  ["three months of a season", "poei.contract-too-short", contract({ kind: "seasonal", months: 3 }), ["poei", "contract", "months"]],
  [
    "missions over ten months",
    "poei.contract-too-short",
    contract({ kind: "agency", months: 6, withinMonths: 10 }),
    ["poei", "contract", "withinMonths"],
  ],
  ["a fixed term of unknown length", "poei.contract-too-short", contract({ kind: "fixed-term" }), ["poei", "contract", "months"]],
  ["three trainees for an employer", "poei.tutor-load", tutored({ trainees: 3, isEmployer: true }), ["poei", "tutor", "trainees"]],
  [
    "hired on the last day",
    "poei.hire-before-end",
    poei({ poei: { contract: { startsOn: "2027-03-26" } } }),
    ["poei", "contract", "startsOn"],
  ],
  ["the provider is paid for the employer's tutoring", "poei.payee", lasting(300, "tutoring", { payee: "provider" }), ["poei", "payee"]],
  ["an AFPR begun on the day of the reform", "poei.scheme-obsolete", aif({ scheme: "afpr", startsOn: "2024-06-21" }), ["scheme"]],
  ["an AFPR without a date", "poei.scheme-obsolete", aif({ scheme: "afpr", startsOn: undefined }), ["scheme"]],
];

/** A POEI of so many hours, tutored at 5,00 € when the company trains alone. */
function lasting(hours: number, form: PoeiForm, part: Part = {}, hourlyCents = form === "tutoring" ? 5_00 : 12_00): QuoteSituation {
  const split = form === "tutoring" ? { companyMinutes: hours * 60, centreMinutes: 0 } : { centreMinutes: hours * 60 };
  const line = aLine({
    label: "Vente en boulangerie",
    quantity: hours * 60,
    unitPriceCents: hourlyCents,
    amountCents: hours * hourlyCents,
  });
  const inCompany = form === "tutoring" ? { payee: "employer" as const, tutor } : {};
  const quote = fund(aPoeiQuote({ hours: split, lines: [line], poei: { form, ...inCompany, ...part } }));
  return { ...poei(), quote, session: aPoeiSession({ hours: quote.hours, priceCents: hours * hourlyCents }) };
}
