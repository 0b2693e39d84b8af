import * as z from "zod";
import { franceTravailIdPattern } from "../shared/identifiers.js";
import { centsSchema, line, minutesSchema } from "../shared/schemas.js";
import { excerpt } from "../shared/text.js";

/** A zone that exists: one that does not would make every "today" throw. */
const timeZoneSchema = line(60).check((context) => {
  if (works(() => new Intl.DateTimeFormat("fr", { timeZone: context.value }))) return;
  const params = { value: excerpt(context.value), allowed: "Europe/Paris, America/Martinique, Indian/Reunion" };
  context.issues.push({ code: "custom", input: context.value, params: { code: "input.unknown-value", params } });
});

/** A regular expression that compiles. */
const patternSchema = line(200).check((context) => {
  if (works(() => new RegExp(context.value, "u"))) return;
  context.issues.push({ code: "custom", input: context.value, params: { code: "input.malformed" } });
});

/**
 * What changes by region, market, funder or habit. Defaults are the ones the agency's practice gives; a limit that no
 * text fixes has no default, and its rule stays silent until the provider sets it.
 */
export const settingsSchema = z.strictObject({
  /** IANA time zone in which "today" is read. */
  timeZone: timeZoneSchema.default("Europe/Paris"),
  franceTravailIdPattern: patternSchema.default(franceTravailIdPattern),
  /** `waived`: a provider of one person may approve what it entered; the waiver is traced. */
  separationOfDuties: z.enum(["required", "waived"]).default("required"),
  quotes: z
    .strictObject({
      /** Days a quote stays valid when nothing else is said. */
      validityDays: z.int().min(1).max(365).default(60),
      /** Days after the submission when the candidate is reminded. */
      reminderDays: z.array(z.int().min(1).max(60)).max(5).default([3, 7]),
      /** Hourly cost outside of which a quote draws a warning; unset by default. */
      leastHourlyCents: centsSchema.optional(),
      mostHourlyCents: centsSchema.optional(),
      /** How far from the provider's own quotes for the same course an hourly cost may be, in percent. */
      hourlyDeviationPercent: z.int().min(1).max(500).default(50),
    })
    .prefault({}),
  aif: z
    .strictObject({
      minDaysBeforeStart: z.int().min(0).max(90).default(15),
      /** Some regions refuse a late file; elsewhere it is a warning. */
      lateIsBlocking: z.boolean().default(false),
      maxAmountCents: centsSchema.optional(),
      maxHourlyCents: centsSchema.optional(),
      /** Formacodes, or their first digits, that the region excludes. */
      formacodeDenylist: z
        .array(z.string().regex(/^\d{2,5}$/))
        .max(500)
        .default([]),
      allowTraineeContribution: z.boolean().default(false),
      /** Funders that the region does not let an AIF complete. */
      incompatibleFunders: z.array(line(60)).max(50).default([]),
      /** How many AIF quotes for one session look like a group. */
      groupFrom: z.int().min(2).max(100).default(3),
      secondQuoteRequired: z.boolean().default(false),
    })
    .prefault({}),
  poei: z
    .strictObject({
      /** Contractual caps that replace the dated figures. */
      maxTutoringMinutes: minutesSchema.optional(),
      maxProviderMinutes: minutesSchema.optional(),
      maxPriorityMinutes: minutesSchema.optional(),
      tutorHourlyCents: centsSchema.optional(),
    })
    .prefault({}),
});
export type Settings = z.output<typeof settingsSchema>;

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
