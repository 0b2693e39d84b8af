import { tz } from "@date-fns/tz";
import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { getISODay } from "date-fns/getISODay";
import { getISOWeek } from "date-fns/getISOWeek";
import { lightFormat } from "date-fns/lightFormat";
import { parseISO } from "date-fns/parseISO";
import type { Language } from "./language.js";
import { fold } from "./text.js";

/** A day, `2026-12-07`. Compared as text: the order of the strings is the order of the days. */
export type IsoDate = string;

/** A moment, ISO 8601 in UTC: `2026-12-07T08:30:00.000Z`. */
export type Instant = string;

/** An integer number of minutes. */
export type Minutes = number;

export interface Period {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Whole days from one day to the other; negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

export function addDays(day: IsoDate, count: number): IsoDate {
  return lightFormat(addDaysTo(parseISO(day), count), "yyyy-MM-dd");
}

/** The same day of a later month, or its last day when that month is shorter. */
export function addMonths(day: IsoDate, count: number): IsoDate {
  return lightFormat(addMonthsTo(parseISO(day), count), "yyyy-MM-dd");
}

/** The same day so many years later; 29 February becomes the 28th where there is none. */
export function addYears(day: IsoDate, count: number): IsoDate {
  return addMonths(day, 12 * count);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: IsoDate): number {
  return getISODay(parseISO(day));
}

/** As calendars of offices number weeks. */
export function weekNumberOf(day: IsoDate): number {
  return getISOWeek(parseISO(day));
}

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The day it is at an instant, for people in a time zone such as `Europe/Paris`. */
export function dayOf(instant: Instant, zone: string): IsoDate {
  return lightFormat(tz(zone)(instant), "yyyy-MM-dd");
}

/** Both ends belong to a period, so two periods that share one day overlap. */
export function overlaps(a: Period, b: Period): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}

/** Is it a day that exists: 29 February only in leap years. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  return isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `07/12/2026` in French, `2026-12-07` in English. */
export function formatDay(day: IsoDate, language: Language = "fr"): string {
  return language === "fr" ? `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day;
}

/** `23/11/2026 à 15:04`, in a time zone. */
export function formatInstant(instant: Instant, zone: string, language: Language = "fr"): string {
  return lightFormat(tz(zone)(instant), language === "fr" ? "dd/MM/yyyy 'à' HH:mm" : "yyyy-MM-dd HH:mm");
}

/** `70 h`, `3 h 30`, `45 min`. */
export function formatMinutes(minutes: Minutes): string {
  const sign = minutes < 0 ? "-" : "";
  const total = Math.abs(minutes);
  const hours = Math.floor(total / 60);
  const rest = total % 60;
  if (hours === 0 && rest > 0) return `${sign}${rest}\u00a0min`;
  return rest === 0 ? `${sign}${hours}\u00a0h` : `${sign}${hours}\u00a0h\u00a0${rest.toString().padStart(2, "0")}`;
}

/** Where a day without its year is looked for: ahead of today, or behind it. */
export type Toward = "next" | "last";

/** Reads a day as people type it: `07/12/2026`, `7.12.26`, `2026-12-07`, `7 décembre 2026`, `7 décembre` (the next one, unless told). */
export function readDay(text: string, today: IsoDate, toward: Toward = "next"): IsoDate | undefined {
  const folded = fold(text).replace(/^(le )?((lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(le )?/, "");
  const relative = relativeDays.get(folded);
  if (relative !== undefined) return addDays(today, relative);
  if (isIsoDate(folded)) return folded;
  const numeric = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(folded);
  if (numeric !== null) return dayFrom(numeric[1], Number(numeric[2]), numeric[3], today, toward);
  const worded = /^(\d{1,2})(?:er)? ([a-z]+)\.?(?: (\d{4}|\d{2}))?$/.exec(folded);
  if (worded === null) return undefined;
  return dayFrom(worded[1], monthOf(String(worded[2])), worded[3], today, toward);
}

/** Reads a duration as people type it: `70`, `70 h`, `70h30`, `70:30`, `70,5 h`, `4200 min`. A bare number is hours. */
export function readDuration(text: string): Minutes | undefined {
  const spaced = fold(text).replace(/^(\d{1,3}) (?=\d{3}(?!\d))/, "$1");
  // « 3 30 » is no number: closing the gap would make it 330 hours.
  if (/\d \d/.test(spaced)) return undefined;
  const folded = spaced.replace(/ /g, "");
  const minutes = /^(\d{1,7})(min|mn|minutes?)$/.exec(folded);
  if (minutes !== null) return Number(minutes[1]);
  const clock = /^(\d{1,5})(?:h|:|heures?)([0-5]?\d)(?:min|mn)?$/.exec(folded);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const decimal = /^(\d{1,5})(?:[.,](\d{1,2}))?(?:h|heures?)?$/.exec(folded);
  if (decimal === null) return undefined;
  const exact = Number(decimal[1]) * 60 + (Number((decimal[2] ?? "").padEnd(2, "0")) * 60) / 100;
  return Number.isInteger(exact) ? exact : undefined;
}

const relativeDays: ReadonlyMap<string, number> = new Map([
  ["avant-hier", -2],
  ["hier", -1],
  ["aujourd'hui", 0],
  ["demain", 1],
  ["apres-demain", 2],
]);
const months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

function monthOf(word: string): number {
  if (word.length < 3) return 0;
  const isMeant = (month: string) => month.startsWith(word);
  return months.filter(isMeant).length === 1 ? months.findIndex(isMeant) + 1 : 0;
}

const yearSteps: Readonly<Record<Toward, number>> = { next: 1, last: -1 };

function dayFrom(day: string | undefined, month: number, year: string | undefined, today: IsoDate, toward: Toward): IsoDate | undefined {
  const thisYear = Number(today.slice(0, 4));
  const fullYear = year === undefined ? thisYear : Number(year) + (year.length === 2 ? 2000 : 0);
  const dated = isoOf(fullYear, month, Number(day));
  if (year !== undefined) return dated;
  const step = yearSteps[toward];
  const isThisYear = dated !== undefined && (step === 1 ? dated >= today : dated <= today);
  return isThisYear ? dated : isoOf(thisYear + step, month, Number(day));
}

function isoOf(year: number, month: number, day: number): IsoDate | undefined {
  if (!isDay(year, month, day)) return undefined;
  return `${year}-${month.toString().padStart(2, "0")}-${day.toString().padStart(2, "0")}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2200 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] ?? 0);
}
