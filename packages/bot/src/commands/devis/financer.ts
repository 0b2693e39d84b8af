import { fund, type Quote, success } from "@kairos/core";
import { command } from "../../command.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { amount, reference, text } from "../../options.js";

export default command({
  words: { fr: ["financer", "Ajoute ou change un autre financeur"], en: ["fund", "Add or change another funder"] },
  needs: "quote.enter",
  visibility: "private",
  example: "/devis financer reference:DEV-2026-0001 financeur:Agefiph montant:300 €",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    funder: text({ fr: ["financeur", "Nom du financeur : Agefiph, Région, employeur…"], en: ["funder", "Name of the funder"] }, 60),
    amount: amount({
      fr: ["montant", "Part payée par ce financeur ; 0 le retire"],
      en: ["amount", "Share paid by this funder; 0 removes it"],
    }),
  },
  run(desk) {
    const { funder, amount: amountCents } = desk.input;
    const share = (quote: Quote) => {
      const others = (quote.funding?.others ?? []).filter((other) => other.funder.toLowerCase() !== funder.toLowerCase());
      return fund(quote, amountCents === 0 ? others : [...others, { funder, amountCents }]);
    };
    return changeAndAnswer(desk, desk.input.reference, () => success(share), "funding");
  },
});
