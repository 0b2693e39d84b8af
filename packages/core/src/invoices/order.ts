import * as z from "zod/mini";
import type { Minutes } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import { type Cents, shareOf } from "../shared/money.js";
import { centsSchema, instantSchema, isoDateSchema, line, record, reference } from "../shared/schemas.js";
import type { TrainingAgreement } from "./agreement.js";

/** Hours of all trainees together, up to ten million. */
const orderedMinutesSchema = z.int().check(z.minimum(1), z.maximum(600_000_000));

const quantitiesSchema = {
  /** Hours of all trainees together, in minutes. */
  minutes: orderedMinutesSchema,
  trainees: z.int().check(z.minimum(1), z.maximum(10_000)),
};

/** What changed an order: its figures replace those before from that day on. */
export const amendmentSchema = record({
  number: line(20).check(z.minLength(1)),
  signedOn: isoDateSchema,
  ...quantitiesSchema,
  reason: z.optional(line(200)),
  recordedBy: line(80),
  recordedAt: instantSchema,
});
export type Amendment = z.output<typeof amendmentSchema>;

/** A purchase order (« bon de commande ») of an agreement, for one session. */
export const purchaseOrderSchema = record({
  /** The customer's number, as its papers write it. */
  reference: reference(50),
  siret: siretSchema,
  agreement: reference(),
  sessionReference: reference(),
  /** Commitment number that Chorus Pro asks for (BT-13); the order's own number unless said. */
  engagement: z.optional(line(50)),
  orderedOn: isoDateSchema,
  ...quantitiesSchema,
  /** Replaces the agreement's price. */
  unitPriceCents: z.optional(centsSchema),
  /** Who trains, when the order names them. */
  traineeIds: z.optional(z.array(reference()).check(z.maxLength(500))),
  amendments: z._default(z.array(amendmentSchema).check(z.maxLength(50)), []),
  cancelled: z.optional(record({ on: isoDateSchema, reason: z.optional(line(200)), recordedBy: line(80), recordedAt: instantSchema })),
  enteredBy: line(80),
  enteredAt: instantSchema,
});
export type PurchaseOrder = z.output<typeof purchaseOrderSchema>;
export type PurchaseOrderInput = z.input<typeof purchaseOrderSchema>;

/** What an order comes to, its last amendment counted. */
export interface Ordered {
  /** Hours of all trainees together, in minutes. */
  readonly minutes: Minutes;
  readonly trainees: number;
  readonly unitPriceCents: Cents;
  /** VAT excluded. */
  readonly netCents: Cents;
}

export function orderedIn(order: PurchaseOrder, agreement: TrainingAgreement): Ordered {
  const { minutes, trainees } = order.amendments.at(-1) ?? order;
  const unitPriceCents = order.unitPriceCents ?? agreement.unitPriceCents;
  const netCents = agreement.basis === "trainee" ? trainees * unitPriceCents : shareOf(unitPriceCents, minutes, 60);
  return { minutes, trainees, unitPriceCents, netCents };
}
