import { fund, type QuoteSituation } from "@kairos/core";
import type { contentRules } from "../../../../packages/core/src/quotes/rules/content.js";
import type { mentionRules } from "../../../../packages/core/src/quotes/rules/mentions.js";
import { aLine, aProvider, aQuote, aQuoteSituation, aSession, aTrainee } from "../../../examples/index.js";
import { aif, type Examples, poei } from "./example.js";

const half = { hours: { centreMinutes: 105 * 60, companyMinutes: 35 * 60 } };

export const contentExamples: Examples<typeof contentRules & typeof mentionRules> = {
  "quote.field-missing": {
    broken: aif({ place: undefined }),
    path: ["place"],
    silent: {
      "every field is filled": aif(),
      "all at a distance: no place to give": aif({
        place: undefined,
        modality: "distance",
        hours: { centreMinutes: 0, distanceMinutes: 4200 },
      }),
      "the trainee's record is not at hand": aif({}, { trainee: undefined }),
      "an AIF has no POEI section": aif({ poei: undefined }),
    },
  },
  "quote.dates-order": {
    broken: aif({ startsOn: "2026-12-18", endsOn: "2026-12-07" }),
    path: ["endsOn"],
    silent: {
      "one day of training": aif({ startsOn: "2026-12-07", endsOn: "2026-12-07" }),
      "no end yet": aif({ endsOn: undefined }),
    },
  },
  "quote.hours-imprecise": {
    broken: aif({
      hours: { centreMinutes: 63 * 60 },
      lines: [aLine({ unit: "flat", quantity: 1, unitPriceCents: 1190_00 })],
      funding: { traineeCents: 0 },
      totalCents: 1190_00,
    }),
    path: ["hours"],
    silent: {
      "another duration, with its reason": aif({ ...shorter(), hoursReason: "Catégorie 1 déjà acquise" }),
      "company hours are not billed": besideSession(half, [aLine({ quantity: 105 * 60, amountCents: 1785_00 })]),
      "company hours are billed too": besideSession(half, [aLine({ quantity: 140 * 60, amountCents: 2380_00 })]),
      "part of the hours is priced as a whole": besideSession({ hours: { centreMinutes: 4200 } }, [
        aLine({ quantity: 2100, amountCents: 595_00 }),
        aLine({ unit: "flat", quantity: 1, unitPriceCents: 595_00, amountCents: 595_00 }),
      ]),
      "no session to compare with": aif({ hours: { centreMinutes: 4200 } }, { session: undefined }),
    },
  },
  "quote.total-mismatch": {
    broken: aif({ totalCents: 1310_01 }),
    path: ["totalCents"],
    silent: {
      "half a cent rounds up": exact([aLine({ quantity: 50, unitPriceCents: 17_15, amountCents: 14_29 })]),
      "a quarter of an hour": exact([aLine({ quantity: 15, unitPriceCents: 17_50, amountCents: 4_38 })]),
      "no total yet": aif({ totalCents: undefined }),
    },
  },
  "quote.funding-mismatch": {
    broken: aif({ funding: { traineeCents: 119_99 } }),
    path: ["funding"],
    silent: {
      "three payers": aif({
        funding: { franceTravailCents: 900_00, others: [{ funder: "Agefiph", amountCents: 290_00 }], traineeCents: 120_00 },
      }),
      "no plan yet": aif({ funding: undefined }),
    },
  },
  "quote.ancillary-not-split": {
    broken: aif(
      {
        lines: [aLine(), aLine({ label: "Frais d'examen", unit: "flat", quantity: 1, unitPriceCents: 120_00, amountCents: 120_00 })],
        funding: { franceTravailCents: 1310_00, traineeCents: 0 },
      },
      { session: aSession({ priceCents: 1310_00 }) },
    ),
    path: ["lines", 1, "kind"],
    silent: {
      "the fee stands apart": aif(),
      "an exam to practise on": exact([aLine({ label: "Examen blanc" })]),
    },
  },
  "quote.vat-regime": {
    broken: aif({}, { provider: aProvider({ vatAttestationOn: undefined }) }),
    path: ["provider", "vatAttestationOn"],
    silent: {
      "a small business needs no attestation": exact([aLine({ vatRegime: "small-business" })], {
        provider: aProvider({ vatRegime: "small-business", vatAttestationOn: undefined }),
      }),
      "taxed at 20 %": exact([aLine({ vatRegime: "taxed", vatRate: 2000 })], {
        provider: aProvider({ vatRegime: "taxed", vatAttestationOn: undefined }),
      }),
      "the provider's record is not at hand": aif({}, { provider: undefined }),
    },
  },
  "quote.state-approval-claim": {
    broken: aif({ notes: "Organisme agréé par l'État depuis 1998." }),
    path: ["notes"],
    silent: {
      "the legal mention": aif({ notes: "Cet enregistrement ne vaut pas agrément de l'État." }),
      "a diploma of the State": aif({ notes: "Prépare au diplôme d'État d'aide-soignant." }),
      "a title recognised by the State": aif({ notes: "Titre professionnel reconnu par l’État, de niveau 4." }),
      "the state of a place": aif({ notes: "Un état des lieux agréé par les deux parties est fait le premier jour." }),
    },
  },
  "quote.nda-mention": {
    broken: aif({}, { provider: aProvider({ activityNumber: undefined }) }),
    path: ["provider", "activityNumber"],
    silent: {
      "number and region are known": aif(),
      "number and region of Corsica": aif({}, { provider: aProvider({ activityNumber: "942A1234533", activityRegion: "94" }) }),
    },
  },
};

