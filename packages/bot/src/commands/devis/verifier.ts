import { checkDossier, hasErrors } from "@kairos/core";
import { command } from "../../command.js";
import { loadQuote, nextSteps, summaryOf, titleOf } from "../../dossiers/quotes.js";
import { reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: { fr: ["verifier", "Vérifie un devis avant l'envoi"], en: ["check", "Check a quote before it is sent"] },
  needs: "quote.read",
  visibility: "private",
  example: "/devis verifier reference:DEV-2026-0001",
  options: { reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }) },
  async run(desk) {
    const loaded = await loadQuote(desk, desk.input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { quote } = loaded.value;
    const problems = checkDossier(loaded.value);
    const verdict = hasErrors(problems)
      ? line("bad", "À corriger avant de soumettre.", "To be corrected before it is submitted.")
      : problems.length > 0
        ? line("good", "Rien ne bloque ; lisez tout de même ce qui suit.", "Nothing blocks it; read what follows all the same.")
        : line("good", "Rien à signaler : ce devis peut partir.", "Nothing to report: this quote can go.");
    return done({
      title: titleOf(quote),
      lines: [{ tone: "plain", text: summaryOf(quote) }, verdict],
      problems,
      next: nextSteps(quote, problems),
      verdict: hasErrors(problems) ? "unsound" : "sound",
      data: { reference: quote.reference, status: quote.status, version: quote.version },
      trace: { object: quote.reference },
    });
  },
});
