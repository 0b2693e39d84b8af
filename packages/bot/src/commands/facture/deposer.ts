import { channelLabels, channelOf, formatDay } from "@kairos/core";
import { command } from "../../command.js";
import { eventDayOption, followAndAnswer } from "../../dossiers/invoice-events.js";
import { invoiceOption } from "../../dossiers/invoices.js";
import { choice, optional, text } from "../../options.js";
import { both, line } from "../../reply.js";

export default command({
  words: {
    fr: ["deposer", "Note que la facture est déposée, quel jour et sous quel numéro du canal"],
    en: ["deposit", "Record that the invoice was deposited, on which day and under which number of the channel"],
  },
  needs: "invoice.issue",
  visibility: "private",
  example: "/facture deposer facture:FAC-2026-0001 le:22/12/2026 reference:CPRO-2026-118",
  options: {
    invoice: invoiceOption,
    on: eventDayOption,
    reference: optional(
      text({ fr: ["reference", "Numéro de dépôt que donne le canal"], en: ["reference", "Deposit number that the channel gives"] }, 60),
    ),
    channel: optional(
      choice(
        { fr: ["canal", "Par où ; celui du dispositif par défaut"], en: ["channel", "By which door; the scheme's by default"] },
        channelLabels,
      ),
    ),
  },
  run({ input: { invoice, on, reference, channel }, ...desk }) {
    return followAndAnswer(
      desk,
      invoice,
      "deposit",
      (situation) => ({ on, reference, channel: channel ?? channelOf(situation.invoice, situation.provider) }),
      (event) => {
        const { fr, en } = both((language) =>
          [channelLabels[event.channel ?? "other"][language], event.reference].filter(Boolean).join(", "),
        );
        return line("good", `Dépôt noté : le ${formatDay(event.on)}, ${fr}.`, `Deposit recorded: on ${formatDay(event.on, "en")}, ${en}.`);
      },
    );
  },
});
