import type { ElectronicInvoice } from "../electronic-invoice.js";

/** An invoice before it leaves, and whether it goes to a public body, which has limits of its own. */
export interface ElectronicSituation {
  readonly invoice: ElectronicInvoice;
  readonly isForPublicBody: boolean;
}
