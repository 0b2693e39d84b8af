import {
  type AgreementSituation,
  agreementRefusals,
  type Billed,
  type CustomerInput,
  checkAgreement,
  type PurchaseOrderInput,
  raise,
  type SessionInput,
  type TrainingAgreementInput,
} from "@kairos/core";
import { aCustomer, anAgreement, anOrder, aSession, type Overrides } from "../../../examples/index.js";

/** A signed agreement whose one order is for the forklift session, nothing billed. */
export function anAgreementSituation(overrides: Partial<AgreementSituation> = {}): AgreementSituation {
  const session = aSession();
  const orders = overrides.orders ?? [anOrder()];
  return {
    agreement: anAgreement(),
    customer: aCustomer(),
    sessions: new Map([[session.reference, session]]),
    billed: new Map(orders.map(({ reference }) => [reference, billed()])),
    ...overrides,
    orders,
  };
}

export function billed(figures: Partial<Billed> = {}): Billed {
  return { minutes: 0, trainees: 0, netCents: 0, depositCents: 0, invoices: [], drafts: [], ...figures };
}

export function anAmendment(changes: Partial<NonNullable<PurchaseOrderInput["amendments"]>[number]> = {}) {
  const recorded = { recordedBy: "lea", recordedAt: "2026-11-12T09:00:00.000Z" };
  return { number: "1", signedOn: "2026-11-12", minutes: 4200, trainees: 1, ...recorded, ...changes };
}

export const cancelled = { on: "2026-11-16", reason: "Session reportée", recordedBy: "lea", recordedAt: "2026-11-16T09:00:00.000Z" };

const judged = (overrides: Partial<AgreementSituation>) => checkAgreement(anAgreementSituation(overrides));
const agreed = (changes: Overrides<TrainingAgreementInput>) => judged({ agreement: anAgreement(changes) });
const ordered = (changes: Overrides<PurchaseOrderInput>, beside: Partial<AgreementSituation> = {}) =>
  judged({ orders: [anOrder(changes)], ...beside });
const paidBy = (changes: Overrides<CustomerInput>) => judged({ customer: aCustomer(changes) });
const held = (changes: Overrides<SessionInput>) => ({ sessions: new Map([["SE-2026-014", aSession(changes)]]) });

/** One broken example of each code, which gives that code and nothing else. */
export const agreementExamples = {
  "agreement.dates-order": () => judged({ agreement: anAgreement({ endsOn: "2026-10-31" }), orders: [] }),
  "agreement.unsigned": () => agreed({ signedOn: undefined }),
  "agreement.signed-late": () =>
    judged({ agreement: anAgreement({ signedOn: "2026-12-08" }), orders: [anOrder({ orderedOn: "2026-12-08" })] }),
  "agreement.price-zero": () => agreed({ unitPriceCents: 0 }),
  "agreement.vat-contradiction": () => agreed({ vatRate: 2000 }),
  "agreement.company-share": () => agreed({ terms: { companyShareMost: 3001 } }),
  "agreement.tolerance-void": () => agreed({ terms: { toleranceRate: 1000 } }),
  "agreement.customer-incomplete": () => paidBy({ address: undefined }),
  "agreement.own-siret": () => paidBy({ customerSiret: "99900014400017" }),
  "agreement.already-signed": () => [
    raise(agreementRefusals, "agreement.already-signed", ["le"], { agreement: "CONV-2026-0001", signedOn: "2026-10-15" }),
  ],
  "agreement.billed-already": () => [
    raise(agreementRefusals, "agreement.billed-already", [], {
      agreement: "CONV-2026-0001",
      terms: ["price", "vat"],
      invoices: ["FAC-2026-0001"],
    }),
  ],
  "order.outside-agreement": () => judged({ agreement: anAgreement({ endsOn: "2026-12-17" }) }),
  "order.other-establishment": () => ordered({}, held({ siret: "99900014400025" })),
  "order.dated-outside": () => ordered({ orderedOn: "2026-10-14" }),
  "order.session-twice": () => judged({ orders: [anOrder(), anOrder({ reference: "BC-2026-119" })] }),
  "order.hours-over-session": () => ordered({ minutes: 4201 }),
  "order.over-capacity": () => ordered({ trainees: 13 }, held({ capacity: 12 })),
  "order.named-over-ordered": () => ordered({ traineeIds: ["T-0007", "T-0008"] }),
  "order.amendment-order": () => ordered({ amendments: [anAmendment({ signedOn: "2026-11-04" })] }),
  "order.amendment-repeated": () => ordered({ amendments: [anAmendment(), anAmendment({ signedOn: "2026-11-13" })] }),
  "order.price-differs": () => ordered({ unitPriceCents: 1800 }),
  "order.too-large": () =>
    ordered({ minutes: 600_000, trainees: 10_000, unitPriceCents: 100_001 }, { agreement: anAgreement({ unitPriceCents: 100_001 }) }),
  "order.below-billed": () =>
    ordered(
      { minutes: 4199 },
      { billed: new Map([["BC-2026-118", billed({ minutes: 4200, netCents: 119_000, invoices: ["FAC-2026-0001"] })]]) },
    ),
  "order.cancelled-billed": () => ordered({ cancelled }, { billed: new Map([["BC-2026-118", billed({ invoices: ["FAC-2026-0001"] })]]) }),
  "order.already-cancelled": () => [raise(agreementRefusals, "order.already-cancelled", [], { order: "BC-2026-118", on: "2026-11-16" })],
};
