import {
  excerpt,
  fold,
  formatDay,
  formatMinutes,
  formatWeek,
  type HolidayArea,
  holidayAreaLabels,
  holidayAreas,
  type IsoDate,
  inputRules,
  type Label,
  type Language,
  raise,
  readDay,
  readDuration,
  readWeek,
  type Settings,
  type WorkingStretch,
} from "@kairos/core";
import { same } from "../reply.js";
import { isNone, partsOf } from "./list-options.js";
import type { SettingValue } from "./setting-values.js";

type Closure = Settings["sessions"]["closures"][number];

const none: Label = { fr: "aucun", en: "none" };

/** Whose public holidays: by its name, « métropole », « Alsace », « La Réunion ». */
export const area: SettingValue<HolidayArea> = {
  expects: {
    fr: "métropole, Alsace, Guadeloupe, Martinique, Guyane, Réunion ou Mayotte",
    en: "metropole, Alsace, Guadeloupe, Martinique, Guyane, Réunion or Mayotte",
  },
  read: (typed) => {
    const name = plain(typed);
    const value = holidayAreas.find((one) =>
      [one, ...Object.values(holidayAreaLabels[one])].some((label) => plain(label) === name || plain(label).split(" ")[0] === name),
    );
    if (value !== undefined) return { value };
    return /^(france|paris|hexagone)$/.test(name)
      ? { value: "metropole" }
      : /^moselle$/.test(name)
        ? { value: "alsace-moselle" }
        : undefined;
  },
  show: (value) => holidayAreaLabels[value],
};

/** `24/12/2026-01/01/2027 Noël ; 17/05/2027 Pont`; the whole list, each time. */
export const closures: SettingValue<readonly Closure[]> = {
  expects: {
    fr: "toutes les fermetures : 24/12/2026-01/01/2027 Noël ; 17/05/2027, ou aucune",
    en: "every closure: 24/12/2026-01/01/2027 Christmas; 17/05/2027, or none",
  },
  read: (typed, today) => {
    if (isNone(typed)) return { value: [] };
    const read: Closure[] = [];
    for (const part of partsOf(typed)) {
      const closure = closureFrom(part, today);
      if (closure === undefined)
        return { problems: [raise(inputRules, "input.unknown-value", [], { value: excerpt(part), allowed: closures.expects })] };
      read.push(closure);
    }
    return read.length === 0 ? undefined : { value: read.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)) };
  },
  show: (value) => (value.length === 0 ? { fr: "aucune", en: "none" } : { fr: closuresIn(value, "fr"), en: closuresIn(value, "en") }),
};

/** Hours of training that a day or a week may hold. */
export const trainingHours: SettingValue<number> = {
  expects: { fr: "une durée : 8 h, 35 h", en: "a duration: 8 h, 35 h" },
  read: (typed) => {
    const value = readDuration(typed);
    return value === undefined ? undefined : { value };
  },
  show: (minutes) => same(formatMinutes(minutes)),
};

/** `7 jours, 1 jour, 2 heures`: how long before; the longest first, each once. */
export const before: SettingValue<readonly number[]> = {
  expects: { fr: "des durées : 7 jours, 1 jour, 2 heures, ou aucun", en: "durations: 7 days, 1 day, 2 hours, or none" },
  read: (typed) => {
    if (isNone(typed)) return { value: [] };
    const minutes = partsOf(typed.replace(/ (et|and) /g, ",")).map(minutesBefore);
    const known = minutes.filter((one) => one !== undefined);
    return known.length < minutes.length || known.length === 0 ? undefined : { value: [...new Set(known)].sort((a, b) => b - a) };
  },
  show: (value) => {
    if (value.length === 0) return none;
    const said = (language: Language) => value.map((minutes) => beforeLabel(minutes)[language]).join(", ");
    return { fr: `${said("fr")} avant`, en: `${said("en")} before` };
  },
};

/** When the team can be met, typed as a week. */
export const weekHours: SettingValue<readonly WorkingStretch[]> = {
  expects: { fr: "des jours et leurs heures : lun-ven 9h-12h30 13h30-17h", en: "days and their hours: mon-fri 9:00-12:30 13:30-17:00" },
  read: (typed) => {
    if (isNone(typed)) return { value: [] };
    const week = readWeek(typed);
    return week.ok ? { value: week.value.map(({ weekday, from, until }) => ({ weekday, from, until })) } : { problems: week.problems };
  },
  show: (value) => (value.length === 0 ? none : { fr: formatWeek(value), en: formatWeek(value, "en") }),
};

/** How references are written: an example that others look like, or a regular expression. */
export const referencePattern: SettingValue<string | undefined> = {
  expects: {
    fr: "un exemple : 75_SE00148712, une expression régulière, ou aucun",
    en: "an example: 75_SE00148712, a regular expression, or none",
  },
  read: (typed) => {
    if (isNone(typed)) return { value: undefined };
    return { value: /[\^$[\](){}*+?|\\]/.test(typed) ? typed.trim() : likeExample(typed.trim()) };
  },
  show: (value) => (value === undefined ? none : same(value)),
};

/** Digits stand for any digits, but for the two or fewer that begin most references: those are a region. */
function likeExample(example: string): string {
  const escaped = example.replace(/[.\-/]/g, (sign) => (sign === "-" ? sign : `\\${sign}`));
  return `^${escaped.replace(/\d{3,}/g, (digits) => `\\d{${digits.length}}`)}$`;
}

function closureFrom(part: string, today: IsoDate): Closure | undefined {
  const day = String.raw`(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)`;
  const [, first, second, label] =
    new RegExp(String.raw`^(?:du |le )?${day}(?:\s*(?:->|→|-|–| au )\s*${day})?(?:\s*[:,]?\s+(.+))?$`, "i").exec(part) ?? [];
  const startsOn = first === undefined ? undefined : readDay(first, today);
  const endsOn = second === undefined ? startsOn : readDay(second, startsOn ?? today);
  if (startsOn === undefined || endsOn === undefined || endsOn < startsOn) return undefined;
  return { startsOn, endsOn, ...(label !== undefined && label.trim() !== "" && { label: label.trim() }) };
}

function closuresIn(value: readonly Closure[], language: Language): string {
  return value
    .map(({ startsOn, endsOn, label }) =>
      [startsOn === endsOn ? formatDay(startsOn, language) : `${formatDay(startsOn, language)} → ${formatDay(endsOn, language)}`, label]
        .filter(Boolean)
        .join(" "),
    )
    .join(language === "fr" ? " ; " : "; ");
}

function minutesBefore(typed: string): number | undefined {
  const [, count, unit] = /^(\d{1,4}) ?(j|jours?|d|days?|semaines?|weeks?|h|heures?|hours?|min|minutes?)$/.exec(fold(typed)) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  const each = /^(j|d)/.test(unit) ? 1440 : /^(s|w)/.test(unit) ? 10_080 : unit.startsWith("h") ? 60 : 1;
  return Number(count) * each;
}

function beforeLabel(minutes: number): Label {
  if (minutes % 1440 === 0) return { fr: `${minutes / 1440} j`, en: `${minutes / 1440} d` };
  return same(formatMinutes(minutes));
}

function plain(text: string): string {
  return fold(text)
    .replace(/^(la |l'|le |france )/, "")
    .replace(/[^a-z]+/g, " ")
    .trim();
}
