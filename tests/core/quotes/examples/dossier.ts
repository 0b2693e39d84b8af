import type { QuoteInput, QuoteSituation } from "@kairos/core";
import type { dossierRules } from "../../../../packages/core/src/quotes/rules/dossier.js";
import { aSession } from "../../../examples/index.js";
import { aif, another, type Examples, providerWith } from "./example.js";

const approval = { version: 1, on: "2026-11-12", recordedBy: "karim", recordedAt: "2026-11-12T10:00:00Z" };
const awaiting = { status: "awaiting-candidate", submittedOn: "2026-11-13" } satisfies Partial<QuoteInput>;
const announced = {
  title: "Cariste CACES R489 catégories 1, 3 et 5",
  startsOn: "2026-12-07",
  endsOn: "2026-12-18",
  totalMinutes: 4200,
  costCents: 1310_00,
  place: "12 rue des Chantiers, 33300 Bordeaux",
};
const usual = [16_00, 16_50, 17_00, 17_50, 18_00];

export const dossierExamples: Examples<typeof dossierRules> = {
  "quote.title-mismatch": {
    broken: aif({ title: "Formation cariste" }),
    path: ["title"],
    silent: {
      "capitals and accents do not count": aif({ title: "CARISTE CACES R489 CATEGORIES 1, 3 ET 5" }),
      "no title yet": aif({ title: undefined }),
    },
  },
  "quote.dates-mismatch": {
    broken: aif({ endsOn: "2026-12-19" }),
    path: ["endsOn"],
    silent: {
      "the session's own dates": aif(),
      "inside the session": aif({ startsOn: "2026-12-08", endsOn: "2026-12-17" }),
      "no dates yet": aif({ startsOn: undefined, endsOn: undefined }),
    },
  },
  "quote.session-overlap": {
    broken: aif({}, { otherQuotes: [another({ startsOn: "2026-12-18", endsOn: "2026-12-23" })] }),
    path: ["startsOn"],
    silent: {
      "the day after": aif({}, { otherQuotes: [another({ startsOn: "2026-12-19", endsOn: "2026-12-23" })] }),
      "the day before": aif({}, { otherQuotes: [another({ startsOn: "2026-12-01", endsOn: "2026-12-06" })] }),
      "somebody else": aif({}, { otherQuotes: [another({ startsOn: "2026-12-07", traineeId: "T-0008" })] }),
      "a cancelled quote": aif({}, { otherQuotes: [another({ startsOn: "2026-12-07", status: "cancelled" })] }),
      "this very quote": aif({}, { otherQuotes: [another({ startsOn: "2026-12-07", reference: "DEV-2026-0001" })] }),
    },
  },
  "quote.hourly-rate-outlier": {
    broken: aif({}, providerWith({ quotes: { mostHourlyCents: 16_99 } })),
    path: ["lines"],
    silent: {
      "exactly the most": aif({}, providerWith({ quotes: { mostHourlyCents: 17_00 } })),
      "exactly the least": aif({}, providerWith({ quotes: { leastHourlyCents: 17_00 } })),
      "nothing set, nothing to compare with": aif(),
      "half as dear again as usual": aif({}, { comparableHourlyCents: [11_34, 11_34, 11_34, 11_34, 11_34] }),
      "four quotes say nothing of what is usual": aif({}, { comparableHourlyCents: [5_00, 5_00, 5_00, 5_00] }),
    },
  },
  "quote.price-differs-from-catalogue": {
    broken: aif({}, { session: aSession({ priceCents: 1190_01 }) }),
    path: ["lines"],
    silent: {
      "the catalogue's price": aif(),
      "the catalogue has no price": aif({}, { session: aSession({ priceCents: undefined }) }),
    },
  },
  "quote.candidate-info-mismatch": {
    broken: aif({ announced: { ...announced, costCents: 1190_00 } }),
    path: ["announced", "costCents"],
    silent: {
      "all as announced": aif({ announced }),
      "capitals do not count": aif({ announced: { place: "12 RUE DES CHANTIERS, 33300 BORDEAUX" } }),
      "nothing was announced": aif({ announced: {} }),
    },
  },
  "quote.candidate-validation-missing": {
    broken: aif({ status: "under-review" }),
    path: ["approval"],
    silent: {
      "approved and recorded": aif({ status: "under-review", approval }),
      "not asked yet": aif({ status: "draft" }),
      "asked, not answered": aif({ status: "awaiting-candidate" }),
    },
  },
  "quote.changed-after-acceptance": {
    broken: aif({ status: "approved", version: 2, approval }),
    path: ["version"],
    silent: {
      "this version was approved": aif({ status: "approved", version: 2, approval: { ...approval, version: 2 } }),
      "a second version, not approved yet": aif({ version: 2 }),
    },
  },
  "quote.validity-over": {
    broken: aif({ validUntil: "2026-11-15" }),
    path: ["validUntil"],
    silent: {
      "valid until today": aif({ validUntil: "2026-11-16" }),
      "already under review": aif({ validUntil: "2026-11-15", status: "under-review", approval }),
    },
  },
  "quote.candidate-reminder": {
    broken: aif({ ...awaiting, submittedOn: "2026-11-13" }),
    path: ["submittedOn"],
    silent: {
      "two days are not three": aif({ ...awaiting, submittedOn: "2026-11-14" }),
      "already approved": aif({ status: "approved", submittedOn: "2026-11-01", approval }),
      "no reminder wanted": aif({ ...awaiting, submittedOn: "2026-11-01" }, providerWith({ quotes: { reminderDays: [] } })),
    },
  },
};

