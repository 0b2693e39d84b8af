import { addDays, formatDay } from "@kairos/core";
import { command } from "../../command.js";
import { advanceAndAnswer } from "../../dossiers/quotes.js";
import { reference } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["soumettre", "Soumet le devis à la validation du candidat"],
    en: ["submit", "Submit the quote for the candidate's approval"],
  },
  needs: "quote.submit",
  visibility: "private",
  final: true,
  example: "/devis soumettre reference:DEV-2026-0001",
  options: { reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }) },
  run(desk) {
    const first = desk.provider?.settings.quotes.reminderDays[0] ?? 3;
    const reminder = addDays(desk.today, first);
    return advanceAndAnswer(desk, desk.input.reference, "submit", {}, () =>
      line(
        "good",
        `Prêt pour le candidat : saisissez ce devis dans le portail Kairos ; le candidat le validera ensuite dans son espace France Travail. Relance prévue le ${formatDay(reminder)}.`,
        `Ready for the candidate: enter this quote in the Kairos portal; the candidate then approves it in their France Travail space. Reminder due on ${formatDay(reminder, "en")}.`,
      ),
    );
  },
});
