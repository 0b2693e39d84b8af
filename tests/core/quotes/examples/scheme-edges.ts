import { fund, type QuoteSituation } from "@kairos/core";
import { aPoeiQuote, aQuote } from "../../../examples/index.js";
import { aif, another, poei, providerWith } from "./example.js";

const decided = { version: 1, recordedBy: "karim", recordedAt: "2026-11-30T10:00:00Z" };
const approval = { ...decided, on: "2026-11-17" };
const tutor = { experienceMonths: 24, trainees: 2, isEmployer: false, hourlyCents: 5_00 };
const contract = { kind: "fixed-term", startsOn: "2027-03-27", months: 6 } as const;
const waiting = { status: "awaiting-candidate", submittedOn: "2026-11-13" } as const;
const beforeReform = { startsOn: "2024-06-20", endsOn: "2024-06-28" };

/** The same for the rules of one scheme. */
export const schemeEdges = (): readonly (readonly [string, QuoteSituation])[] => [
  ["fourteen days before, in a region that insists", aif({}, { today: "2026-11-23", ...providerWith({ aif: { lateIsBlocking: true } }) })],
  ["submitted a day late", aif({ ...waiting, submittedOn: "2026-11-23" }, { today: "2026-11-24" })],
  ["approved a day late", aif({ status: "approved", approval }, { today: "2026-11-23" })],
  ["under review a day late", aif({ status: "under-review", approval }, { today: "2026-11-23" })],
  ["to be corrected a day late", aif({ status: "correction-requested", approval }, { today: "2026-11-23" })],
  ["refused a day late", aif({ status: "refused", approval }, { today: "2026-11-23" })],
  ["submitted on the day it starts", aif({ ...waiting, submittedOn: "2026-12-07" }, { today: "2026-12-07" })],
  ["submitted the day after it started", aif({ ...waiting, submittedOn: "2026-12-08" }, { today: "2026-12-08" })],
  ["started, its first day unknown", aif({ startsOn: undefined }, { today: "2026-12-20" })],
  ["refused since it started", aif({ status: "refused", approval }, { today: "2027-01-04" })],
  ["expired since it started", aif({ status: "expired" }, { today: "2027-01-04" })],
  ["one cent of the exam asked", aif({ funding: { franceTravailCents: 1190_01, traineeCents: 119_99 } })],
  [
    "no plan of funding, in a region with caps",
    aif({ funding: undefined }, providerWith({ aif: { maxAmountCents: 1, maxHourlyCents: 1 } })),
  ],
  ["both caps are passed", aif({}, providerWith({ aif: { maxAmountCents: 1189_99, maxHourlyCents: 16_99 } }))],
  ["no hours, an hourly cap", aif({ hours: { centreMinutes: 0 } }, providerWith({ aif: { maxHourlyCents: 1 } }))],
  [
    "the second of two funders is barred",
    aif(
      {
        funding: {
          franceTravailCents: 900_00,
          others: [
            { funder: "Agefiph", amountCents: 190_00 },
            { funder: "Région Bretagne", amountCents: 100_00 },
          ],
        },
      },
      providerWith({ aif: { incompatibleFunders: ["Région Bretagne"] } }),
    ),
  ],
  ["no plan of funding, a funder barred", aif({ funding: undefined }, providerWith({ aif: { incompatibleFunders: ["Région"] } }))],
  [
    "three quotes of one session, one of them this very one",
    aif(
      {},
      {
        otherQuotes: [1, 2, 3].map((n) =>
          another({ reference: `DEV-2026-000${n}`, traineeId: `T-020${n}`, sessionReference: "SE-2026-014" }),
        ),
      },
    ),
  ],
  [
    "this very quote and one other",
    aif(
      {},
      {
        otherQuotes: [1, 2].map((n) => another({ reference: `DEV-2026-000${n}`, traineeId: `T-020${n}`, sessionReference: "SE-2026-014" })),
      },
    ),
  ],
  [
    "quotes without a session are no group",
    aif(
      { sessionReference: undefined },
      {
        otherQuotes: [2, 3, 4].map((n) => another({ reference: `DEV-2026-000${n}`, traineeId: `T-020${n}`, sessionReference: undefined })),
      },
    ),
  ],
  [
    "two of another session",
    aif({}, { otherQuotes: [2, 3].map((n) => another({ reference: `DEV-2026-000${n}`, traineeId: `T-020${n}` })) }),
  ],

  // POEI.
  [
    "a POEI whose first day is unknown",
    poei({
      startsOn: undefined,
      poei: {
        form: "tutoring",
        tutor: { ...tutor, trainees: 9, experienceMonths: 1, hourlyCents: 5_01 },
        contract: { ...contract, months: 1 },
      },
    }),
  ],
  [
    "a POEI before the reform",
    poei(
      {
        ...beforeReform,
        poei: {
          form: "hybrid",
          tutor: { ...tutor, trainees: 9, experienceMonths: 1, hourlyCents: 9_00 },
          contract: { ...contract, months: 1 },
        },
      },
      { session: undefined },
    ),
  ],
  [
    "a POEI without its section, long",
    { ...poei(), quote: fund({ ...aPoeiQuote({ hours: { centreMinutes: 451 * 60 } }), poei: undefined }) },
  ],
  [
    "tutoring above the provider's own cap",
    poei({ poei: { form: "tutoring", tutor, payee: "employer" } }, providerWith({ poei: { maxTutoringMinutes: 398 * 60 } })),
  ],
  [
    "tutoring at the provider's own cap",
    poei({ poei: { form: "tutoring", tutor, payee: "employer" } }, providerWith({ poei: { maxTutoringMinutes: 399 * 60 } })),
  ],
  ["above the provider's own cap for outside training", poei({}, providerWith({ poei: { maxProviderMinutes: 398 * 60 } }))],
  [
    "above the provider's own cap for a priority audience",
    poei({ poei: { priorityAudience: true } }, providerWith({ poei: { maxPriorityMinutes: 398 * 60 } })),
  ],
  ["a cap for a priority audience, for another audience", poei({}, providerWith({ poei: { maxPriorityMinutes: 398 * 60 } }))],
  ["tutoring without a tutor, at 12,00 €", poei({ poei: { form: "tutoring", payee: "employer" } })],
  [
    "an hour of tutoring dearer than what the tutor asks",
    poei({ poei: { form: "tutoring", tutor: { ...tutor, hourlyCents: 5_01 }, payee: "employer" } }),
  ],
  ["tutoring without hours", poei({ hours: { centreMinutes: 0 }, poei: { form: "tutoring", tutor, payee: "employer" } })],
  ["missions of five months", poei({ poei: { contract: { ...contract, kind: "agency", months: 5, withinMonths: 9 } } })],
  ["missions of six months, within nobody knows what", poei({ poei: { contract: { ...contract, kind: "agency", months: 6 } } })],
  ["missions of six months within ten", poei({ poei: { contract: { ...contract, kind: "agency", months: 6, withinMonths: 10 } } })],
  ["a fixed term of six months within ten", poei({ poei: { contract: { ...contract, months: 6, withinMonths: 10 } } })],
  ["an apprenticeship of five months", poei({ poei: { contract: { ...contract, kind: "apprenticeship", months: 5 } } })],
  ["an apprenticeship without an end", poei({ poei: { contract: { kind: "apprenticeship", startsOn: "2027-03-27" } } })],
  ["a professionalisation contract of five months", poei({ poei: { contract: { ...contract, kind: "professionalisation", months: 5 } } })],
  ["a season of unknown length", poei({ poei: { contract: { kind: "seasonal", startsOn: "2027-03-27" } } })],
  ["hired, the end of the training unknown", poei({ endsOn: undefined, poei: { contract: { startsOn: "2027-03-25" } } })],
  ["the employer tutors three", poei({ poei: { form: "hybrid", tutor: { ...tutor, trainees: 3, isEmployer: true } } })],
  ["an employee tutors three", poei({ poei: { form: "hybrid", tutor: { ...tutor, trainees: 3 } } })],
  ["the provider is paid when both train", poei({ poei: { form: "hybrid", payee: "provider" } })],
  ["the employer is paid for tutoring", poei({ poei: { form: "tutoring", payee: "employer" } })],
  ["nobody said who is paid", poei({ poei: { form: "tutoring", payee: undefined } })],

  // What it is compared with.
  ["a POEI alone", { quote: aPoeiQuote(), today: "2026-11-16" }],
  ["an AIF alone", { quote: aQuote(), today: "2026-11-16" }],
  ["an AFPR seen before the reform, without a date", aif({ scheme: "afpr", startsOn: undefined }, { today: "2024-06-20" })],
];
