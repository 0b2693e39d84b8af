import { type InvoiceInput, isIssued, type ProviderInput, prepareInvoiceDocument, siretSchema } from "@kairos/core";
import { aSignIn } from "../examples/attendance.js";
import { aCustomer, anAgreement, anInvoiceLine, anIssuedInvoice, anOrder } from "../examples/invoice.js";
import { merge, type Overrides } from "../examples/merge.js";
import { write } from "./attended.js";
import { type AttendedDesk, openAttendedDesk } from "./attended-desk.js";
import type { TestDesk } from "./desk.js";

const bordeaux = siretSchema.parse("99900014400017");

/** A desk where two trainees attended all, December is closed, and somebody deposits invoices: in the evening of the 22nd of December. */
export async function openIssuedDesk() {
  const on: AttendedDesk = await openAttendedDesk();
  const ids = await on.addTrainees(2);
  await on.attendAll(ids, {});
  await on.done("/organisme completer iban:FR7630006000011234567890189", "rgc");
  await on.done("/acces accorder personne:facturation profil:chargé de facturation motif:Factures", "rgc");
  await on.seed(async (store, { schedule }) => {
    await store.signIns.addMany(ids.flatMap((id) => schedule.halfDays.map((halfDay) => aSignIn(id, halfDay))));
  });
  on.desk.setClock("2026-12-22T18:00:00.000Z");

  const issue = (changes: Overrides<InvoiceInput> = {}) =>
    keepIssued(on.desk, { lines: [anInvoiceLine({ traineeId: "T-0001" })], ...changes });

  /** Settings of the provider, changed. */
  const settle = (settings: NonNullable<ProviderInput["settings"]>) =>
    on.seed(async (store) => {
      const provider = await store.providers.get(bordeaux);
      if (provider !== undefined) await store.providers.save(merge(provider, { settings }) as typeof provider);
    });

  return { ...on, issue, settle, type: (line: string, person = "facturation") => on.type(line, person) };
}

export type IssuedDesk = Awaited<ReturnType<typeof openIssuedDesk>>;

/** Keeps an invoice as if it had been issued, with its document and all it rests on. */
export async function keepIssued(
  desk: Pick<TestDesk, "database" | "now">,
  changes: Overrides<InvoiceInput>,
  workspace = "test",
): Promise<void> {
  const invoice = anIssuedInvoice(changes);
  if (!isIssued(invoice)) throw new Error("not issued");
  const work: Parameters<typeof write>[1] = async (store) => {
    const provider = await store.providers.get(invoice.siret);
    if (provider === undefined) throw new Error("no provider");
    const facts = { provider, customer: aCustomer(), agreement: anAgreement(), order: anOrder(), trainees: new Map() };
    await store.customers.save(facts.customer);
    await store.trainingAgreements.save(facts.agreement);
    await store.purchaseOrders.save(facts.order);
    await store.invoices.save(invoice);
    await store.invoices.seal({ invoice, document: prepareInvoiceDocument({ ...facts, invoice, today: invoice.issue.issuedOn }) });
  };
  await write(desk, work, workspace);
}
