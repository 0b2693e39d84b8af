import {
  addDays,
  type BillingOrigin,
  type Customer,
  checkOutgoing,
  type Invoice,
  type InvoiceKind,
  type InvoiceSituation,
  type IssueAct,
  type IssuedInvoice,
  issueInvoice,
  type Preparation,
  type Provider,
  prepareInvoice,
  readyToIssue,
} from "@kairos/core";
import { aProvider } from "../examples/provider.js";
import { agreed, payerOf } from "./agreed.js";
import { followed, groupOf } from "./followed.js";
import { once } from "./once.js";
import { after } from "./quote.js";
import type { Dossier } from "./seeded.js";

/** What an invoice is prepared from, and what it is then judged with. */
export interface Billing extends Pick<InvoiceSituation, "provider" | "customer" | "agreement" | "order" | "quote" | "trainees"> {
  readonly preparation: Preparation;
}

const bank = { iban: "FR7630006000011234567890189", bic: "AGRIFRPP", holder: "Atelier des Rives Formation" };

/** The provider of a dossier, paid by transfer, whose payers want the code of a service. */
function providerOf({ situation }: Dossier): Provider {
  const { settings, bank: known } = aProvider({
    bank,
    settings: {
      invoices: {
        serviceCodeRequired: true,
        receivesFrom: "2026-09-01",
        bankRates: [{ from: "2026-01-01", rate: 215 }],
      },
    },
  });
  const provider = situation.provider ?? aProvider();
  return { ...provider, bank: known, settings: { ...provider.settings, invoices: settings.invoices } };
}

function billingOf(
  dossier: Dossier,
  customer: Customer,
  from: BillingOrigin,
  kind: Exclude<InvoiceKind, "credit-note">,
): Billing | undefined {
  const training = followed(dossier);
  if (training === undefined) return undefined;
  const { session, proof } = training;
  const today = kind === "deposit" ? addDays(session.startsOn, -5) : addDays(session.endsOn, 3);
  return {
    preparation: { kind, from, session, proof, others: [], engagement: "4500012345", today },
    provider: providerOf(dossier),
    customer,
    ...from,
    trainees: new Map(groupOf(dossier).map((trainee) => [trainee.id, trainee])),
  };
}

/** An AFC that buys the course of the dossier, and is billed by the hour. */
export function afcBilling(dossier: Dossier, kind: Exclude<InvoiceKind, "credit-note"> = "invoice"): Billing | undefined {
  const market = agreed(dossier);
  if (market === undefined) return undefined;
  const { agreement, orders, customer } = market;
  return billingOf(dossier, customer, { order: orders[0], agreement }, kind);
}

/** The dossier's own quote, accepted by France Travail and billed once followed. Nothing when the employer is paid. */
export function quoteBilling(dossier: Dossier): Billing | undefined {
  const accepted = after(dossier.situation, "submit", "approve", "review", "accept");
  if (accepted === undefined || accepted.quote.poei?.payee === "employer") return undefined;
  const customer = payerOf(accepted.quote.siret);
  return billingOf(dossier, customer, { quote: accepted.quote, customerSiret: customer.customerSiret }, "invoice");
}

/** The draft that the desk prepares, beside all it is judged with; nothing when there is nothing to bill. */
export function invoiced(billing: Billing | undefined): InvoiceSituation | undefined {
  const prepared = billing && prepareInvoice(billing.preparation);
  if (billing === undefined || !prepared?.ok) return undefined;
  const { preparation, ...beside } = billing;
  const { session, proof, others, today } = preparation;
  const invoice: Invoice = {
    ...prepared.value.content,
    reference: "PF-2026-0001",
    status: "draft",
    preparedBy: ["lea"],
    preparedAt: `${today}T09:00:00.000Z`,
    events: [],
    payments: [],
  };
  return { ...beside, invoice, session, proof, others, today };
}

export const afcInvoice = once((dossier: Dossier) => invoiced(afcBilling(dossier)));
export const quoteInvoice = once((dossier: Dossier) => invoiced(quoteBilling(dossier)));

type Issued = InvoiceSituation & { readonly invoice: IssuedInvoice };

/** The draft once somebody else has issued it, the same day, under the first number of its series. */
function issued({ name }: Dossier, situation: InvoiceSituation | undefined): Issued | undefined {
  if (situation === undefined) return undefined;
  const act: IssueAct = { issuedOn: situation.today, by: "karim", at: `${situation.today}T10:00:00.000Z` };
  const ready = readyToIssue(situation, act);
  const taken = ready.ok ? issueInvoice(ready.value, 1) : ready;
  if (!taken.ok) throw new Error(`${name}: not issued, ${JSON.stringify(taken.problems)}`);
  return { ...situation, invoice: taken.value.invoice };
}

export const issuedInvoice = once((dossier: Dossier) => issued(dossier, afcInvoice(dossier)));

/** The last invoice of a market that paid a deposit: it takes it off. */
export const balanceInvoice = once((dossier: Dossier): InvoiceSituation | undefined => {
  const deposit = issued(dossier, invoiced(afcBilling(dossier, "deposit")));
  const billing = afcBilling(dossier, "balance");
  if (deposit === undefined || billing === undefined) return undefined;
  const others = [{ ...deposit.invoice, reference: "PF-2026-0002" }];
  return invoiced({ ...billing, preparation: { ...billing.preparation, others } });
});

export const judgeInvoice = once((situation: InvoiceSituation) => checkOutgoing(situation));
