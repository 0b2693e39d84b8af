import * as z from "zod/mini";
import { vatRegimes } from "../membership/index.js";
import { units } from "../quotes/index.js";
import { halves } from "../sessions/index.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { centsSchema, instantSchema, isoDateSchema, line, minutesSchema, paragraph, record, reference } from "../shared/schemas.js";

/** What pays; AFC from an agreement and its orders, the others from an accepted quote. */
export const billedSchemes = ["afc", "aif", "poei"] as const;
export type BilledScheme = (typeof billedSchemes)[number];

export const billedSchemeLabels: Readonly<Record<BilledScheme, Label>> = {
  afc: { fr: "AFC", en: "AFC" },
  aif: { fr: "AIF", en: "AIF" },
  poei: { fr: "POEI", en: "POEI" },
};

/** A deposit asks for money before the work; a balance bills the last of it and takes the deposits off. */
export const invoiceKinds = ["invoice", "deposit", "balance", "credit-note"] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceKindLabels: Readonly<Record<InvoiceKind, Label>> = {
  invoice: { fr: "facture", en: "invoice" },
  deposit: { fr: "facture d'acompte", en: "deposit invoice" },
  balance: { fr: "facture de solde", en: "balance invoice" },
  "credit-note": { fr: "avoir", en: "credit note" },
};

export const invoiceStatuses = [
  "draft",
  "discarded",
  "issued",
  "deposited",
  "received",
  "rejected",
  "part-paid",
  "paid",
  "credited",
] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const invoiceStatusLabels: Readonly<Record<InvoiceStatus, Label>> = {
  draft: { fr: "brouillon", en: "draft" },
  discarded: { fr: "abandonnée", en: "discarded" },
  issued: { fr: "émise", en: "issued" },
  deposited: { fr: "déposée", en: "deposited" },
  received: { fr: "reçue par le client", en: "received by the customer" },
  rejected: { fr: "rejetée", en: "rejected" },
  "part-paid": { fr: "payée en partie", en: "paid in part" },
  paid: { fr: "payée", en: "paid" },
  credited: { fr: "annulée par avoir", en: "credited" },
};

/** Its status as it agrees with what it is: « un avoir émis », « une facture émise ». */
export function statusLabel({ kind, status }: { readonly kind: InvoiceKind; readonly status: InvoiceStatus }): Label {
  const label = invoiceStatusLabels[status];
  const fr = kind === "credit-note" ? (masculine[status] ?? label.fr) : label.fr;
  return { fr, en: label.en };
}

const masculine: Readonly<Partial<Record<InvoiceStatus, string>>> = {
  discarded: "abandonné",
  issued: "émis",
  deposited: "déposé",
  received: "reçu par le client",
  rejected: "rejeté",
};

/** By which door an invoice goes to its customer. */
export const channels = ["chorus", "other"] as const;
export type Channel = (typeof channels)[number];

export const channelLabels: Readonly<Record<Channel, Label>> = {
  chorus: { fr: "Chorus Pro", en: "Chorus Pro" },
  other: { fr: "autre canal", en: "other channel" },
};

/** Why a half-day is billed: it was attended, or its absence is one that the contract tolerates. */
export const billingBases = ["attended", "tolerated"] as const;
export type BillingBasis = (typeof billingBases)[number];

/** A half-day that proves a line, with the minutes billed of it. */
export const billedHalfDaySchema = record({
  day: isoDateSchema,
  half: z.enum(halves),
  minutes: minutesSchema,
  basis: z._default(z.enum(billingBases), "attended"),
});
export type BilledHalfDay = z.output<typeof billedHalfDaySchema>;

/** Up to ten million euros: with a price of cents, no product leaves the safe integers. */
const lineQuantitySchema = z.int().check(z.minimum(1), z.maximum(6_000_000));

/** One line. `quantity` is minutes when the unit is `hour`, a count otherwise; `amountCents` excludes VAT. */
export const invoiceLineSchema = record({
  label: line(200).check(z.minLength(1)),
  description: z.optional(line(1024)),
  traineeId: z.optional(reference()),
  unit: z._default(z.enum(units), "flat"),
  quantity: z._default(lineQuantitySchema, 1),
  unitPriceCents: centsSchema,
  amountCents: centsSchema,
  vatRegime: z._default(z.enum(vatRegimes), "exempt-training"),
  /** In hundredths of a percent: 2000 is 20 %. */
  vatRate: z._default(z.int().check(z.minimum(0), z.maximum(3000)), 0),
  startsOn: z.optional(isoDateSchema),
  endsOn: z.optional(isoDateSchema),
  /** What proves it; nothing for a deposit or a flat cost. */
  halfDays: z._default(z.array(billedHalfDaySchema).check(z.maxLength(3000)), []),
  /** Of a credit note: the line of the original that it takes back, from 1. */
  creditedLine: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
});
export type InvoiceLine = z.output<typeof invoiceLineSchema>;
export type InvoiceLineInput = z.input<typeof invoiceLineSchema>;

