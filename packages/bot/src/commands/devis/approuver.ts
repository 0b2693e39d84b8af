import { formatDay } from "@kairos/core";
import { command } from "../../command.js";
import { advanceAndAnswer } from "../../dossiers/quotes.js";
import { choice, day, optional, reference, text } from "../../options.js";
import { line } from "../../reply.js";

const answers = { approve: { fr: "valide", en: "approves" }, decline: { fr: "refuse", en: "declines" } };

export default command({
  words: {
    fr: ["approuver", "Enregistre la réponse du candidat, donnée dans son espace France Travail"],
    en: ["approve", "Record the candidate's answer, given in their France Travail space"],
  },
  needs: "quote.approve",
  visibility: "private",
  final: true,
  example: "/devis approuver reference:DEV-2026-0001",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    answer: optional(
      choice(
        { fr: ["reponse", "Le candidat valide (par défaut) ou refuse"], en: ["answer", "The candidate approves (default) or declines"] },
        answers,
      ),
    ),
    on: optional(day({ fr: ["le", "Jour de sa réponse ; aujourd'hui par défaut"], en: ["on", "Day of the answer; today by default"] })),
    reason: optional(text({ fr: ["motif", "Pourquoi le candidat refuse"], en: ["reason", "Why the candidate declines"] }, 500)),
  },
  run(desk) {
    const { reference: quote, answer = "approve", on, reason } = desk.input;
    const day = on ?? desk.today;
    return advanceAndAnswer(desk, quote, answer, { on, reason }, ({ version }) =>
      answer === "approve"
        ? line(
            "good",
            `Enregistré : le candidat a validé la version ${version} le ${formatDay(day)}.`,
            `Recorded: the candidate approved version ${version} on ${formatDay(day, "en")}.`,
          )
        : line(
            "warning",
            `Enregistré : le candidat a refusé la version ${version} le ${formatDay(day)}.`,
            `Recorded: the candidate declined version ${version} on ${formatDay(day, "en")}.`,
          ),
    );
  },
});
