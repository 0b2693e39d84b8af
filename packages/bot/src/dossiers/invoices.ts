import {
  type BillingProof,
  billedPeriod,
  billedSchemeLabels,
  calledInvoice,
  formatCents,
  type Invoice,
  type InvoiceDocument,
  type InvoiceSituation,
  type InvoiceStatus,
  type IsoDate,
  invoiceKindLabels,
  invoiceTotals,
  isIssued,
  type Label,
  plannedHalfDays,
  prepareInvoiceDocument,
  type Result,
  sentenceCase,
  statusLabel,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { reference } from "../options.js";
import { both, type NextStep } from "../reply.js";
import type { Store } from "../store/store.js";
import { type AttendedSession, attendedSession } from "./attendance.js";
import { unknown } from "./unknown.js";

/** Which invoice, declared by every command about one. */
export const invoiceOption = reference("invoice", {
  fr: ["facture", "Numéro de la facture, ou référence du brouillon"],
  en: ["invoice", "Invoice number, or draft reference"],
});

export async function findInvoice(store: Store, typed: string): Promise<Result<Invoice>> {
  const invoice = await store.invoices.get(typed.trim().toUpperCase());
  return invoice === undefined ? unknown("invoice", "facture", typed) : success(invoice);
}

/** An invoice with everything its rules compare it with. */
export async function loadInvoice(
  desk: Pick<CommandContext<unknown>, "store" | "today">,
  typed: string,
): Promise<Result<InvoiceSituation>> {
  const found = await findInvoice(desk.store, typed);
  return found.ok ? success(await invoiceSituation(desk.store, found.value, desk.today)) : found;
}

export async function invoiceSituation(store: Store, invoice: Invoice, today: IsoDate): Promise<InvoiceSituation> {
  const { siret, sessionReference } = invoice;
  const session = await store.sessions.get(sessionReference);
  const attended = session && (await attendedSession(store, session, await store.schedules.get(sessionReference)));
  const provider = attended?.provider ?? (await store.providers.get(siret));
  if (provider === undefined) throw new Error(`${invoice.reference} has no establishment`);
  return {
    invoice,
    provider,
    today,
    customer: await store.customers.get(siret, invoice.customerSiret),
    agreement: invoice.agreement === undefined ? undefined : await store.trainingAgreements.get(invoice.agreement),
    order: invoice.order === undefined ? undefined : await store.purchaseOrders.get(invoice.order),
    quote: invoice.quote === undefined ? undefined : await store.quotes.get(invoice.quote),
    session,
    trainees: attended?.trainees ?? new Map(),
    proof: attended === undefined ? noProof : await billingProof(store, attended, invoice),
    others: await store.invoices.related(invoice),
    original: invoice.credits === undefined ? undefined : await store.invoices.get(invoice.credits.reference),
  };
}

/** What attendance says of a session; what an invoice billed itself is left out. */
export async function billingProof(
  store: Store,
  { session, schedule, roster }: Pick<AttendedSession, "session" | "schedule" | "roster">,
  invoice?: Invoice,
): Promise<BillingProof> {
  const filter = { session: session.reference };
  const own = invoice && calledInvoice(invoice);
  return {
    roster,
    planned: plannedHalfDays(schedule, roster),
    records: await store.attendance.of(filter),
    signIns: await store.signIns.of(filter),
    months: await store.months.ofSession(session.reference),
    billed: (await store.claims.of("billed", filter)).filter((claim) => claim.reference !== own),
  };
}

const noProof: BillingProof = { roster: [], planned: [], records: [], signIns: [], months: [], billed: [] };

/** What an invoice says: as it was sealed once issued, as it stands before. */
export async function invoiceDocument(store: Store, situation: InvoiceSituation): Promise<InvoiceDocument> {
  const { invoice, customer } = situation;
  const sealed = isIssued(invoice) ? await store.invoices.sealed(invoice.issue.number) : undefined;
  if (sealed !== undefined) return sealed.document;
  if (customer === undefined) throw new Error(`${invoice.reference} has no customer`);
  return prepareInvoiceDocument({ ...situation, customer });
}

/** `Facture FAC-2026-0001 · AFC · émise`. */
export function invoiceTitle(invoice: Invoice): Label {
  const { kind, scheme } = invoice;
  return both((language) =>
    [
      `${sentenceCase(invoiceKindLabels[kind][language])} ${calledInvoice(invoice)}`,
      billedSchemeLabels[scheme][language],
      statusLabel(invoice)[language],
    ].join(" · "),
  );
}

/** `Cariste CACES R489 · 07/12/2026 → 18/12/2026 · 1 190,00 €`, and what is left to pay when it differs. */
export function invoiceSummary(invoice: Invoice): Label {
  const { totalCents, dueCents } = invoiceTotals(invoice);
  return both((language) => {
    const due = dueCents === totalCents ? undefined : `${language === "fr" ? "à payer" : "to pay"} ${formatCents(dueCents, language)}`;
    return [invoice.title, billedPeriod(invoice), formatCents(totalCents, language), due].filter((part) => part !== undefined).join(" · ");
  });
}

type StepTo = { readonly text: Label; readonly command: (invoice: string) => string };

const steps: Readonly<Partial<Record<InvoiceStatus, StepTo>>> = {
  draft: {
    text: { fr: "faire émettre la facture par une autre personne", en: "have somebody else issue the invoice" },
    command: (invoice) => `/facture emettre facture:${invoice}`,
  },
  issued: {
    text: { fr: "préparer le dépôt", en: "prepare the deposit on the channel" },
    command: (invoice) => `/facture depot facture:${invoice}`,
  },
  deposited: {
    text: { fr: "quand le client l'a reçue, le noter", en: "once the customer has received it, record it" },
    command: (invoice) => `/facture reception facture:${invoice}`,
  },
  received: {
    text: { fr: "au virement, l'enregistrer", en: "when it is paid, record it" },
    command: (invoice) => `/facture paiement facture:${invoice} montant:…`,
  },
  rejected: {
    text: { fr: "corriger par un avoir, ou déposer à nouveau", en: "correct by a credit note, or deposit again" },
    command: (invoice) => `/facture avoir facture:${invoice} motif:…`,
  },
  "part-paid": {
    text: { fr: "au virement du reste, l'enregistrer", en: "when the rest is paid, record it" },
    command: (invoice) => `/facture paiement facture:${invoice} montant:…`,
  },
};

/** What comes next for an invoice as it stands. A credit note is only deposited. */
export function invoiceSteps(invoice: Invoice): readonly NextStep[] {
  const step = steps[invoice.status];
  if (step === undefined || (invoice.kind === "credit-note" && invoice.status !== "draft" && invoice.status !== "issued")) return [];
  return [{ text: step.text, command: step.command(calledInvoice(invoice)) }];
}
