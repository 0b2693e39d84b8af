import { type FrozenTerm, frozenTerms, siretSchema } from "@kairos/core";

const order = "BC-2026-118";
const session = "SE-2026-014";
const siret = siretSchema.parse("99900014400017");
const other = siretSchema.parse("99900014400025");
const invoices = ["FAC-2026-0001", "FAC-2026-0002"];

/** Params of the sentences about agreements and orders. */
export const agreementSamples = {
  "agreement.dates-order": [{ startsOn: "2026-11-01", endsOn: "2026-10-31" }],
  "agreement.unsigned": [[], [order]].map((orders) => ({ agreement: "CONV-2026-0001", startsOn: "2026-11-01", orders })),
  "agreement.signed-late": [
    { signedOn: "2026-12-08", startsOn: "2026-11-01" },
    { signedOn: "2026-12-08", startsOn: "2026-12-07", session },
  ],
  "agreement.price-zero": [{}, { order }],
  "agreement.vat-contradiction": [
    { isTaxed: true, vatRate: 0 },
    { isTaxed: false, vatRate: 2000 },
  ],
  "agreement.company-share": [{ share: 4000, most: 3000 }],
  "agreement.tolerance-void": [
    { isNone: true, rate: 1000 },
    { isNone: false, rate: 0 },
  ],
  "agreement.customer-incomplete": [{ customer: "France Travail", siret }],
  "agreement.own-siret": [{ siret }],
  "agreement.already-signed": [{ agreement: "CONV-2026-0001", signedOn: "2026-10-15" }],
  "agreement.billed-already": [["price"], [...frozenTerms]].map((terms) => ({
    agreement: "CONV-2026-0001",
    terms: terms as readonly FrozenTerm[],
    invoices,
  })),
  "order.outside-agreement": [{ order, session, startsOn: "2026-12-07", endsOn: "2026-12-18", from: "2026-11-01", until: "2026-12-10" }],
  "order.other-establishment": [session, undefined].map((one) => ({ order, session: one, held: other, agreed: siret })),
  "order.dated-outside": [true, false].map((isEarly) => ({ order, orderedOn: "2026-10-01", isEarly, limit: "2026-10-15" })),
  "order.session-twice": [{ order, other: "BC-2026-117", session }],
  "order.hours-over-session": [1, 10].map((trainees) => ({ order, session, minutes: 48_000, trainees, each: 4800, planned: 4200 })),
  "order.over-capacity": [1, 12].map((capacity) => ({ order, session, trainees: 13, capacity })),
  "order.named-over-ordered": [{ order, named: 2, trainees: 1 }],
  "order.amendment-order": [{ order, number: "1", signedOn: "2026-11-04", before: "2026-11-05" }],
  "order.amendment-repeated": [{ order, number: "1", on: "2026-11-12" }],
  "order.price-differs": (["trainee-hour", "trainee"] as const).map((basis) => ({ order, own: 1800, agreed: 1700, basis })),
  "order.too-large": [{ order, mostCents: 1_000_000_000 }],
  "order.below-billed": (["minutes", "trainees", "netCents"] as const).map((measure) => ({
    order,
    measure,
    ordered: 600,
    billed: 660,
    invoices,
  })),
  "order.cancelled-billed": [{ order, invoices }],
  "order.already-cancelled": [{ order, on: "2026-11-16" }],
};
