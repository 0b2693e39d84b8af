import { formatDay } from "@kairos/core";
import { command } from "../../command.js";
import { eventDayOption, followAndAnswer } from "../../dossiers/invoice-events.js";
import { invoiceOption } from "../../dossiers/invoices.js";
import { line } from "../../reply.js";

export default command({
  words: {
    fr: ["reception", "Note que le payeur a reçu la facture, et quel jour"],
    en: ["receipt", "Record that the customer received the invoice, and on which day"],
  },
  needs: "invoice.issue",
  visibility: "private",
  example: "/facture reception facture:FAC-2026-0001 le:23/12/2026",
  options: { invoice: invoiceOption, on: eventDayOption },
  run({ input: { invoice, on }, ...desk }) {
    return followAndAnswer(
      desk,
      invoice,
      "receive",
      () => ({ on }),
      (event) =>
        line(
          "good",
          `Réception notée : le ${formatDay(event.on)}. Le délai de paiement court depuis ce jour.`,
          `Receipt recorded: on ${formatDay(event.on, "en")}. The time to pay runs from that day.`,
        ),
    );
  },
});
