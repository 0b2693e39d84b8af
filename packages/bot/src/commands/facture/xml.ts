import { calledInvoice, checkDuty, hasErrors, isIssued, profileNames, profileOf, writeCii } from "@kairos/core";
import { command } from "../../command.js";
import { judgeElectronicInvoice } from "../../dossiers/electronic-invoices.js";
import { hasAccount } from "../../dossiers/invoice-files.js";
import { invoiceDocument, invoiceOption, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { safeName } from "../../files/safe-name.js";
import { done, line, refused, same } from "../../reply.js";

export default command({
  words: {
    fr: ["xml", "Contrôle la facture électronique et remet son fichier (factur-x.xml)"],
    en: ["xml", "Check the electronic invoice and hand out its file (factur-x.xml)"],
  },
  needs: "invoice.read",
  visibility: "private",
  example: "/facture xml facture:FAC-2026-0001",
  options: { invoice: invoiceOption },
  async run(desk) {
    const loaded = await loadInvoice(desk, desk.input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const { invoice, customer } = loaded.value;
    const trace = { object: calledInvoice(invoice) };
    if (customer === undefined && !isIssued(invoice)) {
      return refused([unknownReference("customer", "payeur", invoice.customerSiret)], { trace });
    }
    const document = await invoiceDocument(desk.store, loaded.value);
    const { invoice: electronic, problems } = judgeElectronicInvoice(document);
    const told = { title: invoiceTitle(invoice), problems: [...problems, ...checkDuty(loaded.value)], trace };
    const verdict = hasErrors(problems) ? ("unsound" as const) : ("sound" as const);
    if (!isIssued(invoice)) return done({ ...told, lines: [{ tone: "plain", text: invoiceSummary(invoice) }, notYet], verdict });
    if (verdict === "unsound") return refused(told.problems, { title: told.title, lines: [withheld], trace, verdict });
    const profile = profileNames[profileOf(electronic)];
    return done({
      ...told,
      lines: [
        { tone: "plain", text: invoiceSummary(invoice) },
        line(
          "good",
          `Le fichier est conforme à ce que Kairos contrôle (profil ${profile}).`,
          `The file passes what Kairos checks (profile ${profile}).`,
        ),
      ],
      fields: [{ name: { fr: "Profil", en: "Profile" }, value: same(profile) }],
      texts: [
        {
          fileName: `factur-x-${safeName(calledInvoice(invoice))}.xml`,
          text: writeCii(electronic),
          ...(hasAccount(document) && { confidential: true }),
        },
      ],
      verdict,
      data: { number: electronic.number, profile: profileOf(electronic) },
    });
  },
});

const notYet = line(
  "muted",
  "Brouillon : le contenu a été contrôlé ; le fichier n'existe qu'une fois la facture émise, avec son numéro.",
  "Draft: the content was checked; the file exists once the invoice is issued, with its number.",
);

const withheld = line(
  "bad",
  "Le fichier n'est pas remis : Chorus Pro l'enregistrerait sans jamais le transmettre.",
  "The file is not handed out: Chorus Pro would keep it and never hand it on.",
);
