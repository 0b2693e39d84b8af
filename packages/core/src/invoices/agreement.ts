import * as z from "zod/mini";
import { vatRegimes } from "../membership/index.js";
import type { IsoDate } from "../shared/calendar.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { centsSchema, instantSchema, isoDateSchema, line, paragraph, record, reference } from "../shared/schemas.js";

/** What an AFC pays for: each hour of each trainee, or each trainee's whole training. */
export const priceBases = ["trainee-hour", "trainee"] as const;
export type PriceBasis = (typeof priceBases)[number];

export const priceBasisLabels: Readonly<Record<PriceBasis, Label>> = {
  "trainee-hour": { fr: "heure-stagiaire", en: "trainee-hour" },
  trainee: { fr: "stagiaire", en: "trainee" },
};

/** Which absences a contract lets be billed as if attended. */
export const toleratedAbsences = ["none", "excused", "all"] as const;
export type ToleratedAbsences = (typeof toleratedAbsences)[number];

export const toleratedAbsencesLabels: Readonly<Record<ToleratedAbsences, Label>> = {
  none: { fr: "aucune", en: "none" },
  excused: { fr: "absences justifiées", en: "excused absences" },
  all: { fr: "toutes les absences", en: "every absence" },
};

const shareSchema = z.int().check(z.minimum(0), z.maximum(10_000));

/** What a contract says beside its price; no text gives these figures, so each has the prudent default. */
export const termsSchema = record({
  toleratedAbsences: z._default(z.enum(toleratedAbsences), "none"),
  /** Most of a trainee's planned minutes that tolerated absences may make, in basis points. */
  toleranceRate: z._default(shareSchema, 10_000),
  /** Most of the training that may take place in a company, in basis points; the figure in force unless the contract says. */
  companyShareMost: z.optional(shareSchema),
  /** Of the order, billed before the training as a deposit, in basis points. */
  depositRate: z._default(shareSchema, 0),
  /** Most that penalties may take off an invoice, in basis points. */
  penaltyRateMost: z._default(shareSchema, 0),
});
export type Terms = z.output<typeof termsSchema>;

/** A purchase agreement (« convention »): market, lot, customer, price and terms, signed before the training. */
export const trainingAgreementSchema = record({
  /** `CONV-2026-0001`. */
  reference: reference(),
  siret: siretSchema,
  customerSiret: siretSchema,
  title: line(200).check(z.minLength(1)),
  /** Number of the public contract, as its papers write it (BT-12). */
  market: line(50).check(z.minLength(1)),
  lot: z.optional(line(20)),
  signedOn: z.optional(isoDateSchema),
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  basis: z.enum(priceBases),
  /** VAT excluded, for one of `basis`. */
  unitPriceCents: centsSchema,
  vatRegime: z._default(z.enum(vatRegimes), "exempt-training"),
  /** In hundredths of a percent: 2000 is 20 %. */
  vatRate: z._default(z.int().check(z.minimum(0), z.maximum(3000)), 0),
  terms: z.prefault(termsSchema, {}),
  notes: z.optional(paragraph(1000)),
  enteredBy: line(80),
  enteredAt: instantSchema,
});
export type TrainingAgreement = z.output<typeof trainingAgreementSchema>;
export type TrainingAgreementInput = z.input<typeof trainingAgreementSchema>;

/** Is the agreement signed, and does it cover a whole period. */
export function covers(
  { signedOn, startsOn, endsOn }: TrainingAgreement,
  period: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
) {
  return signedOn !== undefined && startsOn <= period.startsOn && period.endsOn <= endsOn;
}
