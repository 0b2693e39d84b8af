import { fund, type QuoteSituation } from "@kairos/core";
import type { aifRules } from "../../../../packages/core/src/quotes/rules/aif.js";
import { aQuote, aSession } from "../../../examples/index.js";
import { aif, another, type Examples, providerWith } from "./example.js";

const decided = { version: 1, recordedBy: "karim", recordedAt: "2026-11-30T10:00:00Z" };
const accepted = (on: string) =>
  ({ status: "accepted", approval: { ...decided, on: "2026-11-17" }, decision: { ...decided, on, outcome: "accepted" } }) as const;
const sameSession = (index: number) =>
  another({ reference: `DEV-2026-010${index}`, traineeId: `T-010${index}`, sessionReference: "SE-2026-014" });
const capped = (maxAmountCents: number) => providerWith({ aif: { maxAmountCents } });

export const aifExamples: Examples<typeof aifRules> = {
  "aif.too-late": {
    broken: aif({}, { today: "2026-11-23" }),
    path: ["startsOn"],
    silent: {
      "fifteen days before the start": aif({}, { today: "2026-11-22" }),
      "submitted in time, looked at later": aif(
        { status: "under-review", submittedOn: "2026-11-20", approval: { ...decided, on: "2026-11-21" } },
        { today: "2026-12-01" },
      ),
      "the region asks for seven days": aif({}, { today: "2026-11-30", ...providerWith({ aif: { minDaysBeforeStart: 7 } }) }),
      "accepted already": aif(accepted("2026-12-01"), { today: "2026-12-02" }),
      "no start yet": aif({ startsOn: undefined }, { today: "2026-12-06" }),
    },
  },
  "aif.started-before-agreement": {
    broken: aif({}, { today: "2026-12-08" }),
    path: ["startsOn"],
    silent: {
      "it starts today": aif({}, { today: "2026-12-07" }),
      "agreed on the first day": aif(accepted("2026-12-07"), { today: "2027-01-04" }),
      "accepted elsewhere, the day unknown": aif(
        { status: "accepted", approval: accepted("2026-12-01").approval },
        { today: "2027-01-04" },
      ),
      "cancelled since": aif({ status: "cancelled" }, { today: "2027-01-04" }),
    },
  },
  "aif.non-pedagogical-cost": {
    broken: aif({ funding: { franceTravailCents: 1190_01, traineeCents: 119_99 } }),
    path: ["funding", "franceTravailCents"],
    silent: {
      "the whole pedagogical cost": aif(),
      "less than the pedagogical cost": aif({
        funding: { franceTravailCents: 1000_00, others: [{ funder: "Agefiph", amountCents: 190_00 }] },
      }),
    },
  },
  "aif.trainee-contribution": {
    broken: aif({ funding: { franceTravailCents: 1189_99, traineeCents: 120_01 } }),
    path: ["funding", "traineeCents"],
    silent: {
      "the trainee pays the exam only": aif(),
      "the region allows it": aif(
        { funding: { franceTravailCents: 1000_00, traineeCents: 310_00 } },
        providerWith({ aif: { allowTraineeContribution: true } }),
      ),
    },
  },
  "aif.cumul-forbidden": {
    broken: coFunded("RÉGION Nouvelle-Aquitaine", ["Région Nouvelle-Aquitaine"]),
    path: ["funding", "others", 0],
    silent: {
      "Agefiph may complete": coFunded("Agefiph", ["Région Nouvelle-Aquitaine"]),
      "no region's rule is set": coFunded("Région Nouvelle-Aquitaine", []),
    },
  },
  "aif.over-cap": {
    broken: aif({}, capped(1189_99)),
    path: ["funding", "franceTravailCents"],
    silent: {
      "exactly the cap": aif({}, capped(1190_00)),
      "exactly the hourly cap": aif({}, providerWith({ aif: { maxHourlyCents: 17_00 } })),
      "no cap is set": aif(),
    },
  },
  "aif.formacode-excluded": {
    broken: aif({}, providerWith({ aif: { formacodeDenylist: ["150", "317"] } })),
    path: ["session", "formacode"],
    silent: {
      "another field": aif({}, providerWith({ aif: { formacodeDenylist: ["150", "440"] } })),
      "the digits elsewhere in the code": aif({}, providerWith({ aif: { formacodeDenylist: ["768"] } })),
      "no Formacode": aif({}, { session: aSession({ formacode: undefined }), ...providerWith({ aif: { formacodeDenylist: ["31"] } }) }),
    },
  },
  "aif.group-pattern": {
    broken: aif({}, { otherQuotes: [sameSession(1), sameSession(2)] }),
    path: ["sessionReference"],
    silent: {
      "two quotes are no group": aif({}, { otherQuotes: [sameSession(1)] }),
      "one of the three is cancelled": aif({}, { otherQuotes: [sameSession(1), { ...sameSession(2), status: "cancelled" }] }),
      "two quotes of one person": aif({}, { otherQuotes: [sameSession(1), { ...sameSession(2), traineeId: "T-0101" }] }),
      "a POEI is not an AIF": aif({}, { otherQuotes: [sameSession(1), { ...sameSession(2), scheme: "poei" }] }),
      "the region bears four": aif({}, { otherQuotes: [sameSession(1), sameSession(2)], ...providerWith({ aif: { groupFrom: 4 } }) }),
    },
  },
  "aif.cpf-first": {
    broken: aif({}, { session: aSession({ cpfEligible: true }) }),
    path: ["session", "cpfEligible"],
    silent: { "not in the CPF": aif() },
  },
  "aif.second-quote-required": {
    broken: aif({}, providerWith({ aif: { secondQuoteRequired: true } })),
    path: ["secondQuote"],
    silent: {
      "a second quote is noted": aif(
        { secondQuote: "Devis 2026/114, autre organisme" },
        providerWith({ aif: { secondQuoteRequired: true } }),
      ),
      "the region asks for one": aif(),
    },
  },
};

/** The same rules broken in another way. */
export const otherFaults: readonly [string, keyof typeof aifRules, QuoteSituation, readonly (string | number)[]][] = [
  ["the hourly cap is passed", "aif.over-cap", aif({}, providerWith({ aif: { maxHourlyCents: 16_99 } })), ["lines"]],
  ["agreed the day after the start", "aif.started-before-agreement", aif(accepted("2026-12-08"), { today: "2027-01-04" }), ["startsOn"]],
  [
    "a funder barred, typed without its hyphen",
    "aif.cumul-forbidden",
    coFunded("Region Nouvelle Aquitaine", ["Région Nouvelle-Aquitaine"]),
    ["funding", "others", 0],
  ],
  [
    "a blank second quote",
    "aif.second-quote-required",
    aif({ secondQuote: " " }, providerWith({ aif: { secondQuoteRequired: true } })),
    ["secondQuote"],
  ],
  ["submitted on the very first day", "aif.too-late", aif({}, { today: "2026-12-07" }), ["startsOn"]],
];

function coFunded(funder: string, incompatibleFunders: readonly string[]): QuoteSituation {
  const quote = fund(aQuote(), [{ funder, amountCents: 400_00 }]);
  return { ...aif({}, providerWith({ aif: { incompatibleFunders: [...incompatibleFunders] } })), quote };
}
