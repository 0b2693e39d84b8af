import { tzOffset } from "@date-fns/tz";
import { parseISO } from "date-fns/parseISO";
import { toDate } from "date-fns/toDate";
import * as z from "zod/mini";
import type { Instant, IsoDate, Minutes } from "./calendar.js";
import { record } from "./schemas.js";

/** What a clock on the wall shows, `09:00`, from `00:00` to `23:59`. Compared as text. */
export type ClockTime = string;

export const clockTimeSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** A stretch of every week during which somebody can be met. */
export const workingStretchSchema = record({
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: clockTimeSchema,
  until: clockTimeSchema,
});
export type WorkingStretch = z.output<typeof workingStretchSchema>;

/** Whole minutes since 1970 in UTC: instants as numbers, where many are compared. */
export type EpochMinutes = number;

/**
 * The instant at which clocks of a zone show an hour of a day. An hour that a change of clocks skips is the one after; of
 * an hour that comes twice, the first.
 */
export function instantAt(day: IsoDate, time: ClockTime, zone: string): Instant {
  const wall = parseISO(`${day}T${time}:00Z`).getTime();
  const [before, after] = offsetsAround(wall, zone);
  if (before === after) return toDate(wall - before).toISOString();
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  const at = candidates.find((one) => one + offsetAt(one, zone) === wall) ?? wall - before;
  return toDate(at).toISOString();
}

/** What the clocks of a zone show at an instant. */
export function clockAt(instant: Instant, zone: string): { readonly day: IsoDate; readonly time: ClockTime } {
  const at = parseISO(instant).getTime();
  const [before, after] = offsetsAround(at, zone);
  const shown = toDate(at + (before === after ? before : offsetAt(at, zone))).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** So many minutes later; earlier when negative. */
export function laterBy(instant: Instant, minutes: Minutes): Instant {
  return toDate(parseISO(instant).getTime() + minutes * minuteMs).toISOString();
}

/** Whole minutes from one instant to the other, rounded down; negative when `to` comes first. */
export function minutesBetween(from: Instant, to: Instant): Minutes {
  return Math.floor((parseISO(to).getTime() - parseISO(from).getTime()) / minuteMs);
}

export function epochMinutes(instant: Instant): EpochMinutes {
  return Math.floor(parseISO(instant).getTime() / minuteMs);
}

/** Minutes from one hour to another of the same day, as clocks show them; negative when `to` comes first. */
export function minutesFrom(from: ClockTime, to: ClockTime): Minutes {
  return minuteOfDay(to) - minuteOfDay(from);
}

function minuteOfDay(time: ClockTime): Minutes {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  return tzOffset(zone, toDate(at)) * minuteMs;
}

/** Its offsets a day before and a day after at least: the same on all days but the two or three around a change. */
function offsetsAround(at: number, zone: string): readonly [before: number, after: number] {
  const day = Math.floor(at / dayMs);
  return [offsetOn(day - 1, zone), offsetOn(day + 2, zone)];
}

function offsetOn(day: number, zone: string): number {
  let days = offsets.get(zone);
  if (days === undefined || days.size > mostDaysKept) {
    days = new Map();
    offsets.set(zone, days);
  }
  let offset = days.get(day);
  if (offset === undefined) {
    offset = offsetAt(day * dayMs, zone);
    days.set(day, offset);
  }
  return offset;
}

/** Asking the platform is slow, and schedules ask about the same days again and again. */
const offsets = new Map<string, Map<number, number>>();
const mostDaysKept = 5000;
