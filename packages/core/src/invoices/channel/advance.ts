import { formatDay, type Instant, type IsoDate } from "../../shared/calendar.js";
import { inputRules } from "../../shared/input-rules.js";
import type { Problem } from "../../shared/problem.js";
import { failure, type Result, success } from "../../shared/result.js";
import { type ProblemOf, raise, refusal } from "../../shared/rules.js";
import { type Channel, calledInvoice, type Invoice, type InvoiceEvent } from "../invoice.js";
import { advanceInvoice } from "../workflow.js";

/** What is recorded of an invoice on its way: when it happened outside, and what the channel said of it. */
export interface ChannelAct {
  readonly on: IsoDate;
  /** Of a deposit: by which door. */
  readonly channel?: Channel | undefined;
  /** The number that the channel gave. */
  readonly reference?: string | undefined;
  /** Of a rejection. */
  readonly reason?: string | undefined;
  readonly by: string;
  readonly at: Instant;
  readonly today: IsoDate;
}

/** What an event cannot come before: the issue, or the event before it. */
export type EventBefore = "issue" | InvoiceEvent["action"];

const beforeFr: Readonly<Record<EventBefore, string>> = {
  issue: "son émission",
  deposit: "son dépôt",
  receive: "sa réception",
  reject: "son rejet",
};

export const channelRefusals = {
  "channel.event-too-early": refusal<{ invoice: string; on: IsoDate; before: EventBefore; since: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ invoice, on, before, since }) => ({
      what: `Le ${formatDay(on)} vient avant ${beforeFr[before]}, le ${formatDay(since)} (${invoice}).`,
      why: "Une facture est émise, puis déposée, puis reçue ou rejetée : le délai de paiement se compte sur ces jours.",
      mend: `Indiquez le jour où cela s'est passé, à partir du ${formatDay(since)}.`,
    }),
  }),
};
export type ChannelRefusal = ProblemOf<typeof channelRefusals>;

/**
 * Records that an issued invoice was deposited, received or rejected. Refused when the step does not follow, when its day is
 * to come, or before the issue or the event before. Rights are checked by the caller.
 */
export function followInvoice(invoice: Invoice, action: InvoiceEvent["action"], act: ChannelAct): Result<Invoice, Problem> {
  const advanced = advanceInvoice(invoice, action);
  if (!advanced.ok) return advanced;
  const { today, ...event } = act;
  const { on } = event;
  if (on > today) return failure(raise(inputRules, "input.day-in-future", ["on"], { day: on }));
  const { before, since } = lastOf(invoice);
  if (on < since)
    return failure(raise(channelRefusals, "channel.event-too-early", ["on"], { invoice: calledInvoice(invoice), on, before, since }));
  return success({ ...advanced.value, events: [...invoice.events, { action, ...event }] });
}

function lastOf({ issue, events }: Invoice): { readonly before: EventBefore; readonly since: IsoDate } {
  const last = events.at(-1);
  if (last !== undefined) return { before: last.action, since: last.on };
  return { before: "issue", since: issue?.issuedOn ?? "" };
}
