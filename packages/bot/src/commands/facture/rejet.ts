import { formatDay } from "@kairos/core";
import { command } from "../../command.js";
import { eventDayOption, followAndAnswer } from "../../dossiers/invoice-events.js";
import { invoiceOption } from "../../dossiers/invoices.js";
import { text } from "../../options.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["rejet", "Note que la facture est rejetée, quel jour et pourquoi"],
    en: ["rejection", "Record that the invoice was rejected, on which day and why"],
  },
  needs: "invoice.issue",
  visibility: "private",
  example: "/facture rejet facture:FAC-2026-0001 motif:Engagement inconnu",
  options: {
    invoice: invoiceOption,
    reason: text(
      { fr: ["motif", "Ce qu'en dit le payeur, sans nom de stagiaire"], en: ["reason", "What the customer says, without names"] },
      300,
    ),
    on: eventDayOption,
  },
  run({ input: { invoice, on, reason }, ...desk }) {
    return followAndAnswer(
      desk,
      invoice,
      "reject",
      () => ({ on, reason }),
      (event) =>
        line(
          "bad",
          `Rejet noté : le ${formatDay(event.on)}, « ${event.reason ?? ""} ». Si la facture dit juste, complétez le dossier et déposez-la à nouveau ; si elle est fausse, corrigez-la par un avoir.`,
          `Rejection recorded: on ${formatDay(event.on, "en")}, “${event.reason ?? ""}”. If the invoice is right, complete the package and deposit it again; if it is wrong, correct it by a credit note.`,
        ),
    );
  },
});
