import { checkElectronicInvoice, type ElectronicBuyer, type ElectronicInvoice, type ElectronicSeller } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { electronic, electronicDeposit } from "../../electronic.js";
import { faultsIn } from "../../seeded.js";

type Invoice = ElectronicInvoice;
const judge = (invoice: Invoice) => checkElectronicInvoice({ invoice, isForPublicBody: true });

/** Some of its terms said otherwise, of any type: what is written by hand is not typed. */
export type Said<Term> = { readonly [Name in keyof Term]?: unknown };

const planting = (within: ReturnType<typeof faultsIn<Invoice>>) => (change: (invoice: Invoice, random: Random) => Said<Invoice>) =>
  within((invoice, random) => ({ ...invoice, ...change(invoice, random) }) as Invoice);

export const inElectronic = planting(faultsIn(electronic, judge));
export const inDeposit = planting(faultsIn(electronicDeposit, judge));

/** A mistake in whoever sells or buys. */
export const inParty = (
  change: (party: ElectronicSeller | ElectronicBuyer, random: Random) => Said<ElectronicSeller>,
  parties: readonly ("seller" | "buyer")[] = ["seller", "buyer"],
) =>
  inElectronic((invoice, random) => {
    const name = random.pick(parties);
    return { [name]: { ...invoice[name], ...change(invoice[name], random) } };
  });

/** A mistake in one line. */
export const inElectronicLine = (change: (line: Invoice["lines"][number], random: Random) => Said<Invoice["lines"][number]>) =>
  inElectronic(({ lines }, random) => {
    const index = random.int(lines.length);
    return { lines: lines.map((line, place) => (place === index ? { ...line, ...change(line, random) } : line)) };
  });

/** A mistake in one sum of VAT. */
export const inVat = (change: (group: Invoice["vat"][number], random: Random) => Said<Invoice["vat"][number]>) =>
  inElectronic(({ vat }, random) => {
    const index = random.int(vat.length);
    return { vat: vat.map((group, place) => (place === index ? { ...group, ...change(group, random) } : group)) };
  });
