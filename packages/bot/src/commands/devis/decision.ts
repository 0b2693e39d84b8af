import { type QuoteAction, quoteStatusLabels, quoteWorkflow } from "@kairos/core";
import { command } from "../../command.js";
import { advanceAndAnswer } from "../../dossiers/quotes.js";
import { choice, day, optional, reference, text } from "../../options.js";
import { line } from "../../reply.js";

const decisions = {
  review: { fr: "étude", en: "review" },
  accept: { fr: "accord", en: "agreement" },
  refuse: { fr: "refus", en: "refusal" },
  "request-correction": { fr: "correction", en: "correction" },
  close: { fr: "clôture", en: "closing" },
} satisfies Partial<Record<QuoteAction, { fr: string; en: string }>>;

export default command({
  words: {
    fr: ["decision", "Enregistre où en est France Travail : étude, accord, refus, correction"],
    en: ["decision", "Record where France Travail stands: review, agreement, refusal, correction"],
  },
  needs: "quote.decide",
  visibility: "private",
  final: true,
  example: "/devis decision reference:DEV-2026-0001 decision:accord",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    decision: choice(
      {
        fr: ["decision", "Étude, accord, refus, correction ou clôture"],
        en: ["decision", "Review, agreement, refusal, correction or closing"],
      },
      decisions,
    ),
    on: optional(day({ fr: ["le", "Jour de la décision ; aujourd'hui par défaut"], en: ["on", "Day of the decision; today by default"] })),
    reason: optional(text({ fr: ["motif", "Motif donné par France Travail"], en: ["reason", "Reason given by France Travail"] }, 500)),
  },
  run(desk) {
    const { reference: quote, decision, on, reason } = desk.input;
    const status = quoteStatusLabels[quoteWorkflow[decision].to];
    return advanceAndAnswer(desk, quote, decision, { on, reason }, () =>
      line("good", `Enregistré : ${status.fr}.`, `Recorded: ${status.en}.`),
    );
  },
});
