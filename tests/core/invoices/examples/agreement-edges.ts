import {
  type AgreementSituation,
  type CustomerInput,
  checkAgreement,
  checkCustomer,
  type Problem,
  type PurchaseOrderInput,
  type TrainingAgreementInput,
} from "@kairos/core";
import { aCustomer, anAgreement, anOrder, aSession, type Overrides } from "../../../examples/index.js";
import { anAgreementSituation, anAmendment, billed, cancelled } from "./agreements.js";

const judged = (overrides: Partial<AgreementSituation>) => checkAgreement(anAgreementSituation(overrides));
const agreed = (changes: Overrides<TrainingAgreementInput>, beside: Partial<AgreementSituation> = {}) =>
  judged({ agreement: anAgreement(changes), ...beside });
const ordered = (changes: Overrides<PurchaseOrderInput>, beside: Partial<AgreementSituation> = {}) =>
  judged({ orders: [anOrder(changes)], ...beside });
const paidBy = (changes: Overrides<CustomerInput>) => checkCustomer({ customer: aCustomer(changes) });
const held = (changes: Parameters<typeof aSession>[0]) => ({ sessions: new Map([["SE-2026-014", aSession(changes)]]) });
const wasBilled = (...figures: Parameters<typeof billed>) => ({ billed: new Map([["BC-2026-118", billed(...figures)]]) });
const twoOrders = [anOrder({ reference: "BC-2026-117", cancelled }), anOrder(), anOrder({ reference: "BC-2026-119" })];
const perTrainee = { basis: "trainee", unitPriceCents: 119_000 } as const;

