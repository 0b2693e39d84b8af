import { inputRules, parse, raise, trainingAgreementSchema } from "@kairos/core";
import { command } from "../../command.js";
import { agreementCard } from "../../dossiers/agreement-card.js";
import { agreementBasics, agreementDetails, agreementForm, termsIn } from "../../dossiers/agreement-options.js";
import { agreementFacts, loadCustomer } from "../../dossiers/agreements.js";
import { isNone } from "../../dossiers/list-options.js";
import { nextId } from "../../dossiers/next-id.js";
import { establishmentOption } from "../../establishment.js";
import { given } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["creer", "Enregistre une convention d'achat : marché, prix, conditions"],
    en: ["create", "Record a purchase agreement: contract, price, terms"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: agreementForm,
  example:
    "/convention creer intitule:Cariste CACES R489 payeur:13000548100010 marche:2026-AFC-0417 lot:3 debut:01/11/2026 fin:31/10/2027 base:heure-stagiaire prix:17 € signee-le:15/10/2026",
  options: { ...agreementBasics, ...agreementDetails, ...establishmentOption },
  async run({ input, provider, store, actor, now, today }) {
    if (provider === undefined) return refused([raise(inputRules, "input.missing", ["etablissement"], {})]);
    const { siret, vatRegime: usual } = provider;
    const customer = await loadCustomer(store, siret, input.customer);
    if (!customer.ok) return refused(customer.problems, { next: [recordIt(input.customer)] });
    const { title, market, lot, startsOn, endsOn, signedOn, basis, unitPriceCents, vatRegime = usual, vatRate } = input;
    if (signedOn !== undefined && signedOn > today)
      return refused([raise(inputRules, "input.day-in-future", ["signee-le"], { day: signedOn })]);
    const agreement = parse(trainingAgreementSchema, {
      ...given({ title, market, startsOn, endsOn, signedOn, basis, unitPriceCents, vatRegime, vatRate }),
      ...(lot !== undefined && !isNone(lot) && { lot }),
      reference: await nextId(store, `CONV-${today.slice(0, 4)}`),
      siret,
      customerSiret: customer.value.customerSiret,
      terms: termsIn(input),
      enteredBy: actor.id,
      enteredAt: now,
    });
    if (!agreement.ok) return refused(agreement.problems);
    const card = agreementCard(await agreementFacts(store, agreement.value), {}, [recorded]);
    const errors = (card.problems ?? []).filter(({ severity }) => severity === "error");
    if (errors.length > 0) return refused(errors);
    await store.trainingAgreements.save(agreement.value);
    return card;
  },
});

const recorded = line("good", "Convention enregistrée.", "Agreement recorded.");

function recordIt(typed: string) {
  const siret = /^\d[\d\s]+$/.test(typed) ? typed.replace(/\s/g, "") : "…";
  return {
    text: { fr: "enregistrer d'abord le payeur", en: "record the customer first" },
    command: `/convention payeur siret:${siret} nom:… rue:… code-postal:… ville:…`,
  };
}
