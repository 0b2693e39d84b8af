import { patternOf } from "./explain-hours.js";
import { type DaysOff, dayOff, halfDaysOf } from "./generate.js";
import { halfDayKey, type Schedule } from "./schedule.js";
import type { Session } from "./session.js";

/** How many half-days are not as its usual week has them: added, taken out, moved, or with a room or trainers of their own. */
export function handEdits(session: Pick<Session, "startsOn" | "endsOn">, schedule: Schedule, daysOff: DaysOff): number {
  const usual = new Map([...halfDaysOf(session, patternOf(session, schedule, daysOff))].map((halfDay) => [halfDayKey(halfDay), halfDay]));
  let count = 0;
  for (const halfDay of schedule.halfDays) {
    const planned = usual.get(halfDayKey(halfDay));
    usual.delete(halfDayKey(halfDay));
    const alike = planned?.from === halfDay.from && planned.until === halfDay.until && planned.at === halfDay.at;
    if (!alike || halfDay.room !== undefined || halfDay.trainers !== undefined || dayOff(halfDay.day, daysOff) !== undefined) count += 1;
  }
  return count + [...usual.values()].filter(({ day }) => dayOff(day, daysOff) === undefined).length;
}
