import * as z from "zod/mini";
import { qualiopiCategories } from "../membership/index.js";
import type { Minutes } from "../shared/calendar.js";
import { certificationSchema, formacodeSchema, siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { centsSchema, isoDateSchema, line, minutesSchema, record, reference } from "../shared/schemas.js";
import { distanceMeans } from "./distance.js";
import { listingSchema } from "./listing.js";

/** Where the training happens: all in the centre, all at a distance, or both. */
export const modalities = ["on-site", "mixed", "distance"] as const;
export type Modality = (typeof modalities)[number];

export const modalityLabels: Readonly<Record<Modality, Label>> = {
  "on-site": { fr: "en présentiel", en: "on site" },
  mixed: { fr: "mixte", en: "blended" },
  distance: { fr: "à distance", en: "remote" },
};

/** How people enter a session. */
export const intakes = ["fixed-dates", "permanent"] as const;
export type Intake = (typeof intakes)[number];

export const intakeLabels: Readonly<Record<Intake, Label>> = {
  "fixed-dates": { fr: "à dates fixes", en: "at fixed dates" },
  permanent: { fr: "entrées et sorties permanentes", en: "at any time" },
};

/** The hours of a training, split as the portal asks: in the centre, in a company, at a distance. */
export const hoursSchema = record({
  centreMinutes: z._default(minutesSchema, 0),
  companyMinutes: z._default(minutesSchema, 0),
  distanceMinutes: z._default(minutesSchema, 0),
});
export type Hours = z.output<typeof hoursSchema>;

export function totalMinutes(hours: Hours): Minutes {
  return hours.centreMinutes + hours.companyMinutes + hours.distanceMinutes;
}

type HoursGiven = { readonly [Place in keyof Hours]?: Hours[Place] | undefined };

/** The modality of hours when nobody says it: what it was, unless the hours contradict it. */
export function modalityFor(
  { centreMinutes = 0, companyMinutes = 0, distanceMinutes = 0 }: HoursGiven,
  was: Modality = "on-site",
): Modality {
  if (distanceMinutes === 0) return was;
  const isElsewhereToo = centreMinutes + companyMinutes > 0;
  if (was === "on-site") return isElsewhereToo ? "mixed" : "distance";
  return isElsewhereToo ? "mixed" : was;
}

/** Hours as a format of whole hours says them: of the parts, those that miss the most of an hour are made whole, up to the total. */
export function wholeHours(hours: Hours): Hours {
  const keys = ["centreMinutes", "companyMinutes", "distanceMinutes"] as const;
  const floors = keys.map((key) => Math.floor(hours[key] / 60));
  const left = Math.round(totalMinutes(hours) / 60) - floors.reduce((sum, one) => sum + one, 0);
  const raised = new Set([...keys].sort((a, b) => (hours[b] % 60) - (hours[a] % 60)).slice(0, left));
  const [centreMinutes = 0, companyMinutes = 0, distanceMinutes = 0] = keys.map(
    (key, index) => ((floors[index] ?? 0) + (raised.has(key) ? 1 : 0)) * 60,
  );
  return { centreMinutes, companyMinutes, distanceMinutes };
}

/** A dated session of a course, as it is listed. */
export const sessionSchema = record({
  reference: reference(),
  siret: siretSchema,
  title: line(255).check(z.minLength(1)),
  /** The number the Carif-Oref gave when the session was listed. */
  listingReference: z.optional(line(40)),
  startsOn: isoDateSchema,
  endsOn: isoDateSchema,
  hours: hoursSchema,
  place: z.optional(line(160)),
  modality: z._default(z.enum(modalities), "on-site"),
  /** The catalogue price of the pedagogical part for one trainee, VAT excluded. */
  priceCents: z.optional(centsSchema),
  certification: z.optional(certificationSchema),
  certificationEndsOn: z.optional(isoDateSchema),
  formacode: z.optional(formacodeSchema),
  /** Edition of the Formacode thesaurus, such as `V14`: a code means nothing without it. */
  formacodeVersion: z.optional(z.string().check(z.regex(/^V\d{1,2}$/))),
  category: z._default(z.enum(qualiopiCategories), "training"),
  cpfEligible: z._default(z.boolean(), false),
  /** The course it is a session of. */
  course: z.optional(reference()),
  /** Where inside the place: one room holds one group at a time. */
  room: z.optional(line(80)),
  /** Who teaches, by their id in the workspace. */
  trainers: z.optional(z.array(line(80)).check(z.maxLength(20))),
  /** Trainees it can take. */
  capacity: z.optional(z.int().check(z.minimum(1), z.maximum(9999))),
  /** Everybody starts together, or people may join along the way. */
  intake: z.optional(z.enum(intakes)),
  /** The total as it was announced, when somebody said it beside the parts. */
  announcedMinutes: z.optional(minutesSchema),
  /** School or university training, which the regional base does not send to France Travail. */
  initialTraining: z.optional(z.boolean()),
  distanceMeans: z.optional(z.array(z.enum(distanceMeans)).check(z.maxLength(3))),
  /** Where its listing stands; a draft unless said. */
  listing: z.optional(listingSchema),
});
export type Session = z.output<typeof sessionSchema>;
export type SessionInput = z.input<typeof sessionSchema>;
