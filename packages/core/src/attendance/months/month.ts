import * as z from "zod/mini";
import { addDays, addMonths, type IsoDate, type Period } from "../../shared/calendar.js";
import { siretSchema } from "../../shared/identifiers.js";
import type { Label, Language } from "../../shared/language.js";
import { instantSchema, line, minutesSchema, record, reference } from "../../shared/schemas.js";
import { fold } from "../../shared/text.js";

/** A month, `2026-12`. Compared as text. */
export type IsoMonth = string;
export const isoMonthSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

export function monthOf(day: IsoDate): IsoMonth {
  return day.slice(0, 7);
}

/** Its first day and its last one. */
export function daysOfMonth(month: IsoMonth): Period {
  const startsOn = `${month}-01`;
  return { startsOn, endsOn: addDays(addMonths(startsOn, 1), -1) };
}

/** The last day on which a month is entered in the portal in time: that day of the month after. */
export function deadlineOf(month: IsoMonth, deadlineDay: number): IsoDate {
  return addDays(addMonths(`${month}-01`, 1), deadlineDay - 1);
}

/** `décembre 2026`, `December 2026`. */
export function formatMonth(month: IsoMonth, language: Language = "fr"): string {
  return `${monthNames[language][Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

/** « d'avril 2026 », « de mai 2026 »: what French says of a month. */
export function ofMonth(month: IsoMonth): string {
  const named = formatMonth(month);
  return /^[ao]/.test(named) ? `d'${named}` : `de ${named}`;
}

/** Reads a month as people type it: `12/2026`, `2026-12`, `décembre 2026`, `décembre` (this year's, or the last one that came). */
export function readMonth(text: string, today: IsoDate): IsoMonth | undefined {
  const folded = fold(text);
  const [, first, second] = /^(\d{1,2})[/.-](\d{4})$/.exec(folded) ?? /^(\d{4})-(\d{2})$/.exec(folded) ?? [];
  if (first !== undefined && second !== undefined) {
    const [year, month] = first.length === 4 ? [first, Number(second)] : [second, Number(first)];
    return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : undefined;
  }
  const [, word = "", year] = /^([a-z]{3,})\.?(?: (\d{4}))?$/.exec(folded) ?? [];
  if (word === "") return undefined;
  const ranks = new Set(
    Object.values(monthNames).flatMap((names) => names.flatMap((name, rank) => (fold(name).startsWith(word) ? rank : []))),
  );
  const [rank] = ranks;
  if (rank === undefined || ranks.size > 1) return undefined;
  const number = String(rank + 1).padStart(2, "0");
  if (year !== undefined) return `${year}-${number}`;
  const thisYear = `${today.slice(0, 4)}-${number}`;
  return thisYear <= monthOf(addMonths(today, 1)) ? thisYear : `${Number(today.slice(0, 4)) - 1}-${number}`;
}

const monthNames: Readonly<Record<Language, readonly string[]>> = {
  fr: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};

/** Where the attendance of one session stands for one month. */
export const monthStatuses = ["open", "closed", "reopened"] as const;
export type MonthStatus = (typeof monthStatuses)[number];

export const monthStatusLabels: Readonly<Record<MonthStatus, Label>> = {
  open: { fr: "ouvert", en: "open" },
  closed: { fr: "clôturé", en: "closed" },
  reopened: { fr: "rouvert", en: "reopened" },
};

/** What was signed off when a month was closed; what was declared, half-day by half-day, stands among the claims. */
export const closingSchema = record({
  at: instantSchema,
  by: line(80),
  plannedMinutes: minutesSchema,
  attendedMinutes: minutesSchema,
  trainees: z.int().check(z.minimum(0)),
  /** Of the statement that was signed off. */
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Closing = z.output<typeof closingSchema>;

/** One month of one session: closed, and reopened by what was corrected since. */
export const attendanceMonthSchema = record({
  sessionReference: reference(),
  siret: siretSchema,
  month: isoMonthSchema,
  status: z.enum(monthStatuses),
  /** The last one stands. */
  closings: z.array(closingSchema).check(z.maxLength(100)),
  /** What reopened it last: when, by whom. */
  reopened: z.optional(record({ at: instantSchema, by: line(80), reason: z.optional(line(200)) })),
});
export type AttendanceMonth = z.output<typeof attendanceMonthSchema>;

/** A month that nobody closed yet. */
export function openMonth(
  session: { readonly reference: string; readonly siret: AttendanceMonth["siret"] },
  month: IsoMonth,
): AttendanceMonth {
  return { sessionReference: session.reference, siret: session.siret, month, status: "open", closings: [] };
}
