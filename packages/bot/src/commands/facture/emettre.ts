import { counterOf, type InvoiceKind, issueInvoice, readyToIssue, seriesOf } from "@kairos/core";
import { command } from "../../command.js";
import { invoiceOption, invoiceSteps, invoiceSummary, invoiceTitle, loadInvoice } from "../../dossiers/invoices.js";
import { issuedLine, keepIssue } from "../../dossiers/issuing.js";
import { fingerprintOf } from "../../fingerprint.js";
import { day, optional } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["emettre", "Émet une facture ou un avoir : le numéro est pris, plus rien ne se change"],
    en: ["issue", "Issue an invoice or credit note: the number is taken, nothing changes any more"],
  },
  needs: "invoice.issue",
  visibility: "private",
  final: true,
  example: "/facture emettre facture:PF-2026-0001",
  options: {
    invoice: invoiceOption,
    date: optional(
      day({
        fr: ["date", "Date d'émission ; aujourd'hui, sauf si la facture est d'un jour passé"],
        en: ["date", "Date of issue; today, unless the invoice is of a past day"],
      }),
    ),
  },
  async run({ input, store, actor, now, today }) {
    const loaded = await loadInvoice({ store, today }, input.invoice);
    if (!loaded.ok) return refused(loaded.problems);
    const { invoice, provider } = loaded.value;
    const trace = { object: invoice.reference, details: { kind: invoice.kind } };
    const last = await store.invoices.lastNumber(seriesOf(invoice.kind, provider.settings));
    const ready = readyToIssue(loaded.value, { issuedOn: input.date ?? today, by: actor.id, at: now, last });
    if (!ready.ok) return refused(ready.problems, { trace });
    // Nothing hinders it any more: only now is a number taken.
    const { series, year, problems } = ready.value;
    const issued = issueInvoice(ready.value, await store.counters.next(counterOf(series, year)));
    if (!issued.ok) return refused(issued.problems, { trace });
    const kept = issued.value.invoice;
    const changes = await keepIssue(store, loaded.value, issued.value);
    return done({
      title: invoiceTitle(kept),
      lines: [{ tone: "plain", text: invoiceSummary(kept) }, issuedLine(kept), ...changes, unchanging(kept.kind)],
      problems,
      next: invoiceSteps(kept),
      basis: fingerprintOf([invoice, issued.value.document]),
      data: { invoice: kept },
      trace: { ...trace, details: { ...trace.details, number: kept.issue.number, date: kept.issue.issuedOn } },
    });
  },
});

function unchanging(kind: InvoiceKind): ReplyLine {
  return kind === "credit-note"
    ? line("muted", "Émis, il ne se change plus.", "Once issued it never changes.")
    : line(
        "muted",
        "Émise, elle ne se change plus : elle se corrige par un avoir.",
        "Once issued it never changes: a credit note corrects it.",
      );
}
