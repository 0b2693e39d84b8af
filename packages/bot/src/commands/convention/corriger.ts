import {
  agreementRefusals,
  type Billed,
  type FrozenTerm,
  hasErrors,
  inputRules,
  type Problem,
  parse,
  raise,
  type TrainingAgreement,
  trainingAgreementSchema,
} from "@kairos/core";
import { command } from "../../command.js";
import { agreementCard } from "../../dossiers/agreement-card.js";
import { agreementBasics, agreementDetails, agreementForm, termsIn } from "../../dossiers/agreement-options.js";
import { agreementFacts, agreementOption, loadAgreement, loadCustomer } from "../../dossiers/agreements.js";
import { isNone } from "../../dossiers/list-options.js";
import { given, optional } from "../../options.js";
import { line, refused } from "../../reply.js";

const { title, customer, market, startsOn, endsOn, basis, unitPriceCents } = agreementBasics;

export default command({
  words: {
    fr: ["corriger", "Corrige une convention ; une fois facturée, son prix et son marché restent"],
    en: ["correct", "Correct an agreement; once invoiced, its price and contract stay"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: agreementForm,
  example: "/convention corriger convention:CONV-2026-0001 acompte:20 % tolerance:absences justifiées",
  options: {
    agreement: agreementOption,
    title: optional(title),
    customer: optional(customer),
    market: optional(market),
    startsOn: optional(startsOn),
    endsOn: optional(endsOn),
    basis: optional(basis),
    unitPriceCents: optional(unitPriceCents),
    ...agreementDetails,
  },
  async known({ store, values }) {
    const agreement = await store.trainingAgreements.get((values.convention ?? "").toUpperCase());
    if (agreement === undefined) return {};
    const { customerSiret, terms, ...rest } = agreement;
    return { ...rest, ...terms, customer: customerSiret };
  },
  async run({ input, store, today }) {
    const { agreement: typed, customer: payer, lot, signedOn, vatRegime, vatRate, ...said } = input;
    const loaded = await loadAgreement(store, typed);
    if (!loaded.ok) return refused(loaded.problems);
    const before = loaded.value;
    const trace = { object: before.reference };
    const terms = termsIn(input);
    const names = Object.keys(given({ ...said, lot, signedOn, vatRegime, vatRate, customer: payer }));
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})], { trace });
    if (signedOn !== undefined && signedOn > today) {
      return refused([raise(inputRules, "input.day-in-future", ["signee-le"], { day: signedOn })], { trace });
    }
    const found = payer === undefined ? undefined : await loadCustomer(store, before.siret, payer);
    if (found?.ok === false) return refused(found.problems, { trace });
    const { lot: oldLot, ...kept } = before;
    const { title, market, startsOn, endsOn, basis, unitPriceCents } = said;
    const isFree = vatRegime !== undefined && vatRegime !== "taxed";
    const after = parse(trainingAgreementSchema, {
      ...kept,
      ...given({
        title,
        market,
        startsOn,
        endsOn,
        basis,
        unitPriceCents,
        signedOn,
        vatRegime,
        vatRate: vatRate ?? (isFree ? 0 : undefined),
      }),
      ...given({ lot: lot === undefined ? oldLot : isNone(lot) ? undefined : lot, customerSiret: found?.value.customerSiret }),
      terms: { ...before.terms, ...terms },
    });
    if (!after.ok) return refused(after.problems, { trace });
    const facts = await agreementFacts(store, after.value);
    const frozen = billedAlready(before, after.value, facts.billed);
    if (frozen !== undefined) return refused([frozen], { trace });
    const corrected = line("good", "Convention corrigée.", "Agreement corrected.");
    const card = agreementCard(facts, { change: names.join(" ") }, [corrected]);
    if (hasErrors(card.problems ?? [])) return refused(card.problems ?? [], { trace });
    await store.trainingAgreements.save(after.value);
    return card;
  },
});

/** What may no longer change, since invoices say it. */
function billedAlready(before: TrainingAgreement, after: TrainingAgreement, billed: ReadonlyMap<string, Billed>): Problem | undefined {
  const invoices = [...billed.values()].flatMap((one) => one.invoices);
  const terms = (Object.keys(held) as FrozenTerm[]).filter((term) => held[term].some((key) => before[key] !== after[key]));
  if (invoices.length === 0 || terms.length === 0) return undefined;
  return raise(agreementRefusals, "agreement.billed-already", [], { agreement: before.reference, terms, invoices });
}

const held: Readonly<Record<FrozenTerm, readonly (keyof TrainingAgreement)[]>> = {
  customer: ["customerSiret"],
  market: ["market"],
  lot: ["lot"],
  basis: ["basis"],
  price: ["unitPriceCents"],
  vat: ["vatRegime", "vatRate"],
};
