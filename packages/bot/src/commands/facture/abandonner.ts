import { advanceInvoice } from "@kairos/core";
import { command } from "../../command.js";
import { findInvoice, invoiceOption, invoiceSummary, invoiceTitle } from "../../dossiers/invoices.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["abandonner", "Abandonne un brouillon de facture : ses demi-journées restent à facturer"],
    en: ["discard", "Discard a draft invoice: its half-days stay to be billed"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  example: "/facture abandonner facture:PF-2026-0001",
  options: { invoice: invoiceOption },
  async run({ input, store }) {
    const found = await findInvoice(store, input.invoice);
    if (!found.ok) return refused(found.problems);
    const { reference } = found.value;
    const discarded = advanceInvoice(found.value, "discard");
    if (!discarded.ok) return refused(discarded.problems, { trace: { object: reference } });
    await store.invoices.save(discarded.value);
    return done({
      title: invoiceTitle(discarded.value),
      lines: [
        { tone: "plain", text: invoiceSummary(discarded.value) },
        discarded.value.kind === "credit-note" ? nothingCredited : stillToBill,
      ],
      data: { invoice: discarded.value },
      trace: { object: reference },
    });
  },
});

const stillToBill = line(
  "good",
  "Brouillon abandonné. Aucun numéro n'a été pris ; ce qu'il facturait reste à facturer.",
  "Draft discarded. No number was taken; what it billed is still to be billed.",
);

const nothingCredited = line(
  "good",
  "Brouillon d'avoir abandonné. Aucun numéro n'a été pris ; rien n'est crédité.",
  "Draft credit note discarded. No number was taken; nothing is credited.",
);
