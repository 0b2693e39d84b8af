import {
  type Attachment,
  type AttachmentKind,
  attachmentKindLabels,
  checkQuote,
  inputRules,
  type QuoteSituation,
  type QuoteStatus,
  quoteStatusLabels,
  raise,
} from "@kairos/core";
import { command } from "../../command.js";
import { attachmentSummary, lockedLines } from "../../dossiers/attachments.js";
import { nextId } from "../../dossiers/next-id.js";
import { loadQuote, titleOf } from "../../dossiers/quotes.js";
import { safeName } from "../../files/safe-name.js";
import { choice, file, given, optional, reference, text } from "../../options.js";
import { done, line, type NextStep, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: { fr: ["joindre", "Joint une pièce à un devis"], en: ["attach", "Attach a supporting document to a quote"] },
  needs: "quote.enter",
  visibility: "private",
  form: [["reference", "kind", "file", "note"]],
  menu: { on: "message", name: { fr: "Joindre à un devis", en: "Attach to a quote" }, fills: "file" },
  example: "/devis joindre reference:DEV-2026-0001 fichier:devis-comparatif.pdf nature:second devis",
  options: {
    reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
    file: file({ fr: ["fichier", "PDF, PNG ou JPEG de 8 Mo au plus", "Fichier"], en: ["file", "PDF, PNG or JPEG, 8 MB at most", "File"] }, [
      "document",
    ]),
    kind: choice({ fr: ["nature", "Nature de la pièce"], en: ["kind", "Kind of document"] }, attachmentKindLabels),
    note: optional(
      text(
        {
          fr: ["note", "Ce qu'il faut en savoir ; rien sur la santé", "Note"],
          en: ["note", "What to know about it; nothing on health", "Note"],
        },
        200,
      ),
    ),
  },
  async run(desk) {
    const { store, input, actor, today } = desk;
    const loaded = await loadQuote(desk, input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { quote } = loaded.value;
    const { kind } = input;
    const standing = (await store.attachments.of(quote.reference)).filter(({ removedOn }) => removedOn === undefined);
    const digest = await store.files.put(input.file.bytes);
    const twin = standing.find((one) => one.digest === digest);
    if (twin !== undefined) return alreadyThere(twin);
    if (standing.length >= most)
      return refused([raise(inputRules, "input.too-many", ["fichier"], { most })], { trace: { object: quote.reference } });
    const attachment: Attachment = {
      id: await nextId(store, "P"),
      siret: quote.siret,
      object: quote.reference,
      kind,
      fileName: safeName(input.file.name),
      mediaType: input.file.mediaType,
      bytes: input.file.bytes.byteLength,
      digest,
      ...given({ note: input.note }),
      addedBy: actor.id,
      addedOn: today,
    };
    await store.attachments.save(attachment);
    const summary = attachmentSummary(attachment);
    return done({
      title: titleOf(quote),
      lines: [
        line("good", `Pièce jointe : ${summary.fr}.`, `Attached: ${summary.en}.`),
        ...lockedLines(input.file),
        ...(endedStatuses.has(quote.status) ? [endedAs(quote.status)] : []),
      ],
      next: nextSteps(kind, loaded.value),
      data: { attachment: attachment.id, quote: quote.reference },
      trace: { object: quote.reference, details: { attachment: attachment.id, kind, digest: digest.slice(0, 12) } },
    });
  },
});

/** Documents that stand on one quote. */
const most = 30;

function alreadyThere({ id, object, kind }: Attachment) {
  return refused([raise(inputRules, "input.reference-taken", ["fichier"], { kind: "attachment", reference: id })], {
    lines: [
      line(
        "plain",
        `Ce fichier est déjà joint à ${object} : ${id}, ${attachmentKindLabels[kind].fr}. Il n'y a rien à refaire.`,
        `This file is already attached to ${object}: ${id}, ${attachmentKindLabels[kind].en}. There is nothing to do again.`,
      ),
    ],
    trace: { object, details: { attachment: id } },
  });
}

/** Evidence may come after the end (a letter, an answer to an audit): it is kept, and it is said. */
const endedStatuses: ReadonlySet<QuoteStatus> = new Set(["cancelled", "expired", "closed"]);

function endedAs(status: QuoteStatus): ReplyLine {
  const { fr, en } = quoteStatusLabels[status];
  return line(
    "warning",
    `Ce devis est ${fr} : la pièce est gardée avec lui et n'y change rien.`,
    `This quote is ${en}: the document is kept with it and changes nothing.`,
  );
}

/** What a document of this kind was waited for. */
function nextSteps(kind: AttachmentKind, situation: QuoteSituation): readonly NextStep[] {
  const { reference, status } = situation.quote;
  if (kind === "approval" && status === "awaiting-candidate") {
    const text = { fr: "enregistrer la validation du candidat", en: "record the candidate's approval" };
    return [{ text, command: `/devis approuver reference:${reference}` }];
  }
  const asks = checkQuote(situation).some(({ code }) => code === "aif.second-quote-required");
  if (kind !== "second-quote" || endedStatuses.has(status) || !asks) return [];
  const text = { fr: "noter la référence du second devis", en: "record the reference of the second quote" };
  return [{ text, command: `/devis corriger reference:${reference} second-devis:…` }];
}
