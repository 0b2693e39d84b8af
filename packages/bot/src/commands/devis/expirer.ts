import { command } from "../../command.js";
import { advanceAndAnswer } from "../../dossiers/quotes.js";
import { reference } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["expirer", "Marque comme expiré un devis dont la validité est passée"],
    en: ["expire", "Mark a quote as expired once its validity is over"],
  },
  needs: "quote.submit",
  visibility: "private",
  example: "/devis expirer reference:DEV-2026-0001",
  options: { reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }) },
  run: (desk) => advanceAndAnswer(desk, desk.input.reference, "expire", {}, () => line("good", "Devis expiré.", "Quote expired.")),
});
