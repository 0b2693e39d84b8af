import {
  type Enrolment,
  failure,
  follows,
  formatDay,
  formatMonth,
  type HalfDay,
  type IsoDate,
  type IsoMonth,
  inputRules,
  type Label,
  type Language,
  monthOf,
  type Result,
  raise,
  type Schedule,
  type SheetView,
  success,
} from "@kairos/core";
import { both } from "../reply.js";
import { unknown } from "./unknown.js";

export interface SheetAsked {
  readonly day?: IsoDate | undefined;
  readonly month?: IsoMonth | undefined;
  readonly trainee?: string | undefined;
}

/** What a sheet is asked of, among half-days that exist; without a word, the next day of the session, or its last one. */
export function sheetViewOf(asked: SheetAsked, { halfDays }: Schedule, roster: readonly Enrolment[], today: IsoDate): Result<SheetView> {
  if (asked.day !== undefined && (asked.month ?? asked.trainee) !== undefined) return failure(unfit("jour", formatDay(asked.day), alone));
  if (asked.trainee !== undefined) return traineeView(asked.trainee, asked.month, halfDays, roster, today);
  const days = [...new Set(halfDays.map(({ day }) => day))];
  if (asked.month !== undefined) return monthAmong(asked.month, days, (month) => ({ by: "month", month }));
  const day = asked.day ?? nearest(days, today);
  if (day !== undefined && days.includes(day)) return success({ by: "day", day });
  return failure(unfit("jour", formatDay(day ?? today), among(dayOfSession, days, formatDay)));
}

function traineeView(
  typed: string,
  month: IsoMonth | undefined,
  halfDays: readonly HalfDay[],
  roster: readonly Enrolment[],
  today: IsoDate,
): Result<SheetView> {
  const traineeId = typed.toUpperCase();
  const enrolment = roster.find((one) => one.traineeId === traineeId);
  if (enrolment === undefined) return unknown("trainee", "stagiaire", typed);
  const days = halfDays.filter((halfDay) => follows(enrolment, halfDay)).map(({ day }) => day);
  return monthAmong(month ?? monthOf(nearest(days, today) ?? today), days, (found) => ({ by: "trainee", month: found, traineeId }));
}

function monthAmong(month: IsoMonth, days: readonly IsoDate[], view: (month: IsoMonth) => SheetView): Result<SheetView> {
  const months = [...new Set(days.map(monthOf))];
  return months.includes(month)
    ? success(view(month))
    : failure(unfit("mois", formatMonth(month), among(monthOfSession, months, formatMonth)));
}

/** The first that is not over, or the last one. */
function nearest(days: readonly IsoDate[], today: IsoDate): IsoDate | undefined {
  return days.find((day) => day >= today) ?? days.at(-1);
}

const alone = {
  fr: "un jour seul, ou un mois avec ou sans stagiaire",
  en: "a day by itself, or a month with or without a trainee",
};

const dayOfSession = { fr: "un jour de la session", en: "a day of the session" };
const monthOfSession = { fr: "un mois de la session", en: "a month of the session" };

function unfit(option: string, value: string, allowed: Label) {
  return raise(inputRules, "input.unknown-value", [option], { value, allowed });
}

/** What the session has, as far as a sentence holds it. */
function among(what: Label, values: readonly string[], format: (value: string, language: Language) => string): Label {
  const shown = values.slice(0, 12);
  const rest = values.length > shown.length ? "…" : "";
  const list = (language: Language) => shown.map((value) => format(value, language)).join(", ") + rest;
  return both((language) => `${what[language]}${language === "fr" ? " :" : ":"} ${list(language)}`);
}
