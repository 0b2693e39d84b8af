import * as z from "zod/mini";
import { workingStretchSchema } from "../shared/clock.js";
import { holidayAreas } from "../shared/holidays.js";
import { franceTravailIdPattern } from "../shared/identifiers.js";
import { plainHostPattern } from "../shared/links.js";
import { centsSchema, isoDateSchema, line, minutesSchema, record } from "../shared/schemas.js";
import { excerpt } from "../shared/text.js";

/** A zone that exists: one that does not would make every "today" throw. */
const timeZoneSchema = line(60).check((context) => {
  if (knownZones.has(context.value)) return;
  if (works(() => new Intl.DateTimeFormat("fr", { timeZone: context.value }))) {
    knownZones.add(context.value);
    return;
  }
  const params = { value: excerpt(context.value), allowed: "Europe/Paris, America/Martinique, Indian/Reunion" };
  context.issues.push({ code: "custom", input: context.value, params: { code: "input.unknown-value", params } });
});

/** Asking whether a zone exists is slow, and a provider has one. */
const knownZones = new Set<string>();

/** A regular expression that compiles. */
const patternSchema = line(200).check((context) => {
  if (works(() => new RegExp(context.value, "u"))) return;
  context.issues.push({ code: "custom", input: context.value, params: { code: "input.malformed" } });
});

/**
 * What changes by region, market, funder or habit. Defaults are the ones the agency's practice gives; a limit that no
 * text fixes has no default, and its rule stays silent until the provider sets it.
 */