/** Another invoice, as it is cited on paper. */
const citedSchema = { number: line(20), issuedOn: isoDateSchema };

/** What happened to an issued invoice on its way. */
export const invoiceEventSchema = record({
  action: z.enum(["deposit", "receive", "reject"]),
  /** The day it happened outside. */
  on: isoDateSchema,
  channel: z.optional(z.enum(channels)),
  /** Number that the channel gave, and why it was rejected. */
  reference: z.optional(line(60)),
  reason: z.optional(line(300)),
  by: line(80),
  at: instantSchema,
});
export type InvoiceEvent = z.output<typeof invoiceEventSchema>;

export const paymentSchema = record({
  on: isoDateSchema,
  amountCents: centsSchema.check(z.minimum(1)),
  reference: z.optional(line(60)),
  by: line(80),
  at: instantSchema,
});
export type Payment = z.output<typeof paymentSchema>;

/** A payment that was recorded by mistake, and who said so: no sum counts it. */
export const takenBackSchema = record({
  payment: paymentSchema,
  reason: line(200).check(z.minLength(1)),
  by: line(80),
  at: instantSchema,
});
export type TakenBack = z.output<typeof takenBackSchema>;

export const invoiceSchema = record({
  /** `PF-2026-0001`, from the draft on; once issued, its number names it too. */
  reference: reference(),
  siret: siretSchema,
  kind: z._default(z.enum(invoiceKinds), "invoice"),
  status: z._default(z.enum(invoiceStatuses), "draft"),
  scheme: z.enum(billedSchemes),
  customerSiret: siretSchema,
  agreement: z.optional(reference()),
  order: z.optional(reference(50)),
  quote: z.optional(reference()),
  sessionReference: reference(),
  title: line(255).check(z.minLength(1)),
  /** What is billed happened between these days; for a deposit, will. */
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  lines: z.array(invoiceLineSchema).check(z.minLength(1), z.maxLength(1000)),
  /** What penalties take off, VAT excluded. */
  penalty: z.optional(record({ amountCents: centsSchema.check(z.minimum(1)), reason: line(200).check(z.minLength(1)) })),
  /** Deposits that a balance takes off, VAT included. */
  deposits: z._default(z.array(record({ ...citedSchema, amountCents: centsSchema })).check(z.maxLength(50)), []),
  /** The invoice that a credit note corrects. */
  credits: z.optional(record({ ...citedSchema, reference: reference(), reason: line(300).check(z.minLength(1)) })),
  /** Paid before it was issued. */
  alreadyPaid: z.optional(record({ on: isoDateSchema, reference: z.optional(line(60)) })),
  engagement: z.optional(line(50)),
  serviceCode: z.optional(line(100)),
  notes: z.optional(paragraph(1000)),
  /** The persons who prepared it: none of them issues it. */
  preparedBy: z.array(line(80)).check(z.minLength(1), z.maxLength(50)),
  preparedAt: instantSchema,
  issue: z.optional(
    record({
      ...citedSchema,
      series: line(10),
      year: z.int(),
      rank: z.int().check(z.minimum(1)),
      dueOn: isoDateSchema,
      by: line(80),
      at: instantSchema,
    }),
  ),
  events: z._default(z.array(invoiceEventSchema).check(z.maxLength(200)), []),
  payments: z._default(z.array(paymentSchema).check(z.maxLength(200)), []),
  takenBack: z.optional(z.array(takenBackSchema).check(z.maxLength(200))),
});
export type Invoice = z.output<typeof invoiceSchema>;
export type InvoiceInput = z.input<typeof invoiceSchema>;

/** An invoice that has its number. */
export type IssuedInvoice = Invoice & { readonly issue: NonNullable<Invoice["issue"]> };

export function isIssued(invoice: Invoice): invoice is IssuedInvoice {
  return invoice.issue !== undefined;
}

/** The credit notes that were issued on an invoice, the one in hand left out. */
export function creditNotesOn(
  original: Pick<Invoice, "reference">,
  others: readonly Invoice[],
  except?: Pick<Invoice, "reference">,
): readonly Invoice[] {
  return others.filter(
    (one) =>
      one.kind === "credit-note" && isIssued(one) && one.credits?.reference === original.reference && one.reference !== except?.reference,
  );
}

/** How people call it: its number, its draft's reference before it has one. */
export function calledInvoice({ reference, issue }: Pick<Invoice, "reference" | "issue">): string {
  return issue?.number ?? reference;
}
