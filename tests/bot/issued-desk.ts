import { type Invoice, type InvoiceInput, isIssued, type ProviderInput, prepareInvoiceDocument, siretSchema } from "@kairos/core";
import { aSignIn } from "../examples/attendance.js";
import { aCustomer, anAgreement, anInvoiceLine, anIssuedInvoice, anOrder } from "../examples/invoice.js";
import type { Overrides } from "../examples/merge.js";
import { merge } from "../examples/merge.js";
import { type AttendedDesk, openAttendedDesk } from "./attended-desk.js";

/** A desk where two trainees attended all, December is closed, and somebody deposits invoices: in the evening of the 22nd of December. */
export async function openIssuedDesk() {
  const on: AttendedDesk = await openAttendedDesk();
  const ids = await on.addTrainees(2);
  await on.attendAll(ids, {});
  await on.done("/organisme completer iban:FR7630006000011234567890189", "rgc");
  await on.done("/acces accorder personne:facturation profil:chargé de facturation motif:Factures", "rgc");
  await on.seed(async (store, { schedule }) => {
    await store.signIns.addMany(ids.flatMap((id) => schedule.halfDays.map((halfDay) => aSignIn(id, halfDay))));
    await store.customers.save(aCustomer());
    await store.trainingAgreements.save(anAgreement());
    await store.purchaseOrders.save(anOrder());
  });
  on.desk.setClock("2026-12-22T18:00:00.000Z");

  /** Keeps an invoice as if it had been issued on the 21st, with its document. */
  const issue = async (changes: Overrides<InvoiceInput> = {}): Promise<Invoice> => {
    const invoice = anIssuedInvoice({ lines: [anInvoiceLine({ traineeId: "T-0001" })], ...changes });
    await on.seed(async (store, { session }) => {
      const provider = await store.providers.get(invoice.siret);
      if (provider === undefined || !isIssued(invoice)) throw new Error("nothing to issue");
      const facts = { provider, customer: aCustomer(), agreement: anAgreement(), order: anOrder(), session, trainees: new Map() };
      await store.invoices.save(invoice);
      await store.invoices.seal({ invoice, document: prepareInvoiceDocument({ ...facts, invoice, today: "2026-12-21" }) });
    });
    return invoice;
  };

  /** Settings of the provider, changed. */
  const settle = (settings: NonNullable<ProviderInput["settings"]>) =>
    on.seed(async (store) => {
      const provider = await store.providers.get(siretSchema.parse("99900014400017"));
      if (provider !== undefined) await store.providers.save(merge(provider, { settings }) as typeof provider);
    });

  return { ...on, issue, settle, type: (line: string, person = "facturation") => on.type(line, person) };
}

export type IssuedDesk = Awaited<ReturnType<typeof openIssuedDesk>>;
