import type { Settings } from "../membership/index.js";
import { addDays, type IsoDate, type Minutes, mondayOf, weekdayOf } from "../shared/calendar.js";
import { dayOff } from "./generate.js";
import { minutesOf, type Schedule } from "./schedule.js";
import { type Session, totalMinutes } from "./session.js";

/** Training beyond what a day, a week or the whole period can hold. */
export interface BeyondLimit {
  readonly scope: "day" | "week" | "period";
  readonly minutes: Minutes;
  readonly most: Minutes;
  /** The fullest day, or the Monday of the fullest week; empty for the period. */
  readonly on: IsoDate;
  /** How many other days or weeks are beyond the limit too. */
  readonly others: number;
}

type Limits = Pick<Settings["sessions"], "holidayArea" | "closures" | "mostDayMinutes" | "mostWeekMinutes">;

/** The fullest day and week of a schedule when they pass the limits; without a schedule, hours that the open days cannot hold. */
export function beyondLimits(session: Session, schedule: Schedule | undefined, limits: Limits): readonly BeyondLimit[] {
  const { mostDayMinutes, mostWeekMinutes } = limits;
  if (schedule === undefined) return beyondPeriod(session, limits);
  return [
    ...fullest(
      "day",
      sumBy(schedule, (day) => day),
      mostDayMinutes,
    ),
    ...fullest("week", sumBy(schedule, mondayOf), mostWeekMinutes),
  ];
}

/** From Monday to Saturday, holidays and closures left out: a period is told too short only when it surely is. */
function beyondPeriod(session: Session, limits: Limits): readonly BeyondLimit[] {
  const minutes = totalMinutes(session.hours);
  if (session.endsOn < session.startsOn || minutes === 0) return [];
  let most = 0;
  let week = 0;
  for (let day = session.startsOn, weekday = weekdayOf(day); day <= session.endsOn; day = addDays(day, 1), weekday = (weekday % 7) + 1) {
    if (weekday === 1) week = 0;
    if (weekday === 7 || dayOff(day, limits) !== undefined) continue;
    const added = Math.min(limits.mostDayMinutes, limits.mostWeekMinutes - week);
    week += added;
    most += added;
    if (most >= minutes) return [];
  }
  return [{ scope: "period", minutes, most, on: "", others: 0 }];
}

function sumBy({ halfDays }: Schedule, keyOf: (day: IsoDate) => IsoDate): ReadonlyMap<IsoDate, Minutes> {
  const sums = new Map<IsoDate, Minutes>();
  for (const halfDay of halfDays) {
    const key = keyOf(halfDay.day);
    sums.set(key, (sums.get(key) ?? 0) + minutesOf(halfDay));
  }
  return sums;
}

function fullest(scope: "day" | "week", sums: ReadonlyMap<IsoDate, Minutes>, most: Minutes): readonly BeyondLimit[] {
  const beyond = [...sums].filter(([, minutes]) => minutes > most).sort(([, a], [, b]) => b - a);
  const [first] = beyond;
  return first === undefined ? [] : [{ scope, minutes: first[1], most, on: first[0], others: beyond.length - 1 }];
}
