import { inputRules, type Quote, raise, success } from "@kairos/core";
import { command } from "../../command.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { recorded } from "../../dossiers/recorded.js";
import { amount, day, duration, given, optional, reference, text } from "../../options.js";
import { refused } from "../../reply.js";

const options = {
  reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
  title: optional(text({ fr: ["intitule", "Intitulé annoncé"], en: ["title", "Announced title"] }, 255)),
  startsOn: optional(day({ fr: ["debut", "Premier jour annoncé"], en: ["start", "Announced first day"] })),
  endsOn: optional(day({ fr: ["fin", "Dernier jour annoncé"], en: ["end", "Announced last day"] })),
  totalMinutes: optional(duration({ fr: ["duree", "Durée annoncée : 70 h"], en: ["duration", "Announced duration: 70 h"] })),
  costCents: optional(amount({ fr: ["cout", "Coût total annoncé : 1 190,00 €"], en: ["cost", "Announced total cost: €1,190.00"] })),
  place: optional(text({ fr: ["lieu", "Lieu annoncé"], en: ["place", "Announced place"] }, 160)),
};

export default command({
  words: {
    fr: ["annoncer", "Note ce qui a été annoncé au candidat, pour le comparer au devis"],
    en: ["announce", "Record what the candidate was told, to compare with the quote"],
  },
  needs: "quote.enter",
  visibility: "private",
  form: [["title", "startsOn", "endsOn", "totalMinutes", "costCents"]],
  example: "/devis annoncer reference:DEV-2026-0001 debut:07/12/2026 duree:70 h cout:1310 €",
  options,
  run(desk) {
    const { reference: quote, ...told } = desk.input;
    const announced = given(told);
    if (Object.keys(announced).length === 0) return Promise.resolve(refused([raise(inputRules, "input.nothing-given", [], {})]));
    const change = (current: Quote) => ({ ...current, announced: { ...current.announced, ...announced } });
    const tell = (before: Quote, after: Quote) =>
      recorded({ fr: "Noté", en: "Recorded" }, options, before.announced ?? {}, after.announced ?? {});
    return changeAndAnswer(desk, quote, () => success(change), tell, "announced");
  },
});
