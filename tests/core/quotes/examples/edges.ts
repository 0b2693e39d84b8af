import { fund, type QuoteSituation } from "@kairos/core";
import { aLine, aProvider, aQuote, aSession, aTrainee } from "../../../examples/index.js";
import { aif, another, poei, providerWith } from "./example.js";

const decided = { version: 1, recordedBy: "karim", recordedAt: "2026-11-30T10:00:00Z" };
const approval = { ...decided, on: "2026-11-17" };
const flat = (label: string, cents: number) => aLine({ label, unit: "flat", quantity: 1, unitPriceCents: cents, amountCents: cents });
const waiting = { status: "awaiting-candidate", submittedOn: "2026-11-13" } as const;
const funded = (lines: ReturnType<typeof aLine>[], part: Parameters<typeof aQuote>[0] = {}) => fund(aQuote({ lines, ...part }));

/** Dossiers at the edge of a rule, or that lack what a rule looks at: what is found of each stands in `findings.txt`. */
export const edges = (): readonly (readonly [string, QuoteSituation])[] => [
  // What is missing.
  [
    "an empty quote",
    aif(
      {
        ...{ title: undefined, sessionReference: undefined, traineeId: undefined, startsOn: undefined, endsOn: undefined },
        ...{ place: undefined, totalCents: undefined, funding: undefined, validUntil: undefined, lines: [] },
      },
      { trainee: aTrainee({ franceTravailId: undefined }) },
    ),
  ],
  ["at a distance, without a title", aif({ modality: "distance", title: undefined })],
  ["both on site and at a distance, without a place", aif({ modality: "mixed", place: undefined })],
  ["an empty place", aif({ place: "" })],
  ["a POEI without employer", poei({ poei: { employer: undefined } })],
  ["a POEI without contract", poei({ poei: { contract: undefined } })],
  ["one cent of training", { ...aif(), quote: funded([flat("Formation", 1)]) }],

  // Hours.
  ["a minute of training", { ...aif(), quote: funded([flat("Formation", 1190_00)], { hours: { centreMinutes: 1 } }) }],
  ["hours of company beside those billed", aif({ hours: { centreMinutes: 4200, companyMinutes: 60 } })],
  ["more hours billed than taught", aif({ hours: { centreMinutes: 4140, companyMinutes: 30 } })],
  ["fewer hours billed than taught", aif({ hours: { centreMinutes: 4200, companyMinutes: 60, distanceMinutes: 1 } })],
  [
    "hours of an exam are not hours of training",
    { ...aif(), quote: funded([aLine(), aLine({ kind: "ancillary", label: "Jury", quantity: 60, amountCents: 17_00 })]) },
  ],
  [
    "a flat price beside hours that are too few",
    { ...aif(), quote: funded([aLine({ quantity: 60, amountCents: 17_00 }), flat("Suite", 5)]) },
  ],
  [
    "a flat price beside hours that are too many",
    { ...aif(), quote: funded([aLine({ quantity: 4260, amountCents: 1207_00 }), flat("Suite", 5)]) },
  ],
  ["a price by the day", { ...aif(), quote: funded([aLine({ unit: "day", quantity: 10, unitPriceCents: 119_00, amountCents: 1190_00 })]) }],
  ["an exam only", aif({ lines: [aLine({ kind: "ancillary", label: "Examen" })] })],

  // Totals and funding.
  ["two lines wrong by a cent", aif({ lines: [aLine({ amountCents: 1189_99 }), { ...aLine({ amountCents: 1190_01 }) }] })],
  ["a total one cent too low", aif({ totalCents: 1309_99 })],
  ["a plan one cent too rich", aif({ funding: { traineeCents: 120_01 } })],
  [
    "a plan with two other funders, one cent short",
    aif({
      funding: {
        franceTravailCents: 900_00,
        traineeCents: 119_99,
        others: [
          { funder: "Agefiph", amountCents: 190_00 },
          { funder: "Région", amountCents: 100_00 },
        ],
      },
    }),
  ],
  ["fees that may be fees", { ...aif(), quote: funded([aLine({ label: "Manuel et certification" })]) }],
  [
    "fees that are fees, twice",
    { ...aif(), quote: funded([aLine({ label: "Frais de dossier" }), aLine({ label: "Frais d'inscription" })]) },
  ],
  ["fees among ancillary lines", { ...aif(), quote: funded([aLine(), flat("Frais de dossier", 1)]) }],

  // Mentions.
  [
    "three regimes at once",
    aif({ lines: [aLine({ vatRegime: "taxed", vatRate: 1 }), aLine({ vatRegime: "taxed", vatRate: 0 }), aLine({ vatRate: 1 })] }),
  ],
  [
    "an exemption after a taxed line, no attestation",
    aif({ lines: [aLine({ vatRegime: "taxed", vatRate: 2000 }), aLine()] }, { provider: aProvider({ vatAttestationOn: undefined }) }),
  ],
  ["an approval in a second line", aif({ lines: [aLine(), aLine({ label: "Module agréé par l'État" })] })],
  ["neither number nor region", aif({}, { provider: aProvider({ activityNumber: undefined, activityRegion: undefined }) })],

  // The dossier.
  ["another title, of a session with a long name", aif({}, { session: aSession({ title: "Conduite de chariots ".repeat(8) }) })],
  ["a long title", aif({ title: "Conduite de chariots ".repeat(8) })],
  ["it starts too soon and ends too late", aif({ startsOn: "2026-12-06", endsOn: "2026-12-19" })],
  ["it ends too late, its start unknown", aif({ startsOn: undefined, endsOn: "2026-12-19" })],
  ["it starts and ends on the days of the session", aif({ startsOn: "2026-12-07", endsOn: "2026-12-18" })],
  ["another quote ends on the first day", aif({}, { otherQuotes: [another({ startsOn: "2026-12-01", endsOn: "2026-12-07" })] })],
  ["another quote without a start", aif({}, { otherQuotes: [another({ startsOn: undefined, endsOn: "2026-12-18" })] })],
  ["another quote without an end", aif({}, { otherQuotes: [another({ startsOn: "2026-12-07", endsOn: undefined })] })],
  ["a quote without a start, beside another", aif({ startsOn: undefined }, { otherQuotes: [another({ startsOn: "2026-12-07" })] })],
  ["a quote without an end, beside another", aif({ endsOn: undefined }, { otherQuotes: [another({ startsOn: "2026-12-07" })] })],
  [
    "a quote of nobody, beside another of nobody",
    aif({ traineeId: undefined }, { otherQuotes: [another({ startsOn: "2026-12-07", traineeId: undefined })] }),
  ],
  [
    "two others at the same time",
    aif({}, { otherQuotes: [another({ startsOn: "2026-12-07" }), another({ startsOn: "2026-12-10", reference: "DEV-2026-0010" })] }),
  ],
  ["one cent under the least, the most unset", aif({}, providerWith({ quotes: { leastHourlyCents: 17_01 } }))],
  ["between least and most", aif({}, providerWith({ quotes: { leastHourlyCents: 16_99, mostHourlyCents: 17_01 } }))],
  ["five quotes, half as dear", aif({}, { comparableHourlyCents: [11_33, 90_00, 11_33, 1_00, 11_33] })],
  ["five quotes, twice as dear", aif({}, { comparableHourlyCents: [34_01, 34_01, 34_01, 34_01, 34_01] })],
  ["six quotes whose middle is far", aif({}, { comparableHourlyCents: [60_00, 1_00, 50_00, 2_00, 40_00, 17_00] })],
  [
    "a deviation of the provider's own, at its edge",
    aif({}, { comparableHourlyCents: [20_00, 20_00, 20_00, 20_00, 20_00], ...providerWith({ quotes: { hourlyDeviationPercent: 15 } }) }),
  ],
  [
    "a deviation of the provider's own, passed",
    aif({}, { comparableHourlyCents: [20_00, 20_00, 20_00, 20_00, 20_00], ...providerWith({ quotes: { hourlyDeviationPercent: 14 } }) }),
  ],
  [
    "a deviation above the whole",
    aif({}, { comparableHourlyCents: [5_00, 5_00, 5_00, 5_00, 5_00], ...providerWith({ quotes: { hourlyDeviationPercent: 200 } }) }),
  ],
  [
    "a most of the provider's own, beside what is usual",
    aif({}, { comparableHourlyCents: [16_00, 16_00, 16_00, 16_00, 16_00], ...providerWith({ quotes: { mostHourlyCents: 16_50 } }) }),
  ],
  [
    "a least of the provider's own, beside what is usual",
    aif({}, { comparableHourlyCents: [18_00, 18_00, 18_00, 18_00, 18_00], ...providerWith({ quotes: { leastHourlyCents: 17_50 } }) }),
  ],
  [
    "nothing to pay, a least set",
    { ...aif({}, providerWith({ quotes: { leastHourlyCents: 10_00 } })), quote: funded([flat("Formation", 0)]) },
  ],
  ["no hours, a least set", aif({ hours: { centreMinutes: 0 } }, providerWith({ quotes: { leastHourlyCents: 10_00 } }))],
  ["one cent under the catalogue", aif({}, { session: aSession({ priceCents: 1189_99 }) })],
  ["nothing to pay, beside the catalogue", { ...aif(), quote: funded([flat("Formation", 0)]) }],
  [
    "everything was announced otherwise",
    aif({
      announced: {
        ...{ title: "Cariste", startsOn: "2026-12-08", endsOn: "2026-12-17", totalMinutes: 4199, costCents: 1309_99, place: "Pau" },
      },
    }),
  ],
  ["announced, then left out", aif({ title: undefined, announced: { title: "Cariste" } })],
  ["approved without approval", aif({ status: "approved" })],
  ["accepted without approval", aif({ status: "accepted" })],
  ["refused without approval", aif({ status: "refused" })],
  ["to be corrected without approval", aif({ status: "correction-requested" })],
  ["an approval of a later version", aif({ status: "approved", version: 1, approval: { ...approval, version: 2 } })],
  ["over, waiting for the candidate", aif({ ...waiting, submittedOn: "2026-11-15", validUntil: "2026-11-15" })],
  ["over, approved", aif({ status: "approved", approval, validUntil: "2026-11-15" })],
  ["over, accepted", aif({ status: "accepted", approval, decision: { ...approval, outcome: "accepted" }, validUntil: "2026-11-15" })],
  ["without an end of validity, waiting", aif({ ...waiting, validUntil: undefined })],
  ["reminded for the second time", aif({ ...waiting, submittedOn: "2026-11-09" })],
  ["reminded the day after the first time", aif({ ...waiting, submittedOn: "2026-11-12" })],
  ["waiting, submitted on a day nobody knows", aif({ status: "awaiting-candidate" })],
  ["a draft that was submitted once", aif({ submittedOn: "2026-11-01" })],
  ["over a month without an answer", aif({ ...waiting, submittedOn: "2026-10-01" })],
];