export const settingsSchema = record({
  /** IANA time zone in which "today" is read. */
  timeZone: z._default(timeZoneSchema, "Europe/Paris"),
  franceTravailIdPattern: z._default(patternSchema, franceTravailIdPattern),
  /** `waived`: a provider of one person may approve what it entered; the waiver is traced. */
  separationOfDuties: z._default(z.enum(["required", "waived"]), "required"),
  /** How access grants are looked after. */
  access: z.prefault(
    record({
      /** Days without an act after which an account is dormant; no text gives a figure. */
      inactiveDays: z._default(z.int().check(z.minimum(7), z.maximum(730)), 90),
      reviewMonths: z._default(z.int().check(z.minimum(1), z.maximum(24)), 6),
      /** Days before its end when a temporary grant is mentioned. */
      endingDays: z._default(z.int().check(z.minimum(1), z.maximum(180)), 30),
      /** Months after which whoever manages grants changes their password; the period is the provider's choice. */
      managerPasswordMonths: z._default(z.int().check(z.minimum(1), z.maximum(36)), 12),
      /** The same for everybody else: no longer advised, so unset unless the provider wants it. */
      userPasswordMonths: z.optional(z.int().check(z.minimum(1), z.maximum(36))),
    }),
    {},
  ),
  /** How the desk speaks in a chat. */
  chat: z.prefault(
    record({
      /** `chat`: documents are attached to private answers; `folder`: they only go to the documents folder. */
      documents: z._default(z.enum(["chat", "folder"]), "chat"),
      /** Channel that hears of what could not be told in private, without details. */
      staffChannel: z.optional(z.string().check(z.regex(/^\d{15,20}$/))),
      /** Hour of the daily digest, in the provider's time zone; `off` for none. */
      digestAt: z._default(z.union([z.literal("off"), z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))]), "08:30"),
    }),
    {},
  ),
  /** The site of the portal, as the letter gives it: compared with, shown nowhere. */
  portalHost: z.optional(z.string().check(z.maxLength(253), z.regex(plainHostPattern))),
  membership: z.prefault(
    record({
      /** How long an agreement is supposed to last when its letter's end is not known yet. */
      agreementYears: z._default(z.int().check(z.minimum(1), z.maximum(10)), 3),
      /** Days before the agreement's end when its renewal is recalled; the greatest is when the warning starts. */
      renewalDays: z._default(z.array(z.int().check(z.minimum(1), z.maximum(365))).check(z.minLength(1), z.maxLength(5)), [90, 30, 7]),
    }),
    {},
  ),
  trail: z.prefault(
    record({
      /** How long an entry of the audit trail is kept. */
      retentionMonths: z._default(z.int().check(z.minimum(6), z.maximum(36)), 12),
    }),
    {},
  ),
  privacy: z.prefault(
    record({
      /** Years that evidence of attendance is kept after the last half-day: no text fixes them, a funder may ask for ten. */
      attendanceYears: z._default(z.int().check(z.minimum(3), z.maximum(15)), 6),
    }),
    {},
  ),
  sessions: z.prefault(
    record({
      /** Whose public holidays leave days out of a schedule. */
      holidayArea: z._default(z.enum(holidayAreas), "metropole"),
      /** Periods during which nobody trains. */
      closures: z._default(
        z.array(record({ startsOn: isoDateSchema, endsOn: isoDateSchema, label: z.optional(line(60)) })).check(z.maxLength(60)),
        [],
      ),
      /** Days between a listing and the first quote for it. */
      displayDelayDays: z._default(z.int().check(z.minimum(0), z.maximum(60)), 10),
      /** Training beyond this in a day or a week draws a warning. */
      mostDayMinutes: z._default(z.int().check(z.minimum(60), z.maximum(1440)), 8 * 60),
      mostWeekMinutes: z._default(z.int().check(z.minimum(60), z.maximum(10_080)), 35 * 60),
      /** How the region writes its references; unset, any is taken. */
      listingReferencePattern: z.optional(patternSchema),
    }),
    {},
  ),
  attendance: z.prefault(
    record({
      /** Days to declare an entry, an interruption or an exit; the figure in force unless the provider is held to another. */
      movementDays: z.optional(z.int().check(z.minimum(1), z.maximum(30))),
      /** Day of the month by which the attendance of the month before is entered in the portal; no text gives one. */
      monthlyDeadlineDay: z._default(z.int().check(z.minimum(1), z.maximum(28)), 5),
      /** Consecutive training days missed without an excuse after which a withdrawal is suspected. */
      withdrawalAfterDays: z._default(z.int().check(z.minimum(1), z.maximum(60)), 3),
      /** What the funder wants signed. */
      signedBy: z._default(z.enum(["half-day", "day"]), "half-day"),
      /** How long a sign-in code holds. */
      codeMinutes: z._default(z.int().check(z.minimum(1), z.maximum(60)), 10),
      /** Minutes before the start of a half-day from which it is signed, and after its end until which it is. */
      signInOpensMinutes: z._default(z.int().check(z.minimum(0), z.maximum(240)), 15),
      signInClosesMinutes: z._default(z.int().check(z.minimum(0), z.maximum(240)), 30),
    }),
    {},
  ),
  appointments: z.prefault(
    record({
      /** Minutes before an appointment when it is recalled. */
      reminderMinutes: z._default(z.array(z.int().check(z.minimum(5), z.maximum(86_400))).check(z.maxLength(5)), [10_080, 1440, 120]),
      /** When the team can be met, unless somebody says otherwise. */
      workingHours: z._default(z.array(workingStretchSchema).check(z.maxLength(42)), [1, 2, 3, 4, 5].flatMap(officeDay)),
    }),
    {},
  ),
  support: z.prefault(
    record({
      /** Where each helper is written to: the provider's to give, none is known here. */
      accountManager: z.optional(z.email().check(z.maxLength(120))),
      accountMailbox: z.optional(z.email().check(z.maxLength(120))),
      technicalSupport: z.optional(z.email().check(z.maxLength(120))),
      regionalBase: z.optional(z.email().check(z.maxLength(120))),
      agency: z.optional(z.email().check(z.maxLength(120))),
      /** Days without an answer after which the sender is reminded. */
      reminderDays: z._default(z.int().check(z.minimum(1), z.maximum(60)), 3),
      /** Days the screenshots of an incident that is over are kept: practice of the desk, no law says how long. */
      screenshotDays: z._default(z.int().check(z.minimum(1), z.maximum(365)), 90),
    }),
    {},
  ),
  quotes: z.prefault(
    record({
      /** Days a quote stays valid when nothing else is said. */
      validityDays: z._default(z.int().check(z.minimum(1), z.maximum(365)), 60),
      /** Days after the submission when the candidate is reminded. */
      reminderDays: z._default(z.array(z.int().check(z.minimum(1), z.maximum(60))).check(z.maxLength(5)), [3, 7]),
      /** Hourly cost outside of which a quote draws a warning; unset by default. */
      leastHourlyCents: z.optional(centsSchema),
      mostHourlyCents: z.optional(centsSchema),
      /** How far from the provider's own quotes for the same course an hourly cost may be, in percent. */
      hourlyDeviationPercent: z._default(z.int().check(z.minimum(1), z.maximum(500)), 50),
    }),
    {},
  ),
  invoices: z.prefault(
    record({
      /** How numbers begin: `FAC-2026-0001`; credit notes have a series of their own. */
      series: z._default(z.string().check(z.regex(/^[A-Z0-9]{1,6}$/)), "FAC"),
      creditNoteSeries: z._default(z.string().check(z.regex(/^[A-Z0-9]{1,6}$/)), "AV"),
      /** By which door invoices go out, scheme by scheme: practice sends all three through Chorus Pro. */
      channels: z.prefault(
        record({
          afc: z._default(z.enum(["chorus", "other"]), "chorus"),
          aif: z._default(z.enum(["chorus", "other"]), "chorus"),
          poei: z._default(z.enum(["chorus", "other"]), "chorus"),
        }),
        {},
      ),
      /** Days to pay; the public term in force unless the provider is paid otherwise. */
      paymentDays: z.optional(z.int().check(z.minimum(0), z.maximum(120))),
      /** Whether France Travail wants these was not found: one that is not required is left to the checklist of the deposit. */
      serviceCodeRequired: z._default(z.boolean(), false),
      engagementRequired: z._default(z.boolean(), true),
      discountMention: z._default(line(200), "Pas d'escompte pour paiement anticipé."),
      /** Rates of the European Central Bank, in hundredths of a percent, as the provider entered them: interest is unknown without. */
      bankRates: z._default(
        z.array(record({ from: isoDateSchema, rate: z.int().check(z.minimum(0), z.maximum(5000)) })).check(z.maxLength(60)),
        [],
      ),
      /** Large and mid-size companies issue electronic invoices a year before the others. */
      companySize: z._default(z.enum(["small", "large"]), "small"),
      /** The day from which the provider can receive electronic invoices, once it has chosen a platform. */
      receivesFrom: z.optional(isoDateSchema),
    }),
    {},
  ),
  aif: z.prefault(
    record({
      minDaysBeforeStart: z._default(z.int().check(z.minimum(0), z.maximum(90)), 15),
      /** Some regions refuse a late file; elsewhere it is a warning. */
      lateIsBlocking: z._default(z.boolean(), false),
      maxAmountCents: z.optional(centsSchema),
      maxHourlyCents: z.optional(centsSchema),
      /** Formacodes, or their first digits, that the region excludes. */
      formacodeDenylist: z._default(z.array(z.string().check(z.regex(/^\d{2,5}$/))).check(z.maxLength(500)), []),
      allowTraineeContribution: z._default(z.boolean(), false),
      /** Funders that the region does not let an AIF complete. */
      incompatibleFunders: z._default(z.array(line(60)).check(z.maxLength(50)), []),
      /** How many AIF quotes for one session look like a group. */
      groupFrom: z._default(z.int().check(z.minimum(2), z.maximum(100)), 3),
      secondQuoteRequired: z._default(z.boolean(), false),
    }),
    {},
  ),
  poei: z.prefault(
    record({
      /** Contractual caps that replace the dated figures. */
      maxTutoringMinutes: z.optional(minutesSchema),
      maxProviderMinutes: z.optional(minutesSchema),
      maxPriorityMinutes: z.optional(minutesSchema),
      tutorHourlyCents: z.optional(centsSchema),
    }),
    {},
  ),
});
export type Settings = z.output<typeof settingsSchema>;

function officeDay(weekday: number): readonly { weekday: number; from: string; until: string }[] {
  return [
    { weekday, from: "09:00", until: "12:30" },
    { weekday, from: "13:30", until: "17:30" },
  ];
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
