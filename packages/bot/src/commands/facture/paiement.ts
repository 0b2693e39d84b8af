import {
  calledInvoice,
  checkPayment,
  creditNotesOn,
  dueOf,
  explainDue,
  formatCents,
  formatDay,
  type Invoice,
  type Problem,
  recordPayment,
} from "@kairos/core";
import { command } from "../../command.js";
import { invoiceOption, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { amount, day, given, optional, text, yesOrNo } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["paiement", "Enregistre une somme reçue pour une facture, en tout ou partie"],
    en: ["payment", "Record money received for an invoice, in whole or part"],
  },
  needs: "invoice.issue",
  visibility: "private",
  example: "/facture paiement facture:FAC-2026-0001 montant:1190 date:15/01/2027 reference:VIR-2027-118",
  options: {
    invoice: invoiceOption,
    amount: amount({ fr: ["montant", "La somme reçue, en euros"], en: ["amount", "What was received, in euros"] }),
    on: optional(
      day({ fr: ["date", "Le jour du virement ; aujourd'hui sinon"], en: ["date", "Day of the transfer; today otherwise"] }, "last"),
    ),
    reference: optional(
      text(
        { fr: ["reference", "Référence du virement, sur le relevé"], en: ["reference", "Reference of the transfer, on the statement"] },
        60,
      ),
    ),
    distinct: optional(
      yesOrNo({
        fr: ["distinct", "Oui : un second virement, du même jour et du même montant"],
        en: ["distinct", "Yes: a second transfer, of the same day and amount"],
      }),
    ),
  },
  async run({ input, store, actor, now, today }) {
    const loaded = await loadInvoice({ store, today }, input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const situation = loaded.value;
    const { invoice, others } = situation;
    const creditNotes = creditNotesOn(invoice, others);
    const { amount: amountCents, on = today, reference, distinct: isDistinct } = input;
    const trace = { object: calledInvoice(invoice), details: { on, amount: formatCents(amountCents) } };
    const payment = { on, amountCents, ...given({ reference }), by: actor.id, at: now };
    const recorded = recordPayment(invoice, payment, { creditNotes, today, isDistinct });
    if (!recorded.ok) return refused(recorded.problems.map(byOption), { trace });
    await store.invoices.save(recorded.value);
    return done({
      title: invoiceTitle(recorded.value),
      lines: [
        line(
          "good",
          `Paiement de ${formatCents(amountCents)} enregistré, reçu le ${formatDay(on)}.`,
          `Payment of ${formatCents(amountCents, "en")} recorded, received on ${formatDay(on, "en")}.`,
        ),
        restLine(recorded.value, creditNotes),
      ],
      problems: checkPayment({ ...situation, invoice: recorded.value }),
      next: [
        {
          text: { fr: "si c'est une erreur, retirer ce paiement", en: "if it is a mistake, take this payment back" },
          command: `/facture annuler-paiement facture:${calledInvoice(invoice)} motif:…`,
        },
      ],
      data: { invoice: calledInvoice(invoice), status: recorded.value.status, due: dueOf(recorded.value, creditNotes) },
      trace,
    });
  },
});

function restLine(invoice: Invoice, creditNotes: readonly Invoice[]) {
  const due = dueOf(invoice, creditNotes);
  return due.leftCents === 0
    ? line("good", "La facture est payée en entier.", "The invoice is paid in full.")
    : line("plain", `Reste à recevoir : ${explainDue(due, "fr")}.`, `Left to receive: ${explainDue(due, "en")}.`);
}

const options: Readonly<Partial<Record<string | number, string>>> = { on: "date", amountCents: "montant", payments: "distinct" };

/** What core says of a payment, said of the option it was typed in. */
function byOption(problem: Problem): Problem {
  const option = options[problem.path[0] ?? ""];
  return option === undefined ? problem : { ...problem, path: [option] };
}
