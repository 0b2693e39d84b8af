import * as z from "zod";
import { qualiopiCategories } from "../membership/index.js";
import type { Minutes } from "../shared/calendar.js";
import { certificationSchema, formacodeSchema, siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { centsSchema, isoDateSchema, line, minutesSchema, reference } from "../shared/schemas.js";

/** Where the training happens: all in the centre, all at a distance, or both. */
export const modalities = ["on-site", "mixed", "distance"] as const;
export type Modality = (typeof modalities)[number];

export const modalityLabels: Readonly<Record<Modality, Label>> = {
  "on-site": { fr: "en présentiel", en: "on site" },
  mixed: { fr: "mixte", en: "blended" },
  distance: { fr: "à distance", en: "at a distance" },
};

/** The hours of a training, split as the portal asks: in the centre, in a company, at a distance. */
export const hoursSchema = z.strictObject({
  centreMinutes: minutesSchema.default(0),
  companyMinutes: minutesSchema.default(0),
  distanceMinutes: minutesSchema.default(0),
});
export type Hours = z.output<typeof hoursSchema>;

export function totalMinutes(hours: Hours): Minutes {
  return hours.centreMinutes + hours.companyMinutes + hours.distanceMinutes;
}

/** A dated session of a course, as it is listed. */
export const sessionSchema = z.strictObject({
  reference: reference(),
  siret: siretSchema,
  title: line(255).min(1),
  /** The number the Carif-Oref gave when the session was listed. */
  listingReference: line(40).optional(),
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  hours: hoursSchema,
  place: line(160).optional(),
  modality: z.enum(modalities).default("on-site"),
  /** The catalogue price of the pedagogical part for one trainee, VAT excluded. */
  priceCents: centsSchema.optional(),
  certification: certificationSchema.optional(),
  certificationEndsOn: isoDateSchema.optional(),
  formacode: formacodeSchema.optional(),
  /** Edition of the Formacode thesaurus, such as `V14`: a code means nothing without it. */
  formacodeVersion: z
    .string()
    .regex(/^V\d{1,2}$/)
    .optional(),
  category: z.enum(qualiopiCategories).default("training"),
  cpfEligible: z.boolean().default(false),
});
export type Session = z.output<typeof sessionSchema>;
export type SessionInput = z.input<typeof sessionSchema>;