/** Other dossiers that break the same rules in another way: what is broken, the code, the path. */
export const otherFaults: readonly [
  string,
  keyof typeof contentRules | keyof typeof mentionRules,
  QuoteSituation,
  readonly (string | number)[],
][] = [
  [
    "no France Travail id",
    "quote.field-missing",
    aif({}, { trainee: aTrainee({ franceTravailId: undefined }) }),
    ["trainee", "franceTravailId"],
  ],
  ["an empty title", "quote.field-missing", aif({ title: "" }), ["title"]],
  ["no pedagogical line", "quote.field-missing", aif({ lines: [aLine({ kind: "ancillary" })] }), ["lines"]],
  ["a POEI without its section", "quote.field-missing", poei({ poei: undefined }), ["poei"]],
  ["no hours at all", "quote.hours-imprecise", aif({ hours: { centreMinutes: 0 } }), ["hours"]],
  [
    "lines that count more hours than the split",
    "quote.hours-imprecise",
    aif({ lines: [aLine({ quantity: 4260, amountCents: 1207_00 })] }),
    ["lines"],
  ],
  [
    "lines that count fewer hours than are taught",
    "quote.hours-imprecise",
    aif({ lines: [aLine({ quantity: 4140, amountCents: 1173_00 })] }),
    ["lines"],
  ],
  ["a blank reason", "quote.hours-imprecise", aif({ ...shorter(), hoursReason: "  " }), ["hours"]],
  ["a line one cent too dear", "quote.total-mismatch", aif({ lines: [aLine({ amountCents: 1190_01 })] }), ["lines", 0, "amountCents"]],
  ["a rate with an exemption", "quote.vat-regime", aif({ lines: [aLine({ vatRate: 2000 })] }), ["lines", 0, "vatRate"]],
  ["taxed without a rate", "quote.vat-regime", aif({ lines: [aLine({ vatRegime: "taxed" })] }), ["lines", 0, "vatRate"]],
  ["an approval number", "quote.state-approval-claim", aif({ notes: "Agrément de l'État n° 12-345" }), ["notes"]],
  ["a centre that says it is recognised", "quote.state-approval-claim", aif({ notes: "Centre reconnu par l'État" }), ["notes"]],
  [
    "a claim next to the legal mention",
    "quote.state-approval-claim",
    aif({ notes: "Organisme agréé État. Ne vaut pas agrément de l'État." }),
    ["notes"],
  ],
  [
    "a claim in decomposed accents",
    "quote.state-approval-claim",
    aif({ title: "Formation agréée par l'État".normalize("NFD") }),
    ["title"],
  ],
  [
    "a claim in a line",
    "quote.state-approval-claim",
    aif({ lines: [aLine({ label: "Formation habilitée par l'État" })] }),
    ["lines", 0, "label"],
  ],
  [
    "a claim in the provider's words",
    "quote.state-approval-claim",
    aif({}, { provider: aProvider({ presentation: "École certifiée par l'État" }) }),
    ["provider", "presentation"],
  ],
  [
    "no region of the prefect",
    "quote.nda-mention",
    aif({}, { provider: aProvider({ activityRegion: undefined }) }),
    ["provider", "activityRegion"],
  ],
];

function shorter() {
  return { hours: { centreMinutes: 3780 }, lines: [aLine({ quantity: 3780, amountCents: 1071_00 })] };
}

/** A quote whose total and plan follow its lines. */
function exact(lines: ReturnType<typeof aLine>[], beside: Partial<QuoteSituation> = {}): QuoteSituation {
  return aQuoteSituation({ quote: fund(aQuote({ lines })), ...beside });
}

function besideSession(part: Pick<Parameters<typeof aQuote>[0] & object, "hours">, lines: ReturnType<typeof aLine>[]): QuoteSituation {
  const quote = aQuote({ hours: part.hours, lines });
  return aQuoteSituation({ quote: fund(quote), session: aSession({ hours: quote.hours }) });
}
