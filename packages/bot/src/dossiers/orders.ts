import { checkAgreement, failure, type Problem, type PurchaseOrder, type Result, success, type TrainingAgreement } from "@kairos/core";
import type { Store } from "../store/store.js";
import { type AgreementFacts, agreementFacts, loadOrder } from "./agreements.js";

/** What the rules say of one order, and of an agreement that no order may stand under. */
export function orderProblems(facts: AgreementFacts, { reference }: Pick<PurchaseOrder, "reference">): readonly Problem[] {
  const place = facts.orders.findIndex((order) => order.reference === reference);
  return checkAgreement(facts).filter(({ code, path }) => code === "agreement.unsigned" || (path[0] === "orders" && path[1] === place));
}

/** Keeps an order as it would be, unless an error stands against it; then says all that is known of it. */
export async function recordOrder(store: Store, order: PurchaseOrder, agreement: TrainingAgreement): Promise<Result<AgreementFacts>> {
  await store.purchaseOrders.save(order);
  const facts = await agreementFacts(store, agreement);
  const errors = orderProblems(facts, order).filter(({ severity }) => severity === "error");
  return errors.length > 0 ? failure(...errors) : success(facts);
}

/** An order and its agreement. */
export async function loadOrderOf(
  store: Store,
  typed: string,
): Promise<Result<{ readonly order: PurchaseOrder; readonly agreement: TrainingAgreement }>> {
  const found = await loadOrder(store, typed);
  if (!found.ok) return failure(...found.problems);
  const agreement = await store.trainingAgreements.get(found.value.agreement);
  if (agreement === undefined) throw new Error(`${found.value.reference} has no agreement`);
  return success({ order: found.value, agreement });
}
