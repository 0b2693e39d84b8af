import {
  type AgreementSituation,
  type Billed,
  billedOn,
  type Customer,
  fold,
  type PurchaseOrder,
  type Result,
  type Session,
  type Siret,
  success,
  type TrainingAgreement,
} from "@kairos/core";
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

export async function loadAgreement(store: Store, typed: string, option = "convention"): Promise<Result<TrainingAgreement>> {
  const agreement = await store.trainingAgreements.get(typed.toUpperCase());
  return agreement === undefined ? unknown("agreement", option, typed) : success(agreement);
}

/** Orders keep the letters of the customer: they are looked for as typed, then in capitals. */
export async function loadOrder(store: Store, typed: string, option = "commande"): Promise<Result<PurchaseOrder>> {
  const order = (await store.purchaseOrders.get(typed)) ?? (await store.purchaseOrders.get(typed.toUpperCase()));
  return order === undefined ? unknown("order", option, typed) : success(order);
}

/** A customer of an establishment, by SIRET, as completion writes it, or by its name. */
export async function loadCustomer(store: Store, siret: Siret, typed: string, option = "payeur"): Promise<Result<Customer>> {
  const own = (await store.customers.list()).filter((one) => one.siret === siret);
  const bySiret = own.find((one) => one.customerSiret === siretIn(typed));
  const [byName, ...others] = own.filter(({ name }) => fold(name) === fold(typed));
  const customer = bySiret ?? (others.length === 0 ? byName : undefined);
  return customer === undefined ? unknown("customer", option, typed) : success(customer);
}

/** The SIRET of what was typed: with blanks, or behind its establishment's as completion writes it. */
export function siretIn(typed: string): string {
  return typed.replace(/[\s.]/g, "").split("-").at(-1) ?? "";
}

/** What an agreement is judged and shown with. */
export interface AgreementFacts extends AgreementSituation {
  readonly billed: ReadonlyMap<string, Billed>;
}

/** An agreement with its orders, the first entered first, and what they were billed. */
export async function agreementFacts(store: Store, agreement: TrainingAgreement): Promise<AgreementFacts> {
  const orders = (await store.purchaseOrders.list({ agreement: agreement.reference })).toReversed();
  const sessions = new Map<string, Session>();
  const billed = new Map<string, Billed>();
  for (const order of orders) {
    const session = sessions.get(order.sessionReference) ?? (await store.sessions.get(order.sessionReference));
    if (session !== undefined) sessions.set(session.reference, session);
    billed.set(order.reference, await billedOf(store, order));
  }
  const customer = await store.customers.get(agreement.siret, agreement.customerSiret);
  return { agreement, orders, sessions, billed, customer };
}

export async function billedOf(store: Store, order: PurchaseOrder): Promise<Billed> {
  return billedOn(order, await store.invoices.list({ sessionReference: order.sessionReference }));
}
