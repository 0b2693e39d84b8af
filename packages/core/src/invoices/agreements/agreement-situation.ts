import type { Session } from "../../sessions/index.js";
import type { TrainingAgreement } from "../agreement.js";
import type { Customer } from "../customer.js";
import type { PurchaseOrder } from "../order.js";
import type { Billed } from "./billed.js";

/** An agreement with its orders, as they are judged together. */
export interface AgreementSituation {
  readonly agreement: TrainingAgreement;
  readonly orders: readonly PurchaseOrder[];
  /** The sessions ordered, by reference. */
  readonly sessions: ReadonlyMap<string, Session>;
  readonly customer?: Customer | undefined;
  /** What each order was billed so far, by its reference. */
  readonly billed?: ReadonlyMap<string, Billed> | undefined;
}
