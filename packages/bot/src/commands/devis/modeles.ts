import { formatCents, quoteTotals, schemeLabels } from "@kairos/core";
import { command } from "../../command.js";
import { done, line, same } from "../../reply.js";

export default command({
  words: { fr: ["modeles", "Liste les modèles de devis"], en: ["templates", "List the quote templates"] },
  needs: "quote.read",
  visibility: "private",
  example: "/devis modeles",
  options: {},
  async run({ store }) {
    const templates = await store.templates.list();
    const rows = templates.map((template) => {
      const { totalCents } = quoteTotals(template);
      return [
        same(template.name),
        schemeLabels[template.scheme],
        { fr: formatCents(totalCents), en: formatCents(totalCents, "en") },
        same(template.title),
      ];
    });
    return done({
      title: { fr: "Modèles de devis", en: "Quote templates" },
      ...(rows.length === 0
        ? {
            lines: [line("plain", "Aucun modèle pour le moment.", "No template yet.")],
            next: [
              { text: { fr: "garder un devis comme modèle", en: "keep a quote as a template" }, command: "/devis modele nom:… depuis:…" },
            ],
          }
        : { table: { columns, rows } }),
      data: { templates: templates.map((template) => template.name) },
    });
  },
});

const columns = [
  { fr: "Nom", en: "Name" },
  { fr: "Dispositif", en: "Scheme" },
  { fr: "Total", en: "Total" },
  { fr: "Formation", en: "Training" },
];
