import {
  failure,
  type Half,
  type HalfDay,
  halfLabels,
  type Instant,
  inputRules,
  instantAt,
  type Problem,
  type Result,
  raise,
  readDuration,
  recordRefusals,
  recordRules,
  success,
  tellsHealth,
} from "@kairos/core";
import type { Option, Words } from "../option.js";
import { choice, duration, optional, reference, text } from "../options.js";
import type { NextStep } from "../reply.js";
import { typedCommand } from "./appointment-words.js";
import type { AttendedSession } from "./attendance.js";
import { halfDayOption, type NamedHalfDay } from "./half-day-option.js";
import { planIt } from "./session-calendar.js";

/** Which half-day, among those that came. */
export const slotOptions = {
  on: halfDayOption(
    {
      fr: ["jour", "Le jour, et sa moitié si vous voulez : 07/12/2026 matin", "Jour : 07/12/2026 matin"],
      en: ["day", "The day, and its half if you like: 07/12/2026 morning", "Day: 07/12/2026 morning"],
    },
    "last",
  ),
  half: optional(
    choice({ fr: ["demi-journee", "Matin, après-midi ou soir"], en: ["half-day", "Morning, afternoon or evening"] }, halfLabels),
  ),
};

/** Whose attendance. */
export const traineeOption = reference("trainee", { fr: ["stagiaire", "Référence du stagiaire"], en: ["trainee", "Trainee reference"] });

/** A text that says nothing of anybody's health: that it is health is all that is kept. */
export function discreetText(words: Words, most: number, lines?: "several"): Option<string> {
  const plain = text(words, most, lines);
  return {
    ...plain,
    read: (raw, reading) => {
      const legible = plain.read(raw, reading);
      return legible.ok && tellsHealth(legible.value) ? failure(healthRefused(words.fr[0])) : legible;
    },
  };
}

function healthRefused(option: string): Problem {
  return { ...raise(recordRules, "attendance.health-detail", [option], {}), severity: "error" };
}

/** Minutes as people say them of a half-day: a bare number is minutes, `1h30` an hour and a half. */
export function minutesOption(words: Words): Option<number> {
  return {
    ...duration(words),
    read: (raw) => {
      const minutes = /^\d{1,4}$/.test(raw.trim()) ? Number(raw) : readDuration(raw);
      return minutes === undefined || minutes === 0
        ? failure(raise(inputRules, "input.unknown-value", [], { value: raw.slice(0, 40), allowed: someMinutes }))
        : success(minutes);
    },
  };
}

const someMinutes = {
  fr: "des minutes, ou des heures et des minutes, comme 20 ou 1h30",
  en: "minutes, or hours and minutes, such as 20 or 1h30",
};

interface NamedSlot {
  readonly on: NamedHalfDay;
  readonly half?: Half | undefined;
}

/** The half-day of the schedule that is meant, once it has begun; sooner where what is said of it is known ahead. */
export function slotMeant(
  { schedule }: AttendedSession,
  { on, half = on.half, isAhead = false }: NamedSlot & { readonly isAhead?: boolean | undefined },
  now: Instant,
): Result<HalfDay> {
  const { day } = on;
  const ofDay = schedule?.halfDays.filter((one) => one.day === day) ?? [];
  const isTold = half !== undefined && (on.half === undefined || on.half === half);
  const meant = isTold ? ofDay.filter((one) => one.half === half) : ofDay;
  const [only, ...others] = meant;
  if (only === undefined || schedule === undefined) {
    const told = { day, ...(isTold && { half }) };
    return failure(raise(recordRefusals, "attendance.half-day-unplanned", ["jour"], told));
  }
  if (others.length > 0) return failure(raise(recordRefusals, "attendance.half-day-to-choose", ["demi-journee"], { day }));
  if (!isAhead && now < instantAt(only.day, only.from, schedule.timeZone)) {
    return failure(raise(recordRules, "attendance.future", ["jour"], { day, half: only.half }));
  }
  return success(only);
}

/** The same command for each half-day of the day that has begun, when it must be said for which; without a schedule, how to make one. */
export function halvesToChoose(
  { session, schedule }: AttendedSession,
  { on }: NamedSlot,
  now: Instant,
  path: string,
  values: Readonly<Record<string, string | undefined>>,
): readonly NextStep[] {
  if (schedule === undefined || schedule.halfDays.length === 0) return [planIt(session.reference)];
  const hasBegun = ({ day, from }: HalfDay) => now >= instantAt(day, from, schedule.timeZone);
  const ofDay = schedule.halfDays.filter((one) => one.day === on.day && hasBegun(one));
  return ofDay.map(({ half }) => ({
    text: halfLabels[half],
    button: halfLabels[half],
    command: typedCommand(path, { ...values, "demi-journee": halfLabels[half].fr }),
  }));
}
