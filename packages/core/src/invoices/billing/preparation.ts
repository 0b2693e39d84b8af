import type { Quote } from "../../quotes/index.js";
import type { Session } from "../../sessions/index.js";
import type { IsoDate, Period } from "../../shared/calendar.js";
import type { Siret } from "../../shared/identifiers.js";
import type { TrainingAgreement } from "../agreement.js";
import type { Invoice, InvoiceKind } from "../invoice.js";
import type { PurchaseOrder } from "../order.js";
import type { BillingProof } from "../situation.js";

/** What an invoice is prepared from: an order under its agreement, or an accepted quote with who pays it. */
export type BillingOrigin =
  | { readonly order: PurchaseOrder; readonly agreement: TrainingAgreement }
  | { readonly quote: Quote; readonly customerSiret: Siret };

export interface Preparation {
  readonly kind: Exclude<InvoiceKind, "credit-note">;
  readonly from: BillingOrigin;
  readonly session: Session;
  readonly proof: BillingProof;
  /** Other invoices of the same origin. */
  readonly others: readonly Invoice[];
  /** The whole session unless said. */
  readonly period?: Period | undefined;
  readonly penalty?: Invoice["penalty"];
  readonly alreadyPaid?: Invoice["alreadyPaid"];
  readonly engagement?: string | undefined;
  readonly serviceCode?: string | undefined;
  readonly today: IsoDate;
}
