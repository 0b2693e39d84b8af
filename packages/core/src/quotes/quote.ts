import * as z from "zod";
import { vatRegimes } from "../membership/index.js";
import { hoursSchema, modalities } from "../sessions/index.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { centsSchema, instantSchema, isoDateSchema, line, minutesSchema, paragraph, reference } from "../shared/schemas.js";
import { poeiSchema } from "./poei.js";

/** Where a quote stands; a French word for each in `quoteStatusLabels`. */
export const quoteStatuses = [
  "draft",
  "awaiting-candidate",
  "approved",
  "declined",
  "under-review",
  "accepted",
  "refused",
  "correction-requested",
  "expired",
  "cancelled",
  "closed",
] as const;
export type QuoteStatus = (typeof quoteStatuses)[number];

export const quoteStatusLabels: Readonly<Record<QuoteStatus, Label>> = {
  draft: { fr: "brouillon", en: "draft" },
  "awaiting-candidate": { fr: "en attente du candidat", en: "awaiting the candidate" },
  approved: { fr: "validé par le candidat", en: "approved by the candidate" },
  declined: { fr: "refusé par le candidat", en: "declined by the candidate" },
  "under-review": { fr: "étudié par France Travail", en: "under review by France Travail" },
  accepted: { fr: "accepté par France Travail", en: "accepted by France Travail" },
  refused: { fr: "refusé par France Travail", en: "refused by France Travail" },
  "correction-requested": { fr: "correction demandée", en: "correction requested" },
  expired: { fr: "expiré", en: "expired" },
  cancelled: { fr: "annulé", en: "cancelled" },
  closed: { fr: "clos", en: "closed" },
};

/** Statuses in which a quote no longer stands for a training that may happen. */
export const deadStatuses: ReadonlySet<QuoteStatus> = new Set(["declined", "refused", "expired", "cancelled", "closed"]);

/** `afpr` and `poec` are recognised in files that come from outside, so that a rule can say why they do not belong here. */
export const schemes = ["aif", "poei", "afpr", "poec"] as const;
export type Scheme = (typeof schemes)[number];

export const schemeLabels: Readonly<Record<Scheme, Label>> = {
  aif: { fr: "AIF", en: "AIF" },
  poei: { fr: "POEI", en: "POEI" },
  afpr: { fr: "AFPR", en: "AFPR" },
  poec: { fr: "POEC", en: "POEC" },
};

/** Pedagogical costs are what the scheme pays; ancillary ones (registration, exam, equipment) stand apart. */
export const lineKinds = ["pedagogical", "ancillary"] as const;
export type LineKind = (typeof lineKinds)[number];

export const units = ["hour", "day", "flat"] as const;
export type Unit = (typeof units)[number];

/** One line of costs. `quantity` is minutes when the unit is `hour`, a count otherwise; `amountCents` excludes VAT. */
export const quoteLineSchema = z.strictObject({
  kind: z.enum(lineKinds),
  label: line(200).min(1),
  unit: z.enum(units).default("flat"),
  quantity: z.int().min(1).max(600_000).default(1),
  unitPriceCents: centsSchema,
  amountCents: centsSchema,
  vatRegime: z.enum(vatRegimes).default("exempt-training"),
  /** In hundredths of a percent: 2000 is 20 %. */
  vatRate: z.int().min(0).max(3000).default(0),
});
export type QuoteLine = z.output<typeof quoteLineSchema>;
export type QuoteLineInput = z.input<typeof quoteLineSchema>;

/** Who pays what, VAT included; the sum is the quote's total. */
export const fundingSchema = z.strictObject({
  franceTravailCents: centsSchema.default(0),
  others: z
    .array(z.strictObject({ funder: line(60).min(1), amountCents: centsSchema }))
    .max(10)
    .default([]),
  traineeCents: centsSchema.default(0),
});
export type Funding = z.output<typeof fundingSchema>;

/** What the candidate was told before the quote, so that the two can be compared. */
export const announcedSchema = z.strictObject({
  title: line(255).optional(),
  startsOn: isoDateSchema.optional(),
  endsOn: isoDateSchema.optional(),
  totalMinutes: minutesSchema.optional(),
  costCents: centsSchema.optional(),
  place: line(160).optional(),
});
export type Announced = z.output<typeof announcedSchema>;

/** An act of somebody outside (candidate, France Travail) that a person of the desk recorded. */
const recordedSchema = { version: z.int().min(1), on: isoDateSchema, recordedBy: line(80), recordedAt: instantSchema };

export const quoteSchema = z.strictObject({
  reference: reference(),
  /** Counts the versions the candidate was asked to approve. */
  version: z.int().min(1).max(999).default(1),
  status: z.enum(quoteStatuses).default("draft"),
  scheme: z.enum(schemes),
  siret: siretSchema,
  sessionReference: reference().optional(),
  traineeId: reference().optional(),
  title: line(255).optional(),
  startsOn: isoDateSchema.optional(),
  endsOn: isoDateSchema.optional(),
  hours: hoursSchema.prefault({}),
  /** Why the hours are not the session's, when they are not. */
  hoursReason: line(200).optional(),
  place: line(160).optional(),
  modality: z.enum(modalities).default("on-site"),
  lines: z.array(quoteLineSchema).max(200).default([]),
  funding: fundingSchema.optional(),
  /** VAT included. */
  totalCents: centsSchema.optional(),
  validUntil: isoDateSchema.optional(),
  announced: announcedSchema.optional(),
  notes: paragraph(1000).optional(),
  /** Reference of the competing quote, where the region asks for two. */
  secondQuote: line(60).optional(),
  poei: poeiSchema.optional(),
  /** The persons who entered this version: none of them approves it. */
  enteredBy: z.array(line(80)).max(50).default([]),
  submittedOn: isoDateSchema.optional(),
  approval: z.strictObject(recordedSchema).optional(),
  decision: z
    .strictObject({
      ...recordedSchema,
      outcome: z.enum(["declined", "accepted", "refused", "correction-requested", "cancelled"]),
      reason: line(500).optional(),
    })
    .optional(),
});
export type Quote = z.output<typeof quoteSchema>;
export type QuoteInput = z.input<typeof quoteSchema>;

/** What other quotes must tell for overlaps and groups to be seen. */
export type QuoteSummary = Pick<Quote, "reference" | "scheme" | "status" | "sessionReference" | "traineeId" | "startsOn" | "endsOn">;
