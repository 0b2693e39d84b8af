import { type Customer, type PurchaseOrder, type Result, type Siret, success, type TrainingAgreement } from "@kairos/core";
import { reference } from "../options.js";
import type { Store } from "../store/store.js";
import { unknown } from "./unknown.js";

export const agreementOption = reference("agreement", {
  fr: ["convention", "Référence de la convention"],
  en: ["agreement", "Agreement reference"],
});
export const orderOption = reference("order", {
  fr: ["commande", "Numéro du bon de commande"],
  en: ["order", "Purchase order number"],
});
export const customerOption = reference("customer", { fr: ["payeur", "Le payeur, par son SIRET"], en: ["customer", "Customer, by SIRET"] });

export async function loadAgreement(store: Store, typed: string, option = "agreement"): Promise<Result<TrainingAgreement>> {
  const agreement = await store.trainingAgreements.get(typed.toUpperCase());
  return agreement === undefined ? unknown("agreement", option, typed) : success(agreement);
}

/** Orders keep the letters of the customer: they are looked for as typed, then in capitals. */
export async function loadOrder(store: Store, typed: string, option = "order"): Promise<Result<PurchaseOrder>> {
  const order = (await store.purchaseOrders.get(typed)) ?? (await store.purchaseOrders.get(typed.toUpperCase()));
  return order === undefined ? unknown("order", option, typed) : success(order);
}

/** A customer of an establishment, by SIRET or as completion writes it. */
export async function loadCustomer(store: Store, siret: Siret, typed: string, option = "customer"): Promise<Result<Customer>> {
  const wanted = typed.replace(/[\s.]/g, "").split("-").at(-1) ?? "";
  const customer = (await store.customers.list()).find((one) => one.siret === siret && one.customerSiret === wanted);
  return customer === undefined ? unknown("customer", option, typed) : success(customer);
}