/** The same rules broken in another way. */
export const otherFaults: readonly [string, keyof typeof dossierRules, QuoteSituation, readonly (string | number)[]][] = [
  ["it starts before the session", "quote.dates-mismatch", aif({ startsOn: "2026-12-04" }), ["startsOn"]],
  [
    "it starts before the session, its end unknown",
    "quote.dates-mismatch",
    aif({ startsOn: "2026-12-04", endsOn: undefined }),
    ["startsOn"],
  ],
  ["cheaper than the least", "quote.hourly-rate-outlier", aif({}, providerWith({ quotes: { leastHourlyCents: 17_01 } })), ["lines"]],
  ["far from the usual", "quote.hourly-rate-outlier", aif({}, { comparableHourlyCents: usual.map((cents) => cents * 2.5) }), ["lines"]],
  ["another end was announced", "quote.candidate-info-mismatch", aif({ announced: { endsOn: "2026-12-17" } }), ["announced", "endsOn"]],
  [
    "another duration was announced",
    "quote.candidate-info-mismatch",
    aif({ announced: { totalMinutes: 4205 } }),
    ["announced", "totalMinutes"],
  ],
  ["another place was announced", "quote.candidate-info-mismatch", aif({ announced: { place: "Pau" } }), ["announced", "place"]],
];

/** The sentence each of these must be readable with. */
export const unusualSentences: readonly [string, QuoteSituation, string][] = [
  [
    "a start without an end",
    aif({ startsOn: "2026-12-04", endsOn: undefined }),
    "Le devis commence le 04/12/2026, hors de la session (du 07/12/2026 au 18/12/2026).",
  ],
  [
    "an end without a start",
    aif({ startsOn: undefined, endsOn: "2026-12-21" }),
    "Le devis finit le 21/12/2026, hors de la session (du 07/12/2026 au 18/12/2026).",
  ],
  [
    "a least without a most",
    aif({}, providerWith({ quotes: { leastHourlyCents: 18_00 } })),
    "Le coût horaire est de 17,00 €, hors de la fourchette habituelle (18,00 € au moins).",
  ],
  [
    "a single day",
    aif({ ...awaiting, submittedOn: "2026-11-15" }, providerWith({ quotes: { reminderDays: [1] } })),
    "Le candidat n'a pas encore validé le devis, soumis il y a 1 jour (relance n° 1).",
  ],
  ["an empty place", aif({ place: "" }), "Il manque le lieu."],
];
