import type { Settings } from "../../membership/index.js";
import type { HalfDay, Schedule, Session } from "../../sessions/index.js";
import { addDays, type Instant, type IsoDate } from "../../shared/calendar.js";
import { instantAt, laterBy } from "../../shared/clock.js";

/** A half-day that is signed: of which session, on whose clocks, by which settings. */
export interface SignableHalfDay {
  readonly session: Session;
  readonly halfDay: HalfDay;
  readonly timeZone: string;
  readonly settings: Settings["attendance"];
}

/** When a half-day is signed: from one instant until another, to the minute. */
export interface SignInWindow {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export function signInWindow({ halfDay: { day, from, until }, timeZone, settings }: SignableHalfDay): SignInWindow {
  return {
    opensAt: laterBy(instantAt(day, from, timeZone), -settings.signInOpensMinutes),
    closesAt: laterBy(instantAt(day, until, timeZone), settings.signInClosesMinutes),
  };
}

/** The half-days of a session that are signed, from one day until another. None once it is cancelled. */
export function signableHalfDays(
  session: Session,
  schedule: Schedule | undefined,
  settings: Settings["attendance"],
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
): readonly SignableHalfDay[] {
  if (schedule === undefined || session.listing?.status === "cancelled") return [];
  const { timeZone, halfDays } = schedule;
  return halfDays.filter(({ day }) => from <= day && day <= until).map((halfDay) => ({ session, halfDay, timeZone, settings }));
}

/** The days whose half-days may be signed at an instant, whatever the zone: a window may reach beyond midnight. */
export function daysAround(now: Instant): { readonly from: IsoDate; readonly until: IsoDate } {
  const day = now.slice(0, 10);
  return { from: addDays(day, -1), until: addDays(day, 1) };
}

/** The half-day to sign at an instant, of those of one day: the last that has opened, or else the next one. */
export function currentHalfDay(halfDays: readonly SignableHalfDay[], now: Instant): SignableHalfDay | undefined {
  const open = halfDays.filter((one) => now <= signInWindow(one).closesAt);
  return open.filter((one) => signInWindow(one).opensAt <= now).at(-1) ?? open[0];
}
