import {
  type AgreementSituation,
  addDays,
  type Billed,
  type Customer,
  checkAgreement,
  orderedIn,
  type PurchaseOrder,
  quoteTotals,
  type Session,
  type Siret,
  type TrainingAgreement,
  totalMinutes,
} from "@kairos/core";
import { aCustomer, anAgreement, anOrder } from "../examples/invoice.js";
import { groupOf } from "./followed.js";
import type { Dossier } from "./seeded.js";

/** What a market buys of the course of a dossier: one order for its session, billed in full. */
export interface Agreed {
  readonly agreement: TrainingAgreement;
  readonly orders: readonly [PurchaseOrder, ...PurchaseOrder[]];
  readonly customer: Customer;
  readonly session: Session;
  readonly billed: Billed;
}

/** Nothing when the course has hours in a company, which a market bounds, or no price of an hour. */
export function agreed(dossier: Dossier): Agreed | undefined {
  const { session, quote } = dossier.situation;
  const { hourlyCents } = quoteTotals(quote);
  const [line] = quote.lines;
  if (session === undefined || line === undefined || hourlyCents === undefined || session.hours.companyMinutes > 0) return undefined;
  const { siret } = session;
  const signedOn = addDays(session.startsOn, -40);
  const agreement = anAgreement({
    siret,
    title: session.title.slice(0, 200).trim(),
    signedOn,
    startsOn: addDays(session.startsOn, -30),
    endsOn: addDays(session.endsOn, 300),
    unitPriceCents: hourlyCents,
    vatRegime: line.vatRegime,
    vatRate: line.vatRate,
    terms: { toleratedAbsences: "excused", toleranceRate: 500, depositRate: 3000, penaltyRateMost: 500, companyShareMost: 2500 },
  });
  const traineeIds = groupOf(dossier).map(({ id }) => id);
  const quantities = { minutes: totalMinutes(session.hours) * traineeIds.length, trainees: traineeIds.length };
  const orderedOn = addDays(signedOn, 5);
  const order = anOrder({ siret, sessionReference: session.reference, orderedOn, traineeIds, ...quantities });
  const { netCents } = orderedIn(order, agreement);
  return {
    agreement,
    orders: [order],
    customer: payerOf(siret),
    session: { ...session, capacity: 12 },
    billed: { ...quantities, netCents, depositCents: 0, invoices: ["FAC-2026-0001"], drafts: [] },
  };
}

/** Whoever pays the invoices of an establishment. */
export function payerOf(siret: Siret): Customer {
  return aCustomer({ siret, serviceCode: "DR-NAQ-042" });
}

export function judgeAgreed({ agreement, orders, customer, session, billed }: Agreed) {
  const situation: AgreementSituation = {
    agreement,
    orders,
    customer,
    sessions: new Map([[session.reference, session]]),
    billed: new Map(orders.map(({ reference }) => [reference, billed])),
  };
  return checkAgreement(situation);
}
