import * as z from "zod/mini";
import { vatRegimes } from "../membership/index.js";
import { hoursSchema, modalities } from "../sessions/index.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { centsSchema, instantSchema, isoDateSchema, line, minutesSchema, paragraph, record, reference } from "../shared/schemas.js";
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
export const quoteLineSchema = record({
  kind: z.enum(lineKinds),
  label: line(200).check(z.minLength(1)),
  unit: z._default(z.enum(units), "flat"),
  quantity: z._default(z.int().check(z.minimum(1), z.maximum(600_000)), 1),
  unitPriceCents: centsSchema,
  amountCents: centsSchema,
  vatRegime: z._default(z.enum(vatRegimes), "exempt-training"),
  /** In hundredths of a percent: 2000 is 20 %. */
  vatRate: z._default(z.int().check(z.minimum(0), z.maximum(3000)), 0),
});
export type QuoteLine = z.output<typeof quoteLineSchema>;
export type QuoteLineInput = z.input<typeof quoteLineSchema>;

/** Who pays what, VAT included; the sum is the quote's total. */
export const fundingSchema = record({
  franceTravailCents: z._default(centsSchema, 0),
  others: z._default(z.array(record({ funder: line(60).check(z.minLength(1)), amountCents: centsSchema })).check(z.maxLength(10)), []),
  traineeCents: z._default(centsSchema, 0),
});
export type Funding = z.output<typeof fundingSchema>;

/** What the candidate was told before the quote, so that the two can be compared. */
export const announcedSchema = record({
  title: z.optional(line(255)),
  startsOn: z.optional(isoDateSchema),
  endsOn: z.optional(isoDateSchema),
  totalMinutes: z.optional(minutesSchema),
  costCents: z.optional(centsSchema),
  place: z.optional(line(160)),
});
export type Announced = z.output<typeof announcedSchema>;

/** An act of somebody outside (candidate, France Travail) that a person of the desk recorded. */
const recordedSchema = { version: z.int().check(z.minimum(1)), on: isoDateSchema, recordedBy: line(80), recordedAt: instantSchema };

export const quoteSchema = record({
  reference: reference(),
  /** Counts the versions the candidate was asked to approve. */
  version: z._default(z.int().check(z.minimum(1), z.maximum(999)), 1),
  status: z._default(z.enum(quoteStatuses), "draft"),
  scheme: z.enum(schemes),
  siret: siretSchema,
  sessionReference: z.optional(reference()),
  traineeId: z.optional(reference()),
  title: z.optional(line(255)),
  startsOn: z.optional(isoDateSchema),
  endsOn: z.optional(isoDateSchema),
  hours: z.prefault(hoursSchema, {}),
  /** Why the hours are not the session's, when they are not. */
  hoursReason: z.optional(line(200)),
  place: z.optional(line(160)),
  modality: z._default(z.enum(modalities), "on-site"),
  lines: z._default(z.array(quoteLineSchema).check(z.maxLength(200)), []),
  funding: z.optional(fundingSchema),
  /** VAT included. */
  totalCents: z.optional(centsSchema),
  validUntil: z.optional(isoDateSchema),
  announced: z.optional(announcedSchema),
  notes: z.optional(paragraph(1000)),
  /** Reference of the competing quote, where the region asks for two. */
  secondQuote: z.optional(line(60)),
  poei: z.optional(poeiSchema),
  /** The persons who entered this version: none of them approves it. */
  enteredBy: z._default(z.array(line(80)).check(z.maxLength(50)), []),
  submittedOn: z.optional(isoDateSchema),
  reviewedOn: z.optional(isoDateSchema),
  approval: z.optional(record(recordedSchema)),
  decision: z.optional(
    record({
      ...recordedSchema,
      outcome: z.enum(["declined", "accepted", "refused", "correction-requested", "cancelled"]),
      reason: z.optional(line(500)),
    }),
  ),
});
export type Quote = z.output<typeof quoteSchema>;
export type QuoteInput = z.input<typeof quoteSchema>;

/** What other quotes must tell for overlaps and groups to be seen. */
export type QuoteSummary = Pick<Quote, "reference" | "scheme" | "status" | "sessionReference" | "traineeId" | "startsOn" | "endsOn">;
