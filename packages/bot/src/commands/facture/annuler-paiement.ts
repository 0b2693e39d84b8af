import { calledInvoice, checkPayment, creditNotesOn, dueOf, explainDue, formatCents, formatDay, takeBackPayment } from "@kairos/core";
import { command } from "../../command.js";
import { invoiceOption, invoiceSteps, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { fingerprintOf } from "../../fingerprint.js";
import { integer, optional, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["annuler-paiement", "Retire un paiement saisi par erreur ; la facture en garde la trace"],
    en: ["undo-payment", "Take back a payment entered by mistake; the invoice remembers it"],
  },
  needs: "invoice.issue",
  visibility: "private",
  final: true,
  example: "/facture annuler-paiement facture:FAC-2026-0001 motif:Virement d'un autre client",
  options: {
    invoice: invoiceOption,
    reason: text({ fr: ["motif", "Pourquoi ce paiement est retiré"], en: ["reason", "Why this payment is taken back"] }, 200),
    rank: optional(
      integer(
        {
          fr: ["rang", "Lequel : 1 pour le premier enregistré ; sinon, le dernier"],
          en: ["rank", "Which one: 1 for the first recorded; otherwise the last"],
        },
        1,
        200,
      ),
    ),
  },
  async run({ input, store, actor, now, today }) {
    const loaded = await loadInvoice({ store, today }, input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const situation = loaded.value;
    const { invoice, others } = situation;
    const taken = takeBackPayment(invoice, input.rank, { reason: input.reason, by: actor.id, at: now });
    const object = calledInvoice(invoice);
    if (!taken.ok)
      return refused(
        taken.problems.map((problem) => (problem.path[0] === "payments" ? { ...problem, path: ["rang"] } : problem)),
        {
          trace: { object },
        },
      );
    const changed = taken.value;
    const payment = changed.takenBack?.at(-1)?.payment;
    if (payment === undefined) throw new Error(`${object} kept no payment taken back`);
    await store.invoices.save(changed);
    const { on, amountCents } = payment;
    const due = dueOf(changed, creditNotesOn(invoice, others));
    return done({
      title: invoiceTitle(changed),
      lines: [
        line(
          "good",
          `Paiement du ${formatDay(on)} retiré : ${formatCents(amountCents)}. La facture en garde la trace, avec son motif.`,
          `Payment of ${formatDay(on, "en")} taken back: ${formatCents(amountCents, "en")}. The invoice remembers it, with the reason.`,
        ),
        line("plain", `Reste à recevoir : ${explainDue(due, "fr")}.`, `Left to receive: ${explainDue(due, "en")}.`),
      ],
      problems: checkPayment({ ...situation, invoice: changed }),
      next: invoiceSteps(changed),
      basis: fingerprintOf([invoice.status, invoice.payments]),
      data: { invoice: object, status: changed.status, due },
      trace: { object, details: { on, amount: formatCents(amountCents) } },
    });
  },
});
