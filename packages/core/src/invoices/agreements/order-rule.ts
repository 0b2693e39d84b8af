import type { Session } from "../../sessions/index.js";
import type { Finding, Row, Rule } from "../../shared/rules.js";
import type { TrainingAgreement } from "../agreement.js";
import type { PurchaseOrder } from "../order.js";
import type { AgreementSituation } from "./agreement-situation.js";
import type { Billed } from "./billed.js";

/** One order that stands, and what it is compared with. */
export interface OrderFacts {
  readonly order: PurchaseOrder;
  /** Its place among all. */
  readonly index: number;
  readonly agreement: TrainingAgreement;
  readonly session: Session | undefined;
  readonly billed: Billed | undefined;
  readonly standing: readonly PurchaseOrder[];
}

/** The orders that are not cancelled, with their place among all. */
export function standingOrders(orders: readonly PurchaseOrder[]): readonly { readonly order: PurchaseOrder; readonly index: number }[] {
  return orders.map((order, index) => ({ order, index })).filter(({ order }) => order.cancelled === undefined);
}

/** A rule about each order that stands; its params are inferred from `check`. */
export function orderRule<Params extends object>({
  check,
  ...row
}: Pick<Row<Params>, "severity" | "source"> & {
  readonly needs?: readonly ("customer" | "billed")[];
  readonly check: (facts: OrderFacts) => readonly Finding<Params>[];
  readonly fr: Row<Params>["fr"];
}): Rule<AgreementSituation, Params> {
  return {
    ...row,
    check: ({ agreement, orders, sessions, billed }) => {
      const placed = standingOrders(orders);
      const standing = placed.map(({ order }) => order);
      return placed.flatMap(({ order, index }) =>
        check({ order, index, agreement, standing, session: sessions.get(order.sessionReference), billed: billed?.get(order.reference) }),
      );
    },
  };
}
