import { addDays, checkQuote, type ProblemCode, type Quote, type QuoteSituation, quoteTotals } from "@kairos/core";
import { faults as known } from "../../core/quotes/faults.js";
import { after } from "../quote.js";
import { faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";
import { quoteRefusalFaults } from "./quotes/refusals.js";
import { regionFaults } from "./quotes/region.js";

const inQuote = faultsIn((dossier) => dossier.situation, checkQuote);
const inSubmitted = faultsIn((dossier) => after(dossier.situation, "submit"), checkQuote);
const inApproved = faultsIn((dossier) => after(dossier.situation, "submit", "approve"), checkQuote);

/** A POEI with a tutor beside the provider, where it had none. */
const inTutored = faultsIn(({ situation }): QuoteSituation | undefined => {
  const { poei } = situation.quote;
  if (poei === undefined) return undefined;
  const tutor = poei.tutor ?? { experienceMonths: 24, trainees: 3, isEmployer: false, hourlyCents: 5_00 };
  const form = poei.form === "external" ? ("hybrid" as const) : poei.form;
  return { ...situation, quote: { ...situation.quote, poei: { ...poei, form, tutor } } };
}, checkQuote);

/** One of the mistakes that `code` is known by. */
const knownBy = (code: ProblemCode, within = inQuote) => {
  const kinds = Object.values(known).filter((fault) => fault.code === code);
  return within((situation, random) => random.pick(kinds).plant(situation, random.int(500_00)));
};

export const quoteFaults: FaultsOf<"quotes"> = {
  "quote.field-missing": knownBy("quote.field-missing"),
  "quote.dates-order": knownBy("quote.dates-order"),
  "quote.hours-imprecise": knownBy("quote.hours-imprecise"),
  "quote.total-mismatch": knownBy("quote.total-mismatch"),
  "quote.funding-mismatch": knownBy("quote.funding-mismatch"),
  "quote.ancillary-not-split": knownBy("quote.ancillary-not-split"),
  "quote.vat-regime": knownBy("quote.vat-regime"),
  "quote.state-approval-claim": knownBy("quote.state-approval-claim"),
  "quote.nda-mention": knownBy("quote.nda-mention"),
  "quote.title-mismatch": knownBy("quote.title-mismatch"),
  "quote.dates-mismatch": knownBy("quote.dates-mismatch"),
  "quote.session-overlap": knownBy("quote.session-overlap"),
  "quote.hourly-rate-outlier": inQuote((situation, random) => {
    const { hourlyCents = 0 } = quoteTotals(situation.quote);
    const usual = Math.floor(hourlyCents / (2 + random.int(3)));
    const comparableHourlyCents = Array.from({ length: 5 + random.int(20) }, () => usual - random.int(50));
    return hourlyCents > 5_00 ? { ...situation, comparableHourlyCents } : undefined;
  }),
  "quote.price-differs-from-catalogue": knownBy("quote.price-differs-from-catalogue"),
  "quote.candidate-info-mismatch": knownBy("quote.candidate-info-mismatch"),
  "quote.candidate-validation-missing": inApproved(({ quote, ...situation }) => {
    const { approval: _approval, ...unapproved }: Quote = quote;
    return { ...situation, quote: unapproved };
  }),
  "quote.changed-after-acceptance": knownBy("quote.changed-after-acceptance", inApproved),
  "quote.validity-over": knownBy("quote.validity-over"),
  "quote.candidate-reminder": inSubmitted((situation, random) => ({
    ...situation,
    today: addDays(situation.today, 3 + random.int(30)),
  })),
  "aif.too-late": knownBy("aif.too-late"),
  "aif.started-before-agreement": knownBy("aif.started-before-agreement"),
  "aif.non-pedagogical-cost": knownBy("aif.non-pedagogical-cost"),
  "aif.trainee-contribution": knownBy("aif.trainee-contribution"),
  "aif.cpf-first": knownBy("aif.cpf-first"),
  ...regionFaults,
  "poei.hours-over-cap": knownBy("poei.hours-over-cap"),
  "poei.tutoring-rate": knownBy("poei.tutoring-rate", inTutored),
  "poei.contract-too-short": knownBy("poei.contract-too-short"),
  "poei.offer-missing": knownBy("poei.offer-missing"),
  "poei.hire-before-end": knownBy("poei.hire-before-end"),
  "poei.tutor-load": knownBy("poei.tutor-load", inTutored),
  "poei.tutor-experience": knownBy("poei.tutor-experience", inTutored),
  "poei.payee": knownBy("poei.payee"),
  "poei.scheme-obsolete": knownBy("poei.scheme-obsolete"),
  "poei.poec-not-here": inQuote((situation) => ({ ...situation, quote: { ...situation.quote, scheme: "poec" } })),
  ...quoteRefusalFaults,
};
