import { fileNameOf } from "@kairos/pdf";
import { command } from "../../command.js";
import { documentOf, loadQuote, summaryOf, titleOf } from "../../dossiers/quotes.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { integer, optional, reference } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: { fr: ["pdf", "Imprime le devis, ou une de ses versions"], en: ["pdf", "Print the quote, or one of its versions"] },
  needs: "quote.read",
  visibility: "private",
  example: "/devis pdf reference:DEV-2026-0001",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    version: optional(
      integer(
        { fr: ["version", "Version à imprimer ; la dernière par défaut"], en: ["version", "Version to print; the latest by default"] },
        1,
        999,
      ),
    ),
  },
  async run(desk) {
    const loaded = await loadQuote(desk, desk.input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { quote } = loaded.value;
    const version = desk.input.version ?? quote.version;
    const kept = (await desk.store.quotes.versions(quote.reference)).find((candidate) => candidate.version === version);
    if (kept === undefined && version !== quote.version) {
      return refused([unknownReference("version", "version", String(version))], {
        trace: { object: quote.reference },
      });
    }
    const document = kept?.document ?? documentOf(loaded.value);
    return done({
      title: titleOf(kept?.quote ?? quote),
      lines: [
        { tone: "plain", text: summaryOf(kept?.quote ?? quote) },
        ...(document.isDraft
          ? [line("muted", "Brouillon : la mention figure sur le document.", "Draft: marked as such on the document.")]
          : []),
      ],
      documents: [{ fileName: fileNameOf(document), document }],
      data: { reference: quote.reference, version },
      trace: { object: quote.reference, details: { version } },
    });
  },
});
