import type { ClockTime } from "../shared/clock.js";
import type { Language } from "../shared/language.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { formatWeek, readWeek, type TypedStretch } from "../shared/week.js";
import { patternRefusals } from "./pattern-refusals.js";
import type { Half, LearningPlace, PatternRow, WeeklyPattern } from "./schedule.js";

/**
 * Reads the half-days of a week as people type them: `lun-ven 9h-12h30 13h30-17h ; sam matin 9h-12h distance`. A stretch is
 * one half-day, named by the hour it starts unless it is said.
 */
export function readPattern(text: string): Result<WeeklyPattern> {
  const week = readWeek(text, { after: places, before: halfWords });
  if (!week.ok) return week;
  const rows = week.value.map(rowFrom);
  for (const [index, row] of rows.entries()) {
    const twin = rows.slice(0, index).find((other) => other.weekday === row.weekday && other.half === row.half);
    if (twin === undefined) continue;
    const { weekday, half } = row;
    return failure(raise(patternRefusals, "session.pattern-half-twice", [], { weekday, half, first: told(twin), second: told(row) }));
  }
  return success(rows);
}

/** `lun-ven 9h-12h30 13h30-17h ; sam 9h-12h distance`: reads as the same pattern. */
export function formatPattern(pattern: WeeklyPattern, language: Language = "fr"): string {
  return formatWeek(
    pattern.map((row) => stretchFrom(row, pattern, language)),
    language,
  );
}

/** The half of a day in which what starts at an hour counts, unless somebody says otherwise. */
export function halfAt(from: ClockTime): Half {
  if (from < "12:00") return "morning";
  return from < "17:00" ? "afternoon" : "evening";
}

function rowFrom({ weekday, from, until, after, before }: TypedStretch): PatternRow {
  return { weekday, half: (before as Half | undefined) ?? halfAt(from), from, until, at: (after as LearningPlace | undefined) ?? "centre" };
}

/** A place is written when the day is not all in the centre; a half, when the hour does not tell it. */
function stretchFrom(row: PatternRow, pattern: WeeklyPattern, language: Language): TypedStretch {
  const plain = pattern.every(({ weekday, at }) => weekday !== row.weekday || at === "centre");
  const { weekday, from, until } = row;
  return {
    weekday,
    from,
    until,
    ...(!plain && { after: placeNames[row.at][language] }),
    ...(row.half !== halfAt(from) && { before: halfNames[row.half][language] }),
  };
}

function told({ from, until }: PatternRow): string {
  return `${from}-${until}`;
}

const places: Readonly<Record<string, LearningPlace>> = {
  centre: "centre",
  center: "centre",
  presentiel: "centre",
  entreprise: "company",
  company: "company",
  distance: "distance",
  distanciel: "distance",
  remote: "distance",
};

const halfWords: Readonly<Record<string, Half>> = {
  matin: "morning",
  morning: "morning",
  apresmidi: "afternoon",
  afternoon: "afternoon",
  soir: "evening",
  soiree: "evening",
  evening: "evening",
};

const placeNames = {
  centre: { fr: "centre", en: "centre" },
  company: { fr: "entreprise", en: "company" },
  distance: { fr: "distance", en: "remote" },
};

const halfNames = {
  morning: { fr: "matin", en: "morning" },
  afternoon: { fr: "après-midi", en: "afternoon" },
  evening: { fr: "soir", en: "evening" },
};
