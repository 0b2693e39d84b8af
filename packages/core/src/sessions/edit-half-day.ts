import type { IsoDate } from "../shared/calendar.js";
import type { ClockTime } from "../shared/clock.js";
import { inputRules } from "../shared/input-rules.js";
import { hasErrors, type Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { patternRefusals } from "./pattern-refusals.js";
import { type Half, type HalfDay, halfDayKey, type LearningPlace, mostHalfDays, type Schedule } from "./schedule.js";
import { checkSchedule } from "./schedule-rules.js";
import type { Session } from "./session.js";

/** What is done to one half-day: taken out, or set; what is left out stays as it was, `null` goes back to the session's own. */
export type HalfDayChange = { readonly day: IsoDate; readonly half: Half } & (
  | { readonly remove: true }
  | {
      readonly from?: ClockTime;
      readonly until?: ClockTime;
      readonly at?: LearningPlace;
      readonly room?: string | null;
      readonly trainers?: readonly string[] | null;
    }
);

/** The schedule with one half-day added, changed or removed, as its next version; refused when the half-days would no longer hold together. */
export function editHalfDay(schedule: Schedule, change: HalfDayChange, session: Session): Result<Schedule> {
  const key = halfDayKey(change);
  const current = schedule.halfDays.find((halfDay) => halfDayKey(halfDay) === key);
  const others = schedule.halfDays.filter((halfDay) => halfDay !== current);
  if (current === undefined && !isWhole(change)) {
    const { day, half } = change;
    return failure(raise(patternRefusals, "session.half-day-unknown", ["halfDays"], { day, half }));
  }
  const edited = "remove" in change ? others : inOrder([...others, changed(current, change)]);
  if (edited.length > mostHalfDays) return failure(raise(inputRules, "input.too-many", ["halfDays"], { most: mostHalfDays }));
  const next: Schedule = { ...schedule, halfDays: [...edited], version: schedule.version + 1 };
  const problems = newOnes(checkSchedule({ session, schedule: next }), checkSchedule({ session, schedule }));
  return hasErrors(problems) ? { ok: false, problems } : success(next);
}

function isWhole(change: HalfDayChange): boolean {
  return !("remove" in change) && change.from !== undefined && change.until !== undefined;
}

function changed(current: HalfDay | undefined, change: Exclude<HalfDayChange, { remove: true }>): HalfDay {
  const base: HalfDay = current ?? { day: change.day, half: change.half, from: "", until: "", at: "centre" };
  const { room: _room, trainers: _trainers, ...plain } = base;
  const room = change.room === undefined ? base.room : (change.room ?? undefined);
  const trainers = change.trainers === undefined ? base.trainers : (change.trainers ?? undefined);
  return {
    ...plain,
    from: change.from ?? base.from,
    until: change.until ?? base.until,
    at: change.at ?? base.at,
    ...(room !== undefined && { room }),
    ...(trainers !== undefined && { trainers: [...trainers] }),
  };
}

function inOrder(halfDays: readonly HalfDay[]): readonly HalfDay[] {
  return [...halfDays].sort((a, b) => (`${a.day} ${a.from}` < `${b.day} ${b.from}` ? -1 : 1));
}

/** What was wrong already does not stand in the way of a change that mends something else. */
function newOnes(problems: readonly Problem[], before: readonly Problem[]): readonly Problem[] {
  const known = new Set(before.map(({ code, params }) => `${code} ${JSON.stringify(params)}`));
  return problems.filter(({ code, params }) => !known.has(`${code} ${JSON.stringify(params)}`));
}
