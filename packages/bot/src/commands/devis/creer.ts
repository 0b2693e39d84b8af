import { quoteFromSession, type Scheme, schemeLabels } from "@kairos/core";
import { command } from "../../command.js";
import { entryOf } from "../../dossiers/quote-entry.js";
import { enterAndAnswer } from "../../dossiers/quotes.js";
import { choice, reference } from "../../options.js";
import { refused } from "../../reply.js";

const offered: Readonly<Record<Extract<Scheme, "aif" | "poei">, (typeof schemeLabels)[Scheme]>> = {
  aif: schemeLabels.aif,
  poei: schemeLabels.poei,
};

export default command({
  words: { fr: ["creer", "Crée un devis pour un stagiaire et une session"], en: ["create", "Create a quote for a trainee and a session"] },
  needs: "quote.enter",
  visibility: "private",
  example: "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001",
  options: {
    scheme: choice({ fr: ["dispositif", "AIF ou POEI"], en: ["scheme", "AIF or POEI"] }, offered),
    session: reference("session", { fr: ["session", "Référence de la session"], en: ["session", "Session reference"] }),
    trainee: reference("trainee", { fr: ["stagiaire", "Référence du stagiaire"], en: ["trainee", "Trainee reference"] }),
  },
  async run(desk) {
    const entry = await entryOf(desk, desk.input.session, desk.input.trainee);
    if (!entry.ok) return refused(entry.problems);
    const quote = quoteFromSession({ ...entry.value, scheme: desk.input.scheme });
    return enterAndAnswer(desk, quote, { scheme: quote.scheme });
  },
});
