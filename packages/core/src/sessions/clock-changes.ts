import { stretchOf } from "../shared/booking.js";
import type { Minutes } from "../shared/calendar.js";
import { type ClockTime, clockAt, minutesBetween } from "../shared/clock.js";
import { type HalfDay, minutesOf } from "./schedule.js";

/** What a change of clocks does to a half-day: hours that clocks never show that day, or another length than they tell. */
export interface ClockChange {
  readonly skipped: readonly ClockTime[];
  readonly realMinutes: Minutes;
}

export function clockChangeIn(halfDay: Pick<HalfDay, "day" | "from" | "until">, zone: string): ClockChange | undefined {
  const { day, from, until } = halfDay;
  const { startsAt, endsAt } = stretchOf(day, from, until, zone);
  const realMinutes = minutesBetween(startsAt, endsAt);
  const ends = [
    [from, startsAt],
    [until, endsAt],
  ] as const;
  const skipped = ends.flatMap(([time, at]) => (clockAt(at, zone).time === time ? [] : [time]));
  return skipped.length === 0 && realMinutes === minutesOf(halfDay) ? undefined : { skipped, realMinutes };
}
