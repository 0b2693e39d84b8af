import { type Address, activityMention, type Provider, type VatRegime } from "../membership/index.js";
import type { Unit } from "../quotes/index.js";
import { fullName, type Session, type Trainee } from "../sessions/index.js";
import { addDays, formatDay, type IsoDate } from "../shared/calendar.js";
import { inForce } from "../shared/dated.js";
import { type Siren, type Siret, sirenOf } from "../shared/identifiers.js";
import { type BasisPoints, type Cents, formatCents } from "../shared/money.js";
import type { TrainingAgreement } from "./agreement.js";
import type { Customer } from "./customer.js";
import { lateInterestAboveBank, publicPaymentDays, recoveryIndemnityCents } from "./figures.js";
import { type BilledScheme, billedSchemeLabels, type Invoice, type InvoiceKind } from "./invoice.js";
import type { PurchaseOrder } from "./order.js";
import { type InvoiceTotals, invoiceTotals } from "./totals.js";

/** Everything the printed and the electronic invoice say, already decided: documents only draw it. Amounts in cents. */
export interface InvoiceDocument {
  readonly kind: "invoice";
  readonly type: InvoiceKind;
  readonly isDraft: boolean;
  /** The number; for a draft, its reference. */
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly scheme: BilledScheme;
  readonly schemeLabel: string;
  readonly provider: {
    readonly name: string;
    readonly siret: Siret;
    readonly siren: Siren;
    readonly vatNumber: string | undefined;
    readonly address: Address | undefined;
    readonly activityMention: string | undefined;
    readonly contact: { readonly name?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined };
    readonly bank: { readonly iban: string; readonly bic?: string | undefined; readonly holder?: string | undefined } | undefined;
  };
  readonly customer: {
    readonly name: string;
    readonly siret: Siret;
    readonly siren: Siren;
    readonly address: Address | undefined;
    readonly isPublic: boolean;
    readonly serviceCode: string | undefined;
    readonly electronicAddress: string;
  };
  readonly references: {
    /** Market and lot (BT-12). */
    readonly contract: string | undefined;
    readonly order: string | undefined;
    /** Commitment number (BT-13). */
    readonly engagement: string | undefined;
    readonly quote: string | undefined;
  };
  readonly training: {
    readonly title: string;
    readonly sessionReference: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
  };
  readonly lines: readonly InvoiceDocumentLine[];
  readonly penalty: { readonly amountCents: Cents; readonly reason: string } | undefined;
  readonly totals: InvoiceTotals;
  readonly deposits: readonly CitedInvoice[];
  readonly alreadyPaidOn: IsoDate | undefined;
  /** What a credit note corrects, and why. */
  readonly credits: (Omit<CitedInvoice, "amountCents"> & { readonly reason: string }) | undefined;
  readonly mentions: {
    /** The legal wording of each exemption used. */
    readonly exemptions: readonly string[];
    /** What is sold: training is a service. */
    readonly operation: string;
    readonly latePenalty: string;
    readonly indemnity: string;
    readonly discount: string;
  };
  readonly notes: string | undefined;
}

export interface InvoiceDocumentLine {
  readonly label: string;
  readonly description: string | undefined;
  readonly trainee: { readonly id: string; readonly name: string | undefined } | undefined;
  readonly unit: Unit;
  /** Minutes when the unit is `hour`, a count otherwise. */
  readonly quantity: number;
  readonly unitPriceCents: Cents;
  readonly amountCents: Cents;
  readonly vatRegime: VatRegime;
  readonly vatRate: BasisPoints;
  readonly startsOn: IsoDate | undefined;
  readonly endsOn: IsoDate | undefined;
}

export interface CitedInvoice {
  readonly number: string;
  readonly issuedOn: IsoDate;
  readonly amountCents: Cents;
}

/** The wording each exempt regime must print. */
export const exemptionMentions: Readonly<Record<VatRegime, string | undefined>> = {
  "exempt-training": "Exonération de TVA - article 261-4-4° a du CGI",
  "small-business": "TVA non applicable, art. 293 B du CGI",
  taxed: undefined,
};

export interface InvoiceDocumentFacts {
  readonly invoice: Invoice;
  readonly provider: Provider;
  readonly customer: Customer;
  readonly agreement?: TrainingAgreement | undefined;
  readonly order?: PurchaseOrder | undefined;
  readonly session?: Session | undefined;
  readonly trainees: ReadonlyMap<string, Trainee>;
  /** A draft is dated from it. */
  readonly today: IsoDate;
}

