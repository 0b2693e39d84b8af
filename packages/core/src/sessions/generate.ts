import type { Settings } from "../membership/index.js";
import { addDays, type IsoDate, weekdayOf } from "../shared/calendar.js";
import { publicHolidayOn } from "../shared/holidays.js";
import type { Label } from "../shared/language.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { patternRefusals } from "./pattern-refusals.js";
import { type HalfDay, mostHalfDays, type Schedule, type WeeklyPattern } from "./schedule.js";
import type { Session } from "./session.js";

/** What leaves days out of every schedule of a provider. */
export type DaysOff = Pick<Settings["sessions"], "holidayArea" | "closures">;

/** A half-day that the pattern would have, and why the schedule has not. */
export interface LeftOut extends HalfDay {
  readonly why: "holiday" | "closure";
  readonly label: Label;
}

export interface GeneratedSchedule {
  readonly schedule: Schedule;
  readonly leftOut: readonly LeftOut[];
}

export interface GenerateRequest {
  readonly session: Pick<Session, "reference" | "siret" | "startsOn" | "endsOn">;
  readonly pattern: WeeklyPattern;
  readonly daysOff: DaysOff;
  readonly timeZone: string;
  /** The schedule it takes the place of. */
  readonly replaces?: Schedule | undefined;
}

/** Every week alike over the session's period, but for public holidays and closures. */
export function generateSchedule({ session, pattern, daysOff, timeZone, replaces }: GenerateRequest): Result<GeneratedSchedule> {
  const halfDays: HalfDay[] = [];
  const leftOut: LeftOut[] = [];
  for (const halfDay of halfDaysOf(session, pattern)) {
    const off = dayOff(halfDay.day, daysOff);
    if (off === undefined) halfDays.push(halfDay);
    else leftOut.push({ ...halfDay, ...off });
    if (halfDays.length > mostHalfDays) break;
  }
  if (halfDays.length === 0) return failure(raise(patternRefusals, "session.schedule-empty", [], {}));
  if (halfDays.length > mostHalfDays) {
    const count = [...halfDaysOf(session, pattern)].length;
    return failure(raise(patternRefusals, "session.schedule-too-long", [], { halfDays: count, most: mostHalfDays }));
  }
  const { reference, siret } = session;
  const version = (replaces?.version ?? 0) + 1;
  return success({ schedule: { sessionReference: reference, siret, timeZone, halfDays, version }, leftOut });
}

/** Each half-day of a pattern within a period, in order, holidays and closures or not. */
export function* halfDaysOf({ startsOn, endsOn }: Pick<Session, "startsOn" | "endsOn">, pattern: WeeklyPattern): Generator<HalfDay> {
  const rows = [...pattern].sort((a, b) => (a.from < b.from ? -1 : 1));
  let weekday = weekdayOf(startsOn);
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1), weekday = (weekday % 7) + 1) {
    for (const { weekday: own, ...row } of rows) if (own === weekday) yield { day, ...row };
  }
}

/** Why nobody trains on a day. A holiday comes before a closure it falls in. */
export function dayOff(day: IsoDate, { holidayArea, closures }: DaysOff): Pick<LeftOut, "why" | "label"> | undefined {
  const holiday = publicHolidayOn(day, holidayArea);
  if (holiday !== undefined) return { why: "holiday", label: holiday };
  const closure = closures.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  if (closure === undefined) return undefined;
  const { label } = closure;
  return { why: "closure", label: label === undefined ? { fr: "fermeture", en: "closure" } : { fr: label, en: label } };
}
