import { parse, quoteTemplateSchema, templateFrom } from "@kairos/core";
import { command } from "../../command.js";
import { loadQuote } from "../../dossiers/quotes.js";
import { reference, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["modele", "Garde un devis comme modèle pour une formation récurrente"],
    en: ["template", "Keep a quote as a template for a recurring course"],
  },
  needs: "quote.enter",
  visibility: "private",
  example: "/devis modele nom:cariste depuis:DEV-2026-0001",
  options: {
    name: text({ fr: ["nom", "Nom court du modèle : cariste"], en: ["name", "Short name of the template: cariste"] }, 40),
    from: reference("quote", { fr: ["depuis", "Devis à garder comme modèle"], en: ["from", "Quote to keep as a template"] }),
  },
  async run(desk) {
    const loaded = await loadQuote(desk, desk.input.from);
    if (!loaded.ok) return refused(loaded.problems);
    const template = parse(quoteTemplateSchema, templateFrom(loaded.value.quote, desk.input.name.toLowerCase()));
    if (!template.ok) return refused(template.problems);
    const { name, lines } = template.value;
    const replaced = (await desk.store.templates.get(name)) !== undefined;
    await desk.store.templates.save(template.value);
    return done({
      title: { fr: `Modèle « ${name} »`, en: `Template “${name}”` },
      lines: [
        line(
          "good",
          `${replaced ? "Remplacé" : "Enregistré"} : ${lines.length} ligne${lines.length > 1 ? "s" : ""} de coûts, sans personne ni dates.`,
          `${replaced ? "Replaced" : "Saved"}: ${lines.length} line${lines.length === 1 ? "" : "s"} of costs, without person or dates.`,
        ),
      ],
      next: [
        {
          text: { fr: "faire un devis avec ce modèle", en: "make a quote from this template" },
          command: `/devis depuis-modele modele:${name} session:… stagiaire:…`,
        },
      ],
      data: { template: name },
      trace: { object: name, details: { from: loaded.value.quote.reference } },
    });
  },
});