/** Agreements and orders at the edge of a rule: what is found of each stands in `findings.txt`. */
export const agreementEdges: Readonly<Record<string, () => readonly Problem[]>> = {
  "a sound agreement": () => judged({}),
  "an agreement of one day": () => judged({ agreement: anAgreement({ endsOn: "2026-11-01" }), orders: [] }),
  "unsigned, without an order": () => agreed({ signedOn: undefined }, { orders: [] }),
  "unsigned, its order cancelled": () => agreed({ signedOn: undefined }, { orders: [anOrder({ cancelled })] }),
  "unsigned, with three orders": () => agreed({ signedOn: undefined }, { orders: twoOrders }),
  "signed the day the session begins": () => agreed({ signedOn: "2026-12-07" }),
  "signed late, for three orders": () => agreed({ signedOn: "2026-12-08" }, { orders: twoOrders }),
  "signed the day it begins, its session unknown": () => agreed({ signedOn: "2026-11-01" }, { sessions: new Map() }),
  "signed the day after it begins, its session unknown": () => agreed({ signedOn: "2026-11-02" }, { sessions: new Map() }),
  "signed the day after it begins, before its session": () => agreed({ signedOn: "2026-11-02" }),
  "neither the agreement nor its orders have a price": () =>
    agreed({ unitPriceCents: 0 }, { orders: twoOrders.map((order) => ({ ...order, unitPriceCents: 0 })) }),
  "a price of one cent": () => agreed({ unitPriceCents: 1 }, { orders: [anOrder({ unitPriceCents: 1 })] }),
  "taxed without a rate": () => agreed({ vatRegime: "taxed" }),
  "taxed at its rate": () => agreed({ vatRegime: "taxed", vatRate: 1 }),
  "a small business with a rate": () => agreed({ vatRegime: "small-business", vatRate: 1 }),
  "the company share in force": () => agreed({ terms: { companyShareMost: 3000 } }),
  "a company share before any figure": () => agreed({ startsOn: "2001-01-01", terms: { companyShareMost: 10_000 } }),
  "no absence, up to all": () => agreed({ terms: { toleratedAbsences: "none", toleranceRate: 10_000 } }),
  "no absence, up to nearly all": () => agreed({ terms: { toleratedAbsences: "none", toleranceRate: 9_999 } }),
  "absences, up to none": () => agreed({ terms: { toleratedAbsences: "excused", toleranceRate: 0 } }),
  "absences, up to next to none": () => agreed({ terms: { toleratedAbsences: "all", toleranceRate: 1 } }),

  "a customer without a street": () => paidBy({ address: { street: "" } }),
  "a customer without a postal code": () => paidBy({ address: { postalCode: "" } }),
  "a customer without a city": () => paidBy({ address: { city: "" } }),
  "a customer without an address": () => paidBy({ address: undefined }),
  "a customer that is the provider": () => paidBy({ customerSiret: "99900014400017" }),
  "a sound customer": () => paidBy({}),
  "no customer": () => checkCustomer({}),
  "an agreement without customer and bills": () => judged({ customer: undefined, billed: undefined }),

  "begun before the agreement": () => agreed({ startsOn: "2026-12-08" }),
  "begun with the agreement, ended with it": () => agreed({ startsOn: "2026-12-07", endsOn: "2026-12-18" }),
  "an order of another establishment": () => ordered({ siret: "99900014400025" }),
  "an order of another establishment, its session unknown": () => ordered({ siret: "99900014400025" }, { sessions: new Map() }),
  "an order of a session nobody knows": () => ordered({ minutes: 600_000, trainees: 99 }, { sessions: new Map() }),
  "ordered on the day of the signature": () => ordered({ orderedOn: "2026-10-15" }),
  "ordered on the last day": () => ordered({ orderedOn: "2027-10-31" }),
  "ordered after the last day": () => ordered({ orderedOn: "2027-11-01" }),
  "ordered long before, without a signature": () => agreed({ signedOn: undefined }, { orders: [anOrder({ orderedOn: "2001-01-01" })] }),
  "three orders of one session, the first cancelled": () => judged({ orders: twoOrders }),
  "two orders of two sessions": () =>
    judged({ orders: [anOrder(), anOrder({ reference: "BC-2026-119", sessionReference: "SE-2026-015" })] }),
  "hours for two, a minute too many": () => ordered({ minutes: 8401, trainees: 2 }),
  "hours for two": () => ordered({ minutes: 8400, trainees: 2 }),
  "hours of a session that has none": () => ordered({}, held({ hours: { centreMinutes: 0 } })),
  "hours that an amendment adds": () => ordered({ amendments: [anAmendment({ minutes: 4201 })] }),
  "as many as there are places": () => ordered({ trainees: 12 }, held({ capacity: 12 })),
  "more than there are places, by an amendment": () => ordered({ amendments: [anAmendment({ trainees: 13 })] }, held({ capacity: 12 })),
  "as many named as ordered": () => ordered({ traineeIds: ["T-0007"] }),
  "an amendment on the day of the order": () => ordered({ amendments: [anAmendment({ signedOn: "2026-11-05" })] }),
  "three amendments, the last signed before the second": () =>
    ordered({
      amendments: [
        anAmendment(),
        anAmendment({ number: "2", signedOn: "2026-11-14" }),
        anAmendment({ number: "3", signedOn: "2026-11-13" }),
      ],
    }),
  "an amendment entered three times": () =>
    ordered({ amendments: [anAmendment(), anAmendment({ signedOn: "2026-11-13" }), anAmendment({ signedOn: "2026-11-14" })] }),
  "the agreement's own price": () => ordered({ unitPriceCents: 1700 }),
  "the largest order": () => ordered({ minutes: 60 * 10_000, trainees: 1_000, unitPriceCents: 100_000 }),
  "an order a cent too large": () => agreed({ ...perTrainee, unitPriceCents: 1_000_000 }, { orders: [anOrder({ trainees: 1_001 })] }),
  "billed to the minute": () => ordered({}, wasBilled({ minutes: 4200, netCents: 119_000, depositCents: 119_000, invoices: ["F-1"] })),
  "billed a cent too much": () => ordered({}, wasBilled({ minutes: 4200, netCents: 119_001, depositCents: 5, invoices: ["F-1", "F-2"] })),
  "a deposit a cent too much": () => ordered({}, wasBilled({ netCents: 5, depositCents: 119_001, invoices: ["F-1"] })),
  "billed for two, one ordered": () => agreed(perTrainee, wasBilled({ minutes: 9_999, trainees: 2, netCents: 238_000, invoices: ["F-1"] })),
  "never billed": () => ordered({}, { billed: new Map() }),
  "cancelled, billed never": () => ordered({ cancelled }, { billed: new Map() }),
  "cancelled after it was billed twice": () => ordered({ cancelled }, wasBilled({ minutes: 9_999, invoices: ["F-1", "F-2"] })),
};
