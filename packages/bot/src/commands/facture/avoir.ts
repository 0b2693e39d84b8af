import {
  checkOutgoing,
  creditLines,
  creditNotesOn,
  failure,
  formatCents,
  inputRules,
  invoiceSchema,
  invoiceTotals,
  mayBeCredited,
  parse,
  prepareCreditNote,
  raise,
  releasedClaims,
} from "@kairos/core";
import { command } from "../../command.js";
import { creditChoice, creditedHalfDays, creditedLines, creditedTrainee } from "../../dossiers/credit-options.js";
import { invoiceOption, invoiceSituation, invoiceSteps, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { nextId } from "../../dossiers/next-id.js";
import { amount, optional, text } from "../../options.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["avoir", "Prépare un avoir : toute la facture, des lignes, des demi-journées ou un montant"],
    en: ["credit", "Prepare a credit note: the whole invoice, lines, half-days or an amount"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  example: "/facture avoir facture:FAC-2026-0001 motif:Demi-journée facturée à tort demi-journees:18/12/2026 après-midi",
  options: {
    invoice: invoiceOption,
    reason: text({ fr: ["motif", "Pourquoi cet avoir : imprimé dessus"], en: ["reason", "Why this credit note: printed on it"] }, 300),
    lines: creditedLines,
    trainee: creditedTrainee,
    halfDays: creditedHalfDays,
    amount: optional(
      amount({
        fr: ["montant", "Montant HT à reprendre sur une ligne"],
        en: ["amount", "Amount to credit on one line, VAT excluded"],
      }),
    ),
  },
  async run({ input, store, actor, now, today }) {
    const loaded = await loadInvoice({ store, today }, input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const { invoice, others } = loaded.value;
    const trace = { object: invoice.reference };
    const creditable = mayBeCredited(invoice);
    if (!creditable.ok) return refused(creditable.problems, { trace });
    const original = creditable.value;
    const { lines, trainee, halfDays, amount: amountCents } = input;
    const choice = amountCents === 0 ? nothingAsked : creditChoice(original, { lines, trainee, halfDays, amountCents });
    if (!choice.ok) return refused(choice.problems, { trace });
    const before = creditNotesOn(original, others);
    const part = creditLines(original, before, choice.value);
    if (!part.ok) return refused(part.problems, { trace });
    const reference = await nextId(store, `PF-${today.slice(0, 4)}`);
    const prepared = prepareCreditNote(original, part.value, { reference, reason: input.reason, by: actor.id, at: now });
    const draft = parse(invoiceSchema, prepared);
    if (!draft.ok) return refused(draft.problems, { trace });
    await store.invoices.save(draft.value);

    const situation = await invoiceSituation(store, draft.value, today);
    const { number } = original.issue;
    const [credited, billed] = [invoiceTotals(draft.value).totalCents, invoiceTotals(original).totalCents];
    const released = releasedClaims(original, before, { ...draft.value, issue: original.issue });
    return done({
      title: invoiceTitle(draft.value),
      lines: [
        { tone: "plain", text: invoiceSummary(draft.value) },
        line(
          "plain",
          `Reprend ${formatCents(credited)} sur les ${formatCents(billed)} de ${number}. Motif : ${input.reason}`,
          `Takes back ${formatCents(credited, "en")} of the ${formatCents(billed, "en")} of ${number}. Reason: ${input.reason}`,
        ),
        ...(released.length === 0
          ? []
          : [
              line(
                "plain",
                `À son émission, ${released.length} demi-journée${released.length < 2 ? " pourra être facturée" : "s pourront être facturées"} à nouveau.`,
                `Once it is issued, ${released.length} half-day${released.length === 1 ? "" : "s"} may be billed again.`,
              ),
            ]),
      ],
      problems: checkOutgoing(situation),
      next: invoiceSteps(draft.value),
      data: { invoice: draft.value },
      trace: { object: reference, details: { credits: number, credited: choice.value.kind } },
    });
  },
});

const nothingAsked = failure(raise(inputRules, "input.out-of-range", ["amount"], { least: 1 }));
