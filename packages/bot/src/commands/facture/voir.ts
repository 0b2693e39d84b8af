import { checkOutgoing, checkPayment, hasErrors, isIssued } from "@kairos/core";
import { command } from "../../command.js";
import { invoiceFields, invoiceLines, lineColumns, lineRow } from "../../dossiers/invoice-card.js";
import { invoiceOption, invoiceSteps, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { callingIn } from "../../dossiers/trainers.js";
import { done, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["voir", "Montre une facture en entier : lignes, preuves, étapes, paiements, avoirs"],
    en: ["show", "Show a whole invoice: lines, proofs, steps, payments, credit notes"],
  },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/facture voir facture:FAC-2026-0001",
  options: { invoice: invoiceOption },
  async run({ input, store, today }) {
    const loaded = await loadInvoice({ store, today }, input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const { invoice } = loaded.value;
    const problems = isIssued(invoice) ? checkPayment(loaded.value) : invoice.status === "draft" ? checkOutgoing(loaded.value) : [];
    return done({
      title: invoiceTitle(invoice),
      lines: [{ tone: "plain", text: invoiceSummary(invoice) }, ...invoiceLines(loaded.value)],
      fields: invoiceFields(loaded.value, await callingIn(store)),
      table: { columns: lineColumns, rows: invoice.lines.map((line, index) => lineRow(line, index, loaded.value)) },
      problems,
      next: hasErrors(problems) ? [] : invoiceSteps(invoice),
      data: { invoice },
      trace: { object: invoice.reference },
    });
  },
});
