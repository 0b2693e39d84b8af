import { command } from "../../command.js";
import { attachmentSummary, loadAttachment } from "../../dossiers/attachments.js";
import { reference } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["retirer-piece", "Retire une pièce jointe par erreur ; elle reste listée comme retirée"],
    en: ["remove-attachment", "Remove a document attached by mistake; it stays listed as removed"],
  },
  needs: "quote.enter",
  visibility: "private",
  example: "/devis retirer-piece piece:P-0001",
  options: {
    piece: reference("attachment", { fr: ["piece", "Pièce à retirer : P-0001"], en: ["attachment", "Document to remove: P-0001"] }),
  },
  async run({ input, store, actor, today }) {
    const loaded = await loadAttachment(store, input.piece);
    if (!loaded.ok) return refused(loaded.problems);
    const { id, object, kind } = loaded.value;
    await store.attachments.save({ ...loaded.value, removedOn: today, removedBy: actor.id });
    return done({
      title: same(object),
      lines: [
        { tone: "plain", text: attachmentSummary(loaded.value) },
        line("good", "Pièce retirée : plus personne ne peut l'ouvrir.", "Document removed: nobody can open it any more."),
      ],
      next: [{ text: { fr: "voir ce qui reste", en: "see what is left" }, command: `/devis pieces reference:${object}` }],
      data: { attachment: id, quote: object },
      trace: { object, details: { attachment: id, kind } },
    });
  },
});