/** Gathers what an invoice says. The same facts give the same document. */
export function prepareInvoiceDocument(facts: InvoiceDocumentFacts): InvoiceDocument {
  const { invoice, provider, customer, agreement, order, trainees, today } = facts;
  const { issue } = invoice;
  const issuedOn = issue?.issuedOn ?? today;
  const regimes = new Set(invoice.lines.map(({ vatRegime }) => vatRegime));
  return {
    kind: "invoice",
    type: invoice.kind,
    isDraft: issue === undefined,
    number: issue?.number ?? invoice.reference,
    issuedOn,
    dueOn: issue?.dueOn ?? dueDay(issuedOn, provider),
    scheme: invoice.scheme,
    schemeLabel: billedSchemeLabels[invoice.scheme].fr,
    provider: {
      name: provider.name,
      siret: provider.siret,
      siren: sirenOf(provider.siret),
      vatNumber: provider.vatNumber,
      address: provider.address,
      activityMention: activityMention(provider),
      contact: provider.contact,
      bank: provider.bank,
    },
    customer: {
      name: customer.name,
      siret: customer.customerSiret,
      siren: sirenOf(customer.customerSiret),
      address: customer.address,
      isPublic: customer.isPublic,
      serviceCode: invoice.serviceCode ?? customer.serviceCode,
      electronicAddress: customer.electronicAddress ?? sirenOf(customer.customerSiret),
    },
    references: {
      contract: agreement && [agreement.market, agreement.lot && `lot ${agreement.lot}`].filter(Boolean).join(" "),
      order: order?.reference,
      engagement: invoice.engagement ?? order?.engagement ?? order?.reference,
      quote: invoice.quote,
    },
    training: {
      title: invoice.title,
      sessionReference: invoice.sessionReference,
      startsOn: invoice.startsOn,
      endsOn: invoice.endsOn,
    },
    lines: invoice.lines.map((line) => documentLine(line, trainees)),
    penalty: invoice.penalty,
    totals: invoiceTotals(invoice),
    deposits: invoice.deposits,
    alreadyPaidOn: invoice.alreadyPaid?.on,
    credits: invoice.credits && {
      number: invoice.credits.number,
      issuedOn: invoice.credits.issuedOn,
      reason: invoice.credits.reason,
    },
    mentions: {
      exemptions: [...regimes].flatMap((regime) => exemptionMentions[regime] ?? []),
      operation: "Nature de l'opération : prestation de services.",
      ...paymentMentions(issuedOn, provider),
    },
    notes: invoice.notes,
  };
}

function documentLine(line: Invoice["lines"][number], trainees: ReadonlyMap<string, Trainee>): InvoiceDocumentLine {
  const { traineeId, label, description, unit, quantity, unitPriceCents, amountCents, vatRegime, vatRate, startsOn, endsOn } = line;
  const trainee = traineeId === undefined ? undefined : trainees.get(traineeId);
  return {
    label,
    description,
    trainee: traineeId === undefined ? undefined : { id: traineeId, name: trainee && fullName(trainee) },
    unit,
    quantity,
    unitPriceCents,
    amountCents,
    vatRegime,
    vatRate,
    startsOn,
    endsOn,
  };
}

/** The day an invoice issued on a day is to be paid by. */
export function dueDay(issuedOn: IsoDate, { settings }: Pick<Provider, "settings">): IsoDate {
  return addDays(issuedOn, settings.invoices.paymentDays ?? inForce(publicPaymentDays, issuedOn) ?? 30);
}

/** What an invoice between professionals must say of late payment and discount. */
function paymentMentions(on: IsoDate, { settings }: Provider): Omit<InvoiceDocument["mentions"], "exemptions" | "operation"> {
  const points = (inForce(lateInterestAboveBank, on) ?? 0) / 100;
  const indemnity = formatCents(inForce(recoveryIndemnityCents, on) ?? 0);
  return {
    latePenalty: `Pénalités de retard : taux de la Banque centrale européenne majoré de ${points} points, exigibles sans rappel.`,
    indemnity: `Indemnité forfaitaire pour frais de recouvrement en cas de retard : ${indemnity}.`,
    discount: settings.invoices.discountMention,
  };
}

/** `07/12/2026 → 18/12/2026`. */
export function billedPeriod({ startsOn, endsOn }: Pick<Invoice, "startsOn" | "endsOn">): string {
  return `${formatDay(startsOn)} → ${formatDay(endsOn)}`;
}
