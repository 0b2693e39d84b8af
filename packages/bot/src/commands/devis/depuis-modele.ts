import { quoteFromTemplate } from "@kairos/core";
import { command } from "../../command.js";
import { entryOf } from "../../dossiers/quote-entry.js";
import { enterAndAnswer } from "../../dossiers/quotes.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { reference } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["depuis-modele", "Crée un devis complet à partir d'un modèle"],
    en: ["from-template", "Create a complete quote from a template"],
  },
  needs: "quote.enter",
  visibility: "private",
  example: "/devis depuis-modele modele:cariste session:SE-2026-014 stagiaire:T-0001",
  options: {
    template: reference("template", { fr: ["modele", "Nom du modèle"], en: ["template", "Template name"] }),
    session: reference("session", { fr: ["session", "Référence de la session"], en: ["session", "Session reference"] }),
    trainee: reference("trainee", { fr: ["stagiaire", "Référence du stagiaire"], en: ["trainee", "Trainee reference"] }),
  },
  async run(desk) {
    const { input, store } = desk;
    const template = await store.templates.get(input.template.toLowerCase());
    if (template === undefined) return refused([unknownReference("template", "modele", input.template)]);
    const entry = await entryOf(desk, input.session, input.trainee);
    if (!entry.ok) return refused(entry.problems);
    const quote = quoteFromTemplate(template, entry.value);
    return enterAndAnswer(desk, quote, { template: template.name });
  },
});
