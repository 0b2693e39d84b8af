import { type ChannelAct, followInvoice, type Invoice, type InvoiceEvent, type InvoiceSituation, type IsoDate } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { day, optional } from "../options.js";
import { done, type Reply, type ReplyLine, refused } from "../reply.js";
import { invoiceSteps, invoiceSummary, invoiceTitle, loadInvoice } from "./invoices.js";

/** The day something happened to an invoice, declared by every command that records it. */
export const eventDayOption = optional(
  day({ fr: ["le", "Quel jour ; aujourd'hui par défaut"], en: ["on", "Which day; today by default"] }),
);

/** What somebody tells of an invoice on its way; of today unless they say. */
type Told = Partial<Pick<ChannelAct, "channel" | "reference" | "reason">> & { readonly on: IsoDate | undefined };

/** Records what happened to an issued invoice outside, and answers with where it stands. */
export async function followAndAnswer(
  { store, today, now, actor }: Pick<CommandContext<unknown>, "store" | "today" | "now" | "actor">,
  typed: string,
  action: InvoiceEvent["action"],
  tell: (situation: InvoiceSituation) => Told,
  said: (event: InvoiceEvent, invoice: Invoice) => ReplyLine,
): Promise<Reply> {
  const loaded = await loadInvoice({ store, today }, typed);
  if (!loaded.ok) return refused(loaded.problems);
  const { invoice: before } = loaded.value;
  const { on = today, ...told } = tell(loaded.value);
  const trace = { object: before.reference, details: { action, on } };
  const followed = followInvoice(before, action, { ...told, on, by: actor.id, at: now, today });
  if (!followed.ok) return refused(followed.problems, { title: invoiceTitle(before), trace });
  const invoice = followed.value;
  await store.invoices.save(invoice);
  const event = invoice.events.at(-1);
  return done({
    title: invoiceTitle(invoice),
    lines: [{ tone: "plain", text: invoiceSummary(invoice) }, ...(event === undefined ? [] : [said(event, invoice)])],
    next: invoiceSteps(invoice),
    data: { invoice },
    trace,
  });
}
