import { addDays, type PurchaseOrder, type TrainingAgreement, totalMinutes } from "@kairos/core";
import { anAmendment, cancelled } from "../../core/invoices/examples/agreements.js";
import { pau } from "../../examples/provider.js";
import type { Random } from "../../trust/random.js";
import { type Agreed, agreed, judgeAgreed } from "../agreed.js";
import { faultsIn } from "../seeded.js";
import type { FaultsOf } from "./index.js";

const inAgreed = faultsIn(agreed, judgeAgreed);
const inAgreement = (change: (agreement: TrainingAgreement, random: Random, agreed: Agreed) => Partial<TrainingAgreement>) =>
  inAgreed((one, random) => ({ ...one, agreement: { ...one.agreement, ...change(one.agreement, random, one) } }));
const inOrder = (change: (order: PurchaseOrder, random: Random, agreed: Agreed) => Partial<PurchaseOrder>) =>
  inAgreed((one, random) => {
    const [order, ...others] = one.orders;
    return { ...one, orders: [{ ...order, ...change(order, random, one) }, ...others] };
  });
const inTerms = (change: (random: Random) => Partial<TrainingAgreement["terms"]>) =>
  inAgreement(({ terms }, random) => ({ terms: { ...terms, ...change(random) } }));

/** What is known only by looking at what was kept before. */
export const heldOfAgreements = {
  "agreement.already-signed": "tests/bot/conventions.test.ts",
  "agreement.billed-already": "tests/bot/conventions.test.ts",
  "order.already-cancelled": "tests/bot/commandes.test.ts",
} satisfies Partial<Record<keyof FaultsOf<"agreements">, string>>;

export const agreementFaults: Omit<FaultsOf<"agreements">, keyof typeof heldOfAgreements> = {
  "agreement.dates-order": inAgreement(({ startsOn }, random) => ({ endsOn: addDays(startsOn, -1 - random.int(300)) })),
  "agreement.unsigned": inAgreement(() => ({ signedOn: undefined })),
  "agreement.signed-late": inAgreement((_agreement, random, { session }) => ({ signedOn: addDays(session.startsOn, 1 + random.int(60)) })),
  "agreement.price-zero": inAgreement(() => ({ unitPriceCents: 0 })),
  "agreement.vat-contradiction": inAgreement(({ vatRegime }, random) => ({
    vatRate: vatRegime === "taxed" ? 0 : random.pick([550, 1000, 2000]),
  })),
  "agreement.company-share": inTerms((random) => ({ companyShareMost: 3001 + random.int(6999) })),
  "agreement.tolerance-void": inTerms((random) =>
    random.chance(0.5) ? { toleranceRate: 0 } : { toleratedAbsences: "none", toleranceRate: random.int(10_000) },
  ),
  "agreement.customer-incomplete": inAgreed(({ customer, ...one }, random) => {
    const { address } = customer;
    const part = random.pick(["street", "postalCode", "city"] as const);
    return address && { ...one, customer: { ...customer, address: random.chance(0.2) ? undefined : { ...address, [part]: "" } } };
  }),
  "agreement.own-siret": inAgreed((one) => {
    const { siret } = one.agreement;
    return { ...one, agreement: { ...one.agreement, customerSiret: siret }, customer: { ...one.customer, customerSiret: siret } };
  }),
  "order.outside-agreement": inAgreement((_agreement, random, { session }) => {
    const days = 1 + random.int(4);
    return random.chance(0.5) ? { endsOn: addDays(session.endsOn, -days) } : { startsOn: addDays(session.startsOn, days) };
  }),
  "order.other-establishment": inAgreed((one, random) =>
    random.chance(0.5) ? { ...one, session: { ...one.session, siret: pau } } : { ...one, orders: [{ ...one.orders[0], siret: pau }] },
  ),
  "order.dated-outside": inOrder((_order, random, { agreement: { signedOn = "", endsOn } }) => ({
    orderedOn: random.chance(0.5) ? addDays(signedOn, -1 - random.int(30)) : addDays(endsOn, 1 + random.int(30)),
  })),
  "order.session-twice": inAgreed((one, random) => {
    const [order] = one.orders;
    return { ...one, orders: [order, { ...order, reference: `BC-2026-${200 + random.int(700)}` }] };
  }),
  "order.hours-over-session": inOrder(({ trainees }, random, { session }) => ({
    minutes: totalMinutes(session.hours) * trainees + 1 + random.int(6000),
  })),
  "order.over-capacity": inOrder((_order, random, { session }) => {
    const trainees = 13 + random.int(20);
    return { trainees, minutes: totalMinutes(session.hours) * trainees };
  }),
  "order.named-over-ordered": inOrder(({ traineeIds = [] }, random) => ({
    traineeIds: [...traineeIds, ...Array.from({ length: 1 + random.int(8) }, (_, index) => `T-010${index}`)],
  })),
  "order.amendment-order": inOrder(({ orderedOn, minutes, trainees }, random) => ({
    amendments: [anAmendment({ minutes, trainees, signedOn: addDays(orderedOn, -1 - random.int(30)) })],
  })),
  "order.amendment-repeated": inOrder(({ orderedOn, minutes, trainees }, random) => {
    const first = anAmendment({ minutes, trainees, signedOn: addDays(orderedOn, 1 + random.int(10)) });
    return { amendments: [first, { ...first, signedOn: addDays(first.signedOn, random.int(10)) }] };
  }),
  "order.price-differs": inOrder((_order, random, { agreement }) => ({ unitPriceCents: agreement.unitPriceCents + 1 + random.int(500) })),
  "order.too-large": inOrder((_order, random) => ({ minutes: 400_000_000 + random.int(200_000_000) })),
  "order.below-billed": inOrder(({ orderedOn, minutes, trainees }, random) => {
    const fewer = minutes - 1 - random.int(minutes - 1);
    return random.chance(0.5)
      ? { minutes: fewer }
      : { amendments: [anAmendment({ minutes: fewer, trainees, signedOn: addDays(orderedOn, 1 + random.int(10)) })] };
  }),
  "order.cancelled-billed": inOrder(({ orderedOn }, random) => ({
    cancelled: { ...cancelled, on: addDays(orderedOn, 1 + random.int(20)) },
  })),
};
