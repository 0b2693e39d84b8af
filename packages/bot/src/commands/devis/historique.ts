import { formatCents, quoteStatusLabels, quoteTotals } from "@kairos/core";
import { command } from "../../command.js";
import { actOf, outcomeLabels, reasonsOf } from "../../dossiers/acts.js";
import { namesIn } from "../../dossiers/people.js";
import { loadQuote, titleOf } from "../../dossiers/quotes.js";
import { whenOf } from "../../dossiers/trail-table.js";
import { reference } from "../../options.js";
import { done, line, type ReplyLine, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["historique", "Montre les versions d'un devis et qui a fait quoi"],
    en: ["history", "Show a quote's versions and who did what"],
  },
  needs: "quote.read",
  visibility: "private",
  example: "/devis historique reference:DEV-2026-0001",
  options: { reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }) },
  async run(desk) {
    const loaded = await loadQuote(desk, desk.input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { quote, provider } = loaded.value;
    const names = await namesIn(desk.store);
    const rows = [];
    for await (const entry of desk.store.audit.entries({ object: quote.reference })) {
      rows.push([
        whenOf(entry, provider),
        same(names.get(entry.actor) ?? entry.actor),
        actOf(entry.act, desk.commands),
        outcomeLabels[entry.outcome],
        entry.outcome === "done" ? same("") : reasonsOf(String(entry.details.errors ?? "")),
      ]);
    }
    return done({
      title: titleOf(quote),
      lines: (await desk.store.quotes.versions(quote.reference)).map(({ version, quote: kept }): ReplyLine => {
        const status = quoteStatusLabels[kept.status];
        const { totalCents } = quoteTotals(kept);
        return line(
          "plain",
          `Version ${version} : ${status.fr}, ${formatCents(totalCents)}`,
          `Version ${version}: ${status.en}, ${formatCents(totalCents, "en")}`,
        );
      }),
      table: { columns, rows },
      next: [
        { text: { fr: "relire une version", en: "read a version again" }, command: `/devis pdf reference:${quote.reference} version:1` },
      ],
      data: { reference: quote.reference, acts: rows.length },
      trace: { object: quote.reference },
    });
  },
});

const columns = [
  { fr: "Quand", en: "When" },
  { fr: "Qui", en: "Who" },
  { fr: "Acte", en: "Act" },
  { fr: "Issue", en: "Outcome" },
  { fr: "Motifs", en: "Reasons" },
];
