import { formatMonth } from "../../attendance/index.js";
import type { Sentences } from "../../catalogue.js";
import type { channelRefusals, channelRules, EventBefore } from "../../invoices/index.js";
import { formatDay } from "../../shared/calendar.js";
import { counted, enumerate } from "../../shared/text.js";

const before: Readonly<Record<EventBefore, string>> = {
  issue: "its issue",
  deposit: "its deposit on the channel",
  receive: "its receipt",
  reject: "its rejection",
};

/** What a channel asks of an invoice, in English. */
export const channelEnglish: Sentences<keyof typeof channelRules | keyof typeof channelRefusals> = {
  "chorus.recipient-siret": ({ siret }) => ({
    what: `The recipient of the invoice, ${siret}, is not among your customers.`,
    why: "Chorus Pro hands the invoice to the establishment whose SIRET it bears: if it is wrong, nobody receives it.",
    mend: "Record the customer with the SIRET written in the contract or the agreement (each regional direction has its own), then prepare the invoice for it.",
  }),
  "chorus.customer-not-public": ({ customer }) => ({
    what: `${customer} is not a public body according to its record, and the invoice would go through Chorus Pro.`,
    why: "Chorus Pro only takes invoices addressed to public bodies.",
    mend: "Correct the customer's record, or the channel of this scheme in your settings.",
  }),
  "chorus.service-code": ({ customer }) => ({
    what: `The service code of ${customer} is missing: neither the invoice nor the customer's record says it.`,
    why: "Chorus Pro finds the paying service by it; your settings say it is required.",
    mend: "Look it up in the Chorus Pro directory, by the customer's SIRET, and write it in their record.",
  }),
  "chorus.engagement": () => ({
    what: "The commitment number is missing: neither the invoice nor a purchase order says it.",
    why: "The customer ties the invoice to its order by this number; without it, it may be rejected.",
    mend: "Copy it from the customer's order or agreement into the invoice. If your customers give none, say so in your settings.",
  }),
  "chorus.attachment-missing": ({ openMonths, unsigned }) => ({
    what: `The deposit package will lack ${[
      ...(unsigned > 0 ? [`the signatures of ${counted(unsigned, "billed half-day", "billed half-days", "en")}`] : []),
      ...(openMonths.length > 0
        ? [`the monthly statement and the certificates (not closed yet: ${enumerate(openMonths.map((month) => formatMonth(month, "en")))})`]
        : []),
    ].join(", and ")}.`,
    why: "The customer checks on these that the service was done: without them, it may reject the invoice.",
    mend: [
      ...(unsigned > 0 ? ["Attach the signed sheets (/assiduite joindre)."] : []),
      ...(openMonths.length > 0 ? ["Close the month (/assiduite cloturer), then make the package again."] : []),
    ].join(" "),
  }),
  "channel.bank-missing": () => ({
    what: "Your organisation has no IBAN: the invoice does not say where to pay.",
    why: "The customer would have to ask for it, and the payment would wait.",
    mend: "Give it once and for all in the provider's record.",
  }),
  "channel.event-too-early": ({ invoice, on, before: event, since }) => ({
    what: `${formatDay(on, "en")} comes before ${before[event]}, on ${formatDay(since, "en")} (${invoice}).`,
    why: "An invoice is issued, then deposited, then received or rejected: the time to pay is counted on these days.",
    mend: `Give the day it happened, from ${formatDay(since, "en")} on.`,
  }),
};
