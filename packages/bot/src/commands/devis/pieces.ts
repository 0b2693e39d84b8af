import { inputRules, raise } from "@kairos/core";
import { command } from "../../command.js";
import { attachmentSummary, listed, loadAttachment } from "../../dossiers/attachments.js";
import { namesIn } from "../../dossiers/people.js";
import { loadQuote, titleOf } from "../../dossiers/quotes.js";
import { optional, reference } from "../../options.js";
import { done, type Reply, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["pieces", "Liste les pièces jointes d'un devis, ou en remet une"],
    en: ["attachments", "List the documents attached to a quote, or hand one out"],
  },
  needs: "quote.read",
  visibility: "private",
  example: "/devis pieces reference:DEV-2026-0001",
  options: {
    reference: optional(reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] })),
    piece: optional(
      reference("attachment", { fr: ["piece", "Pièce à remettre : P-0001"], en: ["attachment", "Document to hand out: P-0001"] }),
    ),
  },
  async run(desk): Promise<Reply> {
    const { store, input } = desk;
    const asked = input.piece === undefined ? undefined : await loadAttachment(store, input.piece, input.reference?.toUpperCase());
    if (asked !== undefined && !asked.ok) return refused(asked.problems);
    const of = asked?.value.object ?? input.reference;
    if (of === undefined) return refused([raise(inputRules, "input.missing", ["reference"], {})]);
    const loaded = await loadQuote(desk, of);
    if (!loaded.ok) return refused(loaded.problems);
    const { quote } = loaded.value;
    const title = titleOf(quote);
    if (asked !== undefined) {
      const { id, kind, fileName, digest } = asked.value;
      return done({
        title,
        lines: [{ tone: "plain", text: attachmentSummary(asked.value) }],
        files: [{ fileName, digest }],
        data: { attachment: id, quote: quote.reference },
        trace: { object: quote.reference, details: { attachment: id, kind } },
      });
    }
    const attachments = await store.attachments.of(quote.reference);
    return done({
      title,
      ...listed(attachments, await namesIn(store)),
      next: attachments.some(({ removedOn }) => removedOn === undefined) ? [] : [toAttach(quote.reference)],
      data: { quote: quote.reference, attachments: attachments.map(({ id, kind, removedOn }) => ({ id, kind, removedOn })) },
      trace: { object: quote.reference },
    });
  },
});

function toAttach(quote: string) {
  return {
    text: { fr: "joindre une pièce", en: "attach a document" },
    command: `/devis joindre reference:${quote} fichier:… nature:…`,
  };
}
