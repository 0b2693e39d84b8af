import { customerSchema, fold, purchaseOrderSchema, trainingAgreementSchema } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const customerKind = { table: "customers", key: "id", schema: customerSchema };
export const trainingAgreementKind = { table: "training_agreements", key: "reference", schema: trainingAgreementSchema };
export const purchaseOrderKind = { table: "purchase_orders", key: "reference", schema: purchaseOrderSchema };

/** Whoever an establishment sends its invoices to, by name. */
export function customersIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["customers"] {
  const customers = shelf(customerKind, trx, workspace, scope);
  const id = (siret: string, customerSiret: string) => `${siret}-${customerSiret}`;
  return {
    get: (siret, customerSiret) => customers.get(id(siret, customerSiret)),
    list: () => customers.read(customers.rows().orderBy("search")),
    save: (customer) => {
      const { siret, customerSiret, name } = customer;
      return customers.put(customer, { id: id(siret, customerSiret), siret, search: fold(`${name} ${customerSiret}`) });
    },
  };
}

/** The purchase agreements, the last entered first. */
export function trainingAgreementsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["trainingAgreements"] {
  const agreements = shelf(trainingAgreementKind, trx, workspace, scope);
  return {
    get: (reference) => agreements.get(reference),
    list: ({ search, limit } = {}) => agreements.read(latest(holding(agreements.rows(), search), limit)),
    save: (agreement) => {
      const { reference, siret, title, market, lot = "" } = agreement;
      return agreements.put(agreement, { reference, siret, search: fold(`${reference} ${title} ${market} ${lot}`) });
    },
  };
}

/** The purchase orders, the last entered first. */
export function purchaseOrdersIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["purchaseOrders"] {
  const orders = shelf(purchaseOrderKind, trx, workspace, scope);
  return {
    get: (reference) => orders.get(reference),
    list: ({ agreement, sessionReference, search, limit } = {}) => {
      const rows = latest(holding(orders.rows(), search), limit);
      if (agreement !== undefined) rows.where({ agreement });
      if (sessionReference !== undefined) rows.where({ session_reference: sessionReference });
      return orders.read(rows);
    },
    save: (order) => {
      const { reference, siret, agreement, sessionReference } = order;
      const search = fold(`${reference} ${agreement} ${sessionReference}`);
      return orders.put(order, { reference, siret, agreement, session_reference: sessionReference, search });
    },
  };
}
