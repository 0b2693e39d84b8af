import { formatDay } from "../../shared/calendar.js";
import type { Label, Language } from "../../shared/language.js";
import { divideHalfUp, formatCents, formatRate } from "../../shared/money.js";
import type { Path, Severity } from "../../shared/problem.js";
import type { InvoiceLine } from "../invoice.js";
import { orderedIn } from "../order.js";
import type { InvoiceSituation } from "../situation.js";

/** What an invoice and what was agreed may say differently. */
export type MismatchField =
  | "establishment"
  | "customer"
  | "agreement"
  | "session"
  | "scheme"
  | "startsOn"
  | "endsOn"
  | "cancelled"
  | "engagement"
  | "price"
  | "vatRate"
  | "vatRegime";

export const mismatchLabels: Readonly<Record<MismatchField, Label>> = {
  establishment: { fr: "Établissement", en: "Establishment" },
  customer: { fr: "Payeur", en: "Customer" },
  agreement: { fr: "Convention (marché et lot)", en: "Agreement (market and lot)" },
  session: { fr: "Session", en: "Session" },
  scheme: { fr: "Dispositif", en: "Scheme" },
  startsOn: { fr: "Début", en: "Start" },
  endsOn: { fr: "Fin", en: "End" },
  cancelled: { fr: "Fin, la commande étant annulée", en: "End, the order being cancelled" },
  engagement: { fr: "Numéro d'engagement", en: "Commitment number" },
  price: { fr: "Prix unitaire", en: "Unit price" },
  vatRate: { fr: "Taux de TVA", en: "VAT rate" },
  vatRegime: { fr: "Régime de TVA", en: "VAT regime" },
};

export const mismatchOrigins: Readonly<Record<Mismatch["from"], Label>> = {
  agreement: { fr: "la convention", en: "agreement" },
  order: { fr: "la commande", en: "order" },
  quote: { fr: "le devis", en: "quote" },
};

/** One thing said differently, with both figures: cents, basis points, days or references. */
export interface Mismatch {
  readonly field: MismatchField;
  readonly invoice: string | number;
  readonly agreed: string | number;
  readonly from: "agreement" | "order" | "quote";
  readonly reference: string;
  readonly path: Path;
  readonly severity?: Severity;
}

/** A figure of a mismatch as it is said. */
export function formatAgreed(field: MismatchField, value: string | number, language: Language = "fr"): string {
  if (typeof value === "number") return field === "price" ? formatCents(value, language) : formatRate(value, language);
  return field === "startsOn" || field === "endsOn" || field === "cancelled" ? formatDay(value, language) : value;
}

/** What an invoice says otherwise than its agreement, its order or its quote. */
export function agreementMismatches(situation: InvoiceSituation): readonly Mismatch[] {
  if (situation.invoice.kind === "credit-note") return [];
  return [...againstAgreement(situation), ...againstOrder(situation), ...againstQuote(situation)];
}

type Compared = readonly [MismatchField, Path, string | number | undefined, string | number | undefined];

function differing(from: Mismatch["from"], reference: string, rows: readonly Compared[]): readonly Mismatch[] {
  return rows.flatMap(([field, path, invoice, agreed]) =>
    invoice === undefined || agreed === undefined || invoice === agreed ? [] : [{ field, invoice, agreed, from, reference, path }],
  );
}

function againstAgreement({ invoice, agreement }: InvoiceSituation): readonly Mismatch[] {
  if (agreement === undefined || invoice.scheme !== "afc") return [];
  const { startsOn, endsOn } = invoice;
  const odd = invoice.lines.findIndex(({ vatRate, vatRegime }) => vatRate !== agreement.vatRate || vatRegime !== agreement.vatRegime);
  const line = invoice.lines[odd];
  return differing("agreement", agreement.reference, [
    ["establishment", ["siret"], invoice.siret, agreement.siret],
    ["customer", ["customerSiret"], invoice.customerSiret, agreement.customerSiret],
    ["startsOn", ["startsOn"], startsOn, startsOn < agreement.startsOn ? agreement.startsOn : undefined],
    ["endsOn", ["endsOn"], endsOn, endsOn > agreement.endsOn ? agreement.endsOn : undefined],
    ["vatRegime", ["lines", odd, "vatRegime"], line?.vatRegime, agreement.vatRegime],
    ["vatRate", ["lines", odd, "vatRate"], line?.vatRate, agreement.vatRate],
  ]);
}

function againstOrder({ invoice, agreement, order }: InvoiceSituation): readonly Mismatch[] {
  if (order === undefined || invoice.scheme !== "afc") return [];
  const cancelledOn = order.cancelled?.on;
  const rows = differing("order", order.reference, [
    ["agreement", ["agreement"], invoice.agreement, order.agreement],
    ["session", ["sessionReference"], invoice.sessionReference, order.sessionReference],
    ["cancelled", ["endsOn"], invoice.endsOn, cancelledOn !== undefined && invoice.endsOn > cancelledOn ? cancelledOn : undefined],
  ]);
  // Chorus Pro may have given another one since: it is said, not refused.
  const engagement = differing("order", order.reference, [["engagement", ["engagement"], invoice.engagement, order.engagement]]);
  return [...rows, ...engagement.map((one) => ({ ...one, severity: "warning" as const })), ...pricesOf({ invoice, agreement, order })];
}

/** Hours are priced as the order says; a sum may be less than its hours, by the cents that the order had left. */
function pricesOf({ invoice, agreement, order }: Pick<InvoiceSituation, "invoice" | "agreement" | "order">): readonly Mismatch[] {
  if (agreement === undefined || order === undefined || agreement.basis !== "trainee-hour" || invoice.kind === "deposit") return [];
  const { unitPriceCents } = orderedIn(order, agreement);
  const index = invoice.lines.findIndex((line) => !isPricedAt(line, unitPriceCents));
  const line = invoice.lines[index];
  return differing("order", order.reference, [["price", ["lines", index, "unitPriceCents"], line?.unitPriceCents, unitPriceCents]]);
}

function isPricedAt({ unit, unitPriceCents, amountCents, halfDays }: InvoiceLine, price: number): boolean {
  if (unit === "hour") return unitPriceCents === price;
  const minutes = halfDays.reduce((sum, one) => sum + one.minutes, 0);
  return amountCents <= divideHalfUp(minutes * price, 60);
}

function againstQuote({ invoice, quote }: InvoiceSituation): readonly Mismatch[] {
  if (quote === undefined || invoice.scheme === "afc") return [];
  return differing("quote", quote.reference, [
    ["establishment", ["siret"], invoice.siret, quote.siret],
    ["session", ["sessionReference"], invoice.sessionReference, quote.sessionReference],
    ["scheme", ["scheme"], invoice.scheme, quote.scheme],
  ]);
}
