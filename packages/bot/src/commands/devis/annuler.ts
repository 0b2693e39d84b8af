import { command } from "../../command.js";
import { advanceAndAnswer } from "../../dossiers/quotes.js";
import { reference, text } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: { fr: ["annuler", "Annule un devis ; il reste lisible"], en: ["cancel", "Cancel a quote; it stays readable"] },
  needs: "quote.submit",
  visibility: "private",
  form: [["reason"]],
  final: true,
  example: "/devis annuler reference:DEV-2026-0001 motif:Le candidat a trouvé un emploi",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    reason: text({ fr: ["motif", "Pourquoi le devis est annulé"], en: ["reason", "Why the quote is cancelled"] }, 500),
  },
  run: (desk) =>
    advanceAndAnswer(desk, desk.input.reference, "cancel", { reason: desk.input.reason }, () =>
      line(
        "good",
        "Devis annulé. S'il est déjà dans le portail Kairos, annulez-le aussi là-bas.",
        "Quote cancelled. If it is already in the Kairos portal, cancel it there too.",
      ),
    ),
});
