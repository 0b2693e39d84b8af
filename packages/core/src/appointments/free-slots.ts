import { parseISO } from "date-fns/parseISO";
import { toDate } from "date-fns/toDate";
import { addDays, type Instant, type IsoDate, type Minutes } from "../shared/calendar.js";
import { clockAt, type EpochMinutes, epochMinutes, instantAt, minutesFrom, type WorkingStretch } from "../shared/clock.js";
import { stretchesOn } from "./time-rules.js";

/** What free slots are looked for with. */
export interface FreeSlotsQuery {
  /** What keeps any of those who come, or the room. */
  readonly busy: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[];
  /** The hours of each one who has some: a slot lies within all of them. */
  readonly hours: readonly (readonly WorkingStretch[])[];
  readonly minutes: Minutes;
  /** No slot starts before. */
  readonly from: Instant;
  readonly zone: string;
  /** How many at most. */
  readonly count: number;
  /** Slots start when clocks show a multiple of it; a divisor of 60, a quarter of an hour unless said. */
  readonly stepMinutes?: Minutes | undefined;
  /** Days that are looked at, the first included. */
  readonly horizonDays?: number | undefined;
  readonly isDayOff?: ((day: IsoDate) => boolean) | undefined;
}

export interface FreeSlot {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** The days that are looked at unless it is said. */
export const slotHorizonDays = 60;

/**
 * The nearest slots that suit everybody, in order, none sharing a minute with another. Of an hour that clocks show twice,
 * the first is proposed; of one they skip, none.
 */
export function freeSlots(query: FreeSlotsQuery): readonly FreeSlot[] {
  const { minutes, from, zone, count, horizonDays = slotHorizonDays, isDayOff } = query;
  const busy = merged(query.busy.map(({ startsAt, endsAt }) => ({ from: epochMinutes(startsAt), until: roundedUp(endsAt) })));
  const slots: FreeSlot[] = [];
  let earliest = roundedUp(from);
  let day = clockAt(from, zone).day;
  for (let looked = 0; looked < horizonDays && slots.length < count; looked += 1, day = addDays(day, 1)) {
    if (isDayOff?.(day) === true) continue;
    for (const open of without(openOn(day, query), busy)) {
      let at = aligned(Math.max(open.from, earliest), query);
      while (at + minutes <= open.until && slots.length < count) {
        slots.push({ startsAt: instantOf(at), endsAt: instantOf(at + minutes) });
        earliest = at + minutes;
        at = aligned(earliest, query);
      }
    }
  }
  return slots;
}

interface Span {
  readonly from: EpochMinutes;
  readonly until: EpochMinutes;
}

/** When everybody works, that day. */
function openOn(day: IsoDate, { hours, zone }: FreeSlotsQuery): readonly Span[] {
  const whole = { from: epochMinutes(instantAt(day, "00:00", zone)), until: epochMinutes(instantAt(addDays(day, 1), "00:00", zone)) };
  return hours.reduce<readonly Span[]>((open, one) => common(open, merged(stretchesOn(day, one, zone))), [whole]);
}

/** The first minute from one on at which a slot may start: a multiple of the step, the first time clocks show it. */
function aligned(from: EpochMinutes, { zone, stepMinutes = 15 }: FreeSlotsQuery): EpochMinutes {
  let at = from;
  for (;;) {
    const { day, time } = clockAt(instantOf(at), zone);
    const past = minutesFrom("00:00", time) % stepMinutes;
    if (past === 0 && epochMinutes(instantAt(day, time, zone)) === at) return at;
    at += past === 0 ? stepMinutes : stepMinutes - past;
  }
}

/** In order, those that touch made one; what is empty left out. */
function merged(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || last.until < span.from) all.push(span);
    else all[all.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return all;
}

/** What two lists in order have in common. */
function common(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) }))
      .filter(({ from, until }) => from < until),
  );
}

/** What is left of some once others, in order, are taken out. */
function without(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap((one) => {
    const left: Span[] = [];
    let from = one.from;
    for (const other of others) {
      if (other.until <= from) continue;
      if (other.from >= one.until) break;
      left.push({ from, until: other.from });
      from = other.until;
    }
    left.push({ from, until: one.until });
    return left.filter((span) => span.from < span.until);
  });
}

function instantOf(minutes: EpochMinutes): Instant {
  return toDate(minutes * 60_000).toISOString();
}

function roundedUp(instant: Instant): EpochMinutes {
  return -Math.floor(-parseISO(instant).getTime() / 60_000);
}
