import { type ElectronicInvoice, electronicInvoiceOf, type InvoiceSituation, prepareInvoiceDocument } from "@kairos/core";
import { afcBilling, invoiced, issuedInvoice } from "./invoiced.js";
import { once } from "./once.js";
import type { Dossier } from "./seeded.js";

/** The invoice of a dossier as it would be sent; its deposit, still a draft, in the second place. */
export const electronic = once((dossier: Dossier) => electronicOf(issuedInvoice(dossier)));
export const electronicDeposit = once((dossier: Dossier) => electronicOf(invoiced(afcBilling(dossier, "deposit"))));

function electronicOf(situation: InvoiceSituation | undefined): ElectronicInvoice | undefined {
  const { customer } = situation ?? {};
  return situation && customer && electronicInvoiceOf(prepareInvoiceDocument({ ...situation, customer }));
}
