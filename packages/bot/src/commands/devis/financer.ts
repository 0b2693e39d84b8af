import { formatCents, fund, type Quote, success } from "@kairos/core";
import { command } from "../../command.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { unchanged } from "../../dossiers/recorded.js";
import { amount, reference, text } from "../../options.js";
import { line, type ReplyLine } from "../../reply.js";

export default command({
  words: { fr: ["financer", "Ajoute ou change un autre financeur"], en: ["fund", "Add or change another funder"] },
  needs: "quote.enter",
  visibility: "private",
  example: "/devis financer reference:DEV-2026-0001 financeur:Agefiph montant:300 €",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    funder: text(
      {
        fr: ["financeur", "Nom du financeur : Agefiph, Région, employeur…"],
        en: ["funder", "Name of the funder: Agefiph, region, employer…"],
      },
      60,
    ),
    amount: amount({
      fr: ["montant", "Part payée par ce financeur ; 0 le retire"],
      en: ["amount", "Share paid by this funder; 0 removes it"],
    }),
  },
  run(desk) {
    const { funder, amount: amountCents } = desk.input;
    const share = (quote: Quote) => {
      const others = (quote.funding?.others ?? []).filter(({ funder: other }) => !isSame(other, funder));
      return fund(quote, amountCents === 0 ? others : [...others, { funder, amountCents }]);
    };
    const tell = (before: Quote, after: Quote) => told(funder, shareOf(before, funder), shareOf(after, funder));
    return changeAndAnswer(desk, desk.input.reference, () => success(share), tell, "funding");
  },
});

function shareOf({ funding }: Quote, funder: string): number | undefined {
  return funding?.others.find(({ funder: other }) => isSame(other, funder))?.amountCents;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function told(funder: string, before: number | undefined, after: number | undefined): ReplyLine {
  if (before === after) return unchanged;
  if (after === undefined) return line("good", `Financeur retiré : ${funder}.`, `Funder removed: ${funder}.`);
  const [fr, en] = [`${funder}, ${formatCents(after)}`, `${funder}, ${formatCents(after, "en")}`];
  return before === undefined
    ? line("good", `Financeur ajouté : ${fr}.`, `Funder added: ${en}.`)
    : line("good", `Part du financeur corrigée : ${fr}.`, `Funder's share corrected: ${en}.`);
}
