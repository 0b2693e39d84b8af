import type { Provider } from "../../membership/index.js";
import type { Channel, Invoice } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";

/** By which door an invoice goes out: its provider's settings say so, scheme by scheme. */
export function channelOf({ scheme }: Pick<Invoice, "scheme">, { settings }: Pick<Provider, "settings">): Channel {
  return settings.invoices.channels[scheme];
}

/** The service that pays (BT-10): the invoice's own, or the customer's usual one. */
export function serviceCodeOf({ invoice, customer }: Pick<InvoiceSituation, "invoice" | "customer">): string | undefined {
  return invoice.serviceCode ?? customer?.serviceCode;
}

/** The commitment it is paid on (BT-13): the invoice's own, or that of its order. */
export function engagementOf({ invoice, order }: Pick<InvoiceSituation, "invoice" | "order">): string | undefined {
  return invoice.engagement ?? order?.engagement ?? order?.reference;
}
