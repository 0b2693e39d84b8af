import { hasErrors } from "@kairos/core";
import { command } from "../../command.js";
import { judgeElectronicInvoice } from "../../dossiers/electronic-invoices.js";
import { invoiceFile } from "../../dossiers/invoice-files.js";
import { invoiceDocument, invoiceOption, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["pdf", "Imprime la facture ou l'avoir, avec sa partie électronique"],
    en: ["pdf", "Print the invoice or the credit note, with its electronic part"],
  },
  needs: "invoice.read",
  visibility: "private",
  example: "/facture pdf facture:FAC-2026-0001",
  options: { invoice: invoiceOption },
  async run(desk) {
    const loaded = await loadInvoice(desk, desk.input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const { invoice, customer } = loaded.value;
    const object = invoice.reference;
    if (customer === undefined && invoice.issue === undefined) {
      return refused([unknownReference("customer", "facture", invoice.customerSiret)], { trace: { object } });
    }
    const document = await invoiceDocument(desk.store, loaded.value);
    const problems = document.isDraft ? [] : judgeElectronicInvoice(document).problems;
    return done({
      title: invoiceTitle(invoice),
      lines: [{ tone: "plain", text: invoiceSummary(invoice) }, document.isDraft ? draft : hasErrors(problems) ? pagesOnly : hybrid],
      problems,
      documents: [invoiceFile(document)],
      data: { reference: invoice.reference, number: invoice.issue?.number },
      trace: { object },
    });
  },
});

const draft = line(
  "muted",
  "Projet : la mention figure sur le document, qui ne vaut pas facture et n'a pas de partie électronique.",
  "Draft: marked as such on the document, which is no invoice and has no electronic part.",
);

const hybrid = line(
  "muted",
  "Factur-X : le même fichier se lit à l'écran et par les machines. C'est lui qui se dépose.",
  "Factur-X: the same file is read by people and by machines. It is the one to deposit.",
);

const pagesOnly = line(
  "bad",
  "Sans partie électronique : elle ne passe pas les contrôles ci-dessous, et Chorus Pro ne la transmettrait pas.",
  "Without its electronic part, which fails the checks below: Chorus Pro would not hand it on.",
);
