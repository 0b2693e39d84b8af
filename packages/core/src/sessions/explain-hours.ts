import { addDays, type IsoDate, type Minutes, weekdayOf } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { type DaysOff, dayOff, halfDaysOf } from "./generate.js";
import { type HalfDay, halfDayKey, minutesOf, type PatternRow, type Schedule, type WeeklyPattern } from "./schedule.js";
import { type Hours, type Session, totalMinutes } from "./session.js";

/** Why a schedule has more or fewer minutes than its session. */
export type HoursPart = PartMinutes &
  (
    | { /** The weekly pattern itself; half-days that are not as in the other weeks. */ readonly why: "pattern" | "edit" }
    | { readonly why: "holiday" | "closure"; readonly label: Label }
  );

interface PartMinutes {
  readonly days: readonly IsoDate[];
  /** More when positive, fewer when negative; never zero. */
  readonly minutes: Minutes;
}

export interface HoursExplained {
  readonly expected: Hours;
  readonly scheduled: Hours;
  /** Of the totals; the parts add up to it. */
  readonly differenceMinutes: Minutes;
  readonly parts: readonly HoursPart[];
}

/** The hours of a schedule, by where they count. */
export function scheduleHours({ halfDays }: Pick<Schedule, "halfDays">): Hours {
  const hours = { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 };
  for (const halfDay of halfDays) hours[`${halfDay.at}Minutes`] += minutesOf(halfDay);
  return hours;
}

/** The schedule beside the session's hours: how far apart, and what makes the difference. The pattern is found again unless it is given. */
export function explainHours(
  session: Pick<Session, "startsOn" | "endsOn" | "hours">,
  schedule: Schedule,
  daysOff: DaysOff,
  pattern: WeeklyPattern = patternOf(session, schedule, daysOff),
): HoursExplained {
  const scheduled = scheduleHours(schedule);
  const planned = [...halfDaysOf(session, pattern)];
  const own = new Map(schedule.halfDays.map((halfDay) => [halfDayKey(halfDay), halfDay]));
  const parts: HoursPart[] = [];
  const patternMinutes = sumOf(planned) - totalMinutes(session.hours);
  if (patternMinutes !== 0) parts.push({ why: "pattern", days: [], minutes: patternMinutes });
  const off = new Map<string, HoursPart>();
  const edited: HalfDay[] = [];
  let editedMinutes = 0;
  for (const halfDay of planned) {
    const kept = own.get(halfDayKey(halfDay));
    own.delete(halfDayKey(halfDay));
    const minutes = (kept === undefined ? 0 : minutesOf(kept)) - minutesOf(halfDay);
    const reason = kept === undefined ? dayOff(halfDay.day, daysOff) : undefined;
    if (reason !== undefined) {
      const key = `${reason.why}/${reason.why === "holiday" ? halfDay.day : reason.label.fr}`;
      const before = off.get(key) ?? { ...reason, days: [], minutes: 0 };
      off.set(key, { ...before, days: withDay(before.days, halfDay.day), minutes: before.minutes + minutes });
    } else if (minutes !== 0) {
      edited.push(halfDay);
      editedMinutes += minutes;
    }
  }
  for (const added of own.values()) {
    edited.push(added);
    editedMinutes += minutesOf(added);
  }
  parts.push(...off.values());
  const editedDays = edited.map(({ day }) => day).sort();
  if (editedMinutes !== 0) parts.push({ why: "edit", days: editedDays.reduce(withDay, []), minutes: editedMinutes });
  return { expected: session.hours, scheduled, differenceMinutes: totalMinutes(scheduled) - totalMinutes(session.hours), parts };
}

/** The week that most weeks of a schedule look like: for each half of a weekday, what stands on at least half of its open days. */
export function patternOf(
  { startsOn, endsOn }: Pick<Session, "startsOn" | "endsOn">,
  { halfDays }: Pick<Schedule, "halfDays">,
  daysOff: DaysOff,
): WeeklyPattern {
  const open = new Map<number, number>();
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    if (dayOff(day, daysOff) === undefined) open.set(weekdayOf(day), (open.get(weekdayOf(day)) ?? 0) + 1);
  }
  const slots = new Map<string, Map<string, { row: PatternRow; count: number }>>();
  for (const { day, half, from, until, at } of halfDays) {
    const weekday = weekdayOf(day);
    const slot = slots.get(`${weekday}/${half}`) ?? new Map();
    slots.set(`${weekday}/${half}`, slot);
    const key = `${from}/${until}/${at}`;
    slot.set(key, { row: { weekday, half, from, until, at }, count: (slot.get(key)?.count ?? 0) + 1 });
  }
  return [...slots.values()]
    .map((slot) => [...slot.values()].reduce((most, one) => (one.count > most.count ? one : most)))
    .filter(({ row, count }) => 2 * count >= (open.get(row.weekday) ?? 0))
    .map(({ row }) => row)
    .sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
}

function sumOf(halfDays: readonly HalfDay[]): Minutes {
  return halfDays.reduce((sum, halfDay) => sum + minutesOf(halfDay), 0);
}

function withDay(days: readonly IsoDate[], day: IsoDate): readonly IsoDate[] {
  return days.at(-1) === day ? days : [...days, day];
}
