import * as z from "zod/mini";
import { qualiopiCategories } from "../membership/index.js";
import { certificationSchema, formacodeSchema, siretSchema } from "../shared/identifiers.js";
import { centsSchema, isoDateSchema, line, minutesSchema, paragraph, record, reference } from "../shared/schemas.js";
import { distanceMeans } from "./distance.js";
import { hoursSchema, modalities } from "./session.js";

/** Whom a course is for; LHEO's `code-public-vise` is an opaque number of the public's table (Formacode 8xxxx). */
const audienceSchema = z.string().check(z.regex(/^\d{5}$/));

/** What a provider teaches, before any date: what every session of it has in common. */
export const courseSchema = record({
  reference: reference(),
  siret: siretSchema,
  title: line(255).check(z.minLength(1)),
  objectives: z.optional(paragraph(3000)),
  expectedResults: z.optional(paragraph(3000)),
  programme: z.optional(paragraph(3000)),
  certification: z.optional(certificationSchema),
  certificationEndsOn: z.optional(isoDateSchema),
  formacode: z.optional(formacodeSchema),
  /** Edition of the Formacode thesaurus, such as `V14`. */
  formacodeVersion: z.optional(z.string().check(z.regex(/^V\d{1,2}$/))),
  /** Level asked at the entry, a code of LHEO's table `code-niveau-entree`, 0 to 8 and 11 to 18. */
  entryLevel: z.optional(z.int().check(z.minimum(0), z.maximum(18))),
  audiences: z.optional(z.array(audienceSchema).check(z.maxLength(10))),
  modality: z._default(z.enum(modalities), "on-site"),
  hours: hoursSchema,
  /** The total as it was announced, when somebody said it beside the parts. */
  announcedMinutes: z.optional(minutesSchema),
  /** The catalogue price of the pedagogical part for one trainee, VAT excluded. */
  priceCents: z.optional(centsSchema),
  category: z._default(z.enum(qualiopiCategories), "training"),
  cpfEligible: z._default(z.boolean(), false),
  /** School or university training, which the regional base does not send to France Travail. */
  initialTraining: z.optional(z.boolean()),
  distanceMeans: z.optional(z.array(z.enum(distanceMeans)).check(z.maxLength(3))),
});
export type Course = z.output<typeof courseSchema>;
export type CourseInput = z.input<typeof courseSchema>;
