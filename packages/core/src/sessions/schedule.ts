import * as z from "zod/mini";
import type { Minutes } from "../shared/calendar.js";
import { clockTimeSchema, minutesFrom } from "../shared/clock.js";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { isoDateSchema, line, record, reference } from "../shared/schemas.js";

/** The parts of a day that a schedule and an attendance sheet are made of. */
export const halves = ["morning", "afternoon", "evening"] as const;
export type Half = (typeof halves)[number];

export const halfLabels: Readonly<Record<Half, Label>> = {
  morning: { fr: "matin", en: "morning" },
  afternoon: { fr: "après-midi", en: "afternoon" },
  evening: { fr: "soir", en: "evening" },
};

/** Where the hours of a half-day count, as the portal splits them. */
export const learningPlaces = ["centre", "company", "distance"] as const;
export type LearningPlace = (typeof learningPlaces)[number];

export const learningPlaceLabels: Readonly<Record<LearningPlace, Label>> = {
  centre: { fr: "en centre", en: "in the centre" },
  company: { fr: "en entreprise", en: "in a company" },
  distance: { fr: "à distance", en: "remote" },
};

/** A half-day as clocks show it on the place: no change of clock touches its length. */
export const halfDaySchema = record({
  day: isoDateSchema,
  half: z.enum(halves),
  from: clockTimeSchema,
  until: clockTimeSchema,
  at: z._default(z.enum(learningPlaces), "centre"),
  /** The room and the trainers of this half-day, where they are not the session's. */
  room: z.optional(line(80)),
  trainers: z.optional(z.array(line(80)).check(z.maxLength(20))),
});
export type HalfDay = z.output<typeof halfDaySchema>;

/** A half-day of every week. */
export const patternRowSchema = record({
  /** 1 is Monday, 7 is Sunday. */
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  half: z.enum(halves),
  from: clockTimeSchema,
  until: clockTimeSchema,
  at: z._default(z.enum(learningPlaces), "centre"),
});
export type PatternRow = z.output<typeof patternRowSchema>;
export const weeklyPatternSchema = z.array(patternRowSchema).check(z.maxLength(21));
export type WeeklyPattern = z.output<typeof weeklyPatternSchema>;

/** Three years of full weeks: beyond, a date was mistyped. */
export const mostHalfDays = 2000;

/** The half-days of one session, in order, at most one for each half of a day. */
export const scheduleSchema = record({
  sessionReference: reference(),
  siret: siretSchema,
  /** IANA zone of the clocks the hours are read on. */
  timeZone: line(60),
  halfDays: z.array(halfDaySchema).check(z.maxLength(mostHalfDays)),
  /** Grows with each change: what calendars compare. */
  version: z.int().check(z.minimum(1)),
});
export type Schedule = z.output<typeof scheduleSchema>;
export type ScheduleInput = z.input<typeof scheduleSchema>;

export function minutesOf({ from, until }: Pick<HalfDay, "from" | "until">): Minutes {
  return minutesFrom(from, until);
}

/** `2026-12-07/morning`: what names a half-day inside a schedule. */
export function halfDayKey({ day, half }: Pick<HalfDay, "day" | "half">): string {
  return `${day}/${half}`;
}
