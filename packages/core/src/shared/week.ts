import type { ClockTime, WorkingStretch } from "./clock.js";
import type { Language } from "./language.js";
import type { Problem } from "./problem.js";
import { failure, type Result, success } from "./result.js";
import { raise } from "./rules.js";
import { excerpt, fold } from "./text.js";
import { weekdayLabels, weekRules } from "./week-rules.js";

/** A stretch of every week as it was typed, with the words beside it that the caller knows. */
export interface TypedStretch extends WorkingStretch {
  /** Such as `distance`: a word said of the stretches before it, or of those after when there are none. */
  readonly after?: string;
  /** Such as `matin`: a word said of the one stretch behind it. */
  readonly before?: string;
}

export interface WeekWords {
  readonly after?: Readonly<Record<string, string>>;
  readonly before?: Readonly<Record<string, string>>;
}

/** Reads the hours of a week as people type them: `lun-ven 9h-12h30 13h30-17h; samedi 9:00-12:00`. In order, nothing overlapping. */
export function readWeek(text: string, words: WeekWords = {}): Result<readonly TypedStretch[]> {
  const read: TypedStretch[] = [];
  for (const part of text.split(/[;\n]/).filter((one) => one.trim() !== "")) {
    const stretches = readPart(part, words);
    if (!stretches.ok) return stretches;
    read.push(...stretches.value);
  }
  if (read.length === 0) return failure(raise(weekRules, "input.week-incomplete", [], { missing: "days", value: excerpt(text) }));
  const sorted = read.sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
  const clash = overlapIn(sorted);
  return clash === undefined ? success(sorted) : failure(clash);
}

/** Reads one stretch: `9h-12h30`, `de 9h à 12h30`, `09:00-12:30`. */
export function readStretch(text: string): Result<{ readonly from: ClockTime; readonly until: ClockTime }> {
  const [only, ...more] = tokensOf(text).filter((token) => !idle.has(token));
  if (only === undefined || more.length > 0 || !isStretch(only)) {
    return failure(raise(weekRules, "input.week-unreadable", [], { value: excerpt(text) }));
  }
  return stretchFrom(only);
}

/** Reads an hour of the clock: `9h30`, `9 h`, `14:00`, `930`. Midnight is `0h`, never 24:00. */
export function readClock(text: string): Result<ClockTime> {
  const [only, ...more] = tokensOf(text).filter((token) => !idle.has(token));
  const hour = only === undefined || more.length > 0 ? undefined : readHour(only);
  return hour ?? failure(raise(weekRules, "input.not-an-hour", [], { value: excerpt(text) }));
}

/** `lun-ven 9h-12h30 13h30-17h ; sam 9h-12h`: what `readWeek` reads, days that are alike together. */
export function formatWeek(stretches: readonly TypedStretch[], language: Language = "fr"): string {
  const byDay = new Map<number, string>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const own = stretches.filter((one) => one.weekday === weekday).sort((a, b) => (a.from < b.from ? -1 : 1));
    if (own.length > 0) byDay.set(weekday, hoursOf(own, language));
  }
  const groups = new Map<string, number[]>();
  for (const [weekday, hours] of byDay) groups.set(hours, [...(groups.get(hours) ?? []), weekday]);
  return [...groups].map(([hours, weekdays]) => `${daysOf(weekdays, language)} ${hours}`).join(language === "fr" ? " ; " : "; ");
}

function hoursOf(stretches: readonly TypedStretch[], language: Language): string {
  return stretches
    .map((one, index) => {
      const closes = one.after !== undefined && stretches[index + 1]?.after !== one.after;
      return [one.before, `${hourOf(one.from, language)}-${hourOf(one.until, language)}`, closes ? one.after : undefined]
        .filter((word) => word !== undefined)
        .join(" ");
    })
    .join(" ");
}

/** `9h`, `9h30`; `9:00`, `9:30` in English. */
function hourOf(time: ClockTime, language: Language): string {
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  return language === "en" ? `${hours}:${minutes}` : `${hours}h${minutes === "00" ? "" : minutes}`;
}

/** `lun-ven`, `mar, jeu`: three days or more in a row are told by both ends. */
function daysOf(weekdays: readonly number[], language: Language): string {
  const runs: number[][] = [];
  for (const weekday of weekdays) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === weekday - 1) last.push(weekday);
    else runs.push([weekday]);
  }
  const name = (weekday: number | undefined) => weekdayLabels[weekday ?? 0]?.[language].slice(0, 3).toLowerCase() ?? "";
  return runs.map((run) => (run.length < 3 ? run.map(name).join(" ") : `${name(run[0])}-${name(run.at(-1))}`)).join(" ");
}

/** One group: days, then their hours; a day that comes after hours opens another group. */
function readPart(part: string, { after = {}, before = {} }: WeekWords): Result<readonly TypedStretch[]> {
  const read: TypedStretch[] = [];
  let days: number[] = [];
  let pending: Omit<TypedStretch, "weekday">[] = [];
  let coming: string | undefined;
  let next: string | undefined;
  let isWaiting = false;
  const close = () => {
    read.push(...days.flatMap((weekday) => pending.map((one) => ({ weekday, ...one }))));
    [days, pending, coming] = [[], [], undefined];
  };
  for (const token of tokensOf(part).filter((one) => !idle.has(one))) {
    const named = readDays(token);
    if (named !== undefined) {
      if (pending.length > 0 && isWaiting) return failure(raise(weekRules, "input.week-unreadable", [], { value: excerpt(part) }));
      if (pending.length > 0) close();
      days = [...new Set([...days, ...named])];
    } else if (Object.hasOwn(before, token)) {
      next = before[token];
    } else if (Object.hasOwn(after, token)) {
      const open = pending.some((one) => one.after === undefined);
      if (!open && isWaiting) return failure(raise(weekRules, "input.week-unreadable", [], { value: excerpt(part) }));
      if (open) pending = pending.map((one) => ({ ...one, after: one.after ?? after[token] }) as typeof one);
      else [coming, isWaiting] = [after[token], true];
    } else if (isStretch(token)) {
      if (days.length === 0) return failure(incomplete("days", part));
      const stretch = stretchFrom(token);
      if (!stretch.ok) return stretch;
      pending.push({ ...stretch.value, ...(coming !== undefined && { after: coming }), ...(next !== undefined && { before: next }) });
      next = undefined;
      isWaiting = false;
    } else {
      const hour = readHour(token);
      if (hour === undefined) return failure(raise(weekRules, "input.week-unreadable", [], { value: excerpt(token) }));
      return hour.ok ? failure(incomplete("hours", part)) : hour;
    }
  }
  if (pending.length === 0 || next !== undefined) return failure(incomplete(days.length === 0 ? "days" : "hours", part));
  // Two places for the same hours: neither is the one.
  if (isWaiting) return failure(raise(weekRules, "input.week-unreadable", [], { value: excerpt(part) }));
  close();
  return success(read);
}

function incomplete(missing: "days" | "hours", part: string): Problem {
  return raise(weekRules, "input.week-incomplete", [], { missing, value: excerpt(part) });
}

/** Lower case, hours without blanks, both ends of a range side by side. */
function tokensOf(text: string): readonly string[] {
  return fold(text)
    .replace(/[–—−]/g, "-")
    .replace(/\bapres[- ]midi\b/g, "apresmidi")
    .replace(/\bmidi\b/g, "12h")
    .replace(/\bminuit\b/g, "24h")
    .replace(/(\d{1,4}) ?(?:heures?|h|:) ?(\d{1,2})?(?!\d| ?[h:])/g, (_, hours, minutes) => ` ${hours}h${minutes ?? ""} `)
    .replace(/ *(?:->|-| (?:a|au|to) (?= *(?:\d|lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun))) */g, "-")
    .split(/[ ,]+/)
    .filter((token) => token !== "");
}

/** Words that say nothing more. */
const idle = new Set(["le", "les", "la", "l'", "du", "de", "des", "et", "en", "a", "tous", "and", "from", "puis", "on", "at", "-"]);

function isStretch(token: string): boolean {
  return /^\d[\dh]*-\d[\dh]*$/.test(token);
}

function stretchFrom(token: string): Result<{ readonly from: ClockTime; readonly until: ClockTime }> {
  const [from, until] = token.split("-").map(readHour);
  if (from?.ok === false) return from;
  if (until?.ok === false) return until;
  if (from === undefined || until === undefined) return failure(raise(weekRules, "input.not-an-hour", [], { value: excerpt(token) }));
  if (from.value >= until.value) return failure(raise(weekRules, "input.hours-order", [], { from: from.value, until: until.value }));
  return success({ from: from.value, until: until.value });
}

/** An hour, or why it is none; nothing for another kind of word. */
function readHour(token: string): Result<ClockTime> | undefined {
  if (!/^\d[\dh]*$/.test(token)) return undefined;
  const [, hours, minutes = "00"] = /^(\d{1,2})h?(\d{2})?$/.exec(token) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) {
    return failure(raise(weekRules, "input.not-an-hour", [], { value: excerpt(token.replace(/h(?=\d)/, ":")) }));
  }
  return success(`${hours.padStart(2, "0")}:${minutes}`);
}

/** The days of `lundi`, `mer.`, `lun-ven`; nothing for another word. */
function readDays(token: string): readonly number[] | undefined {
  const [from = "", until = from, ...more] = token.split("-");
  const [first, last] = [weekdayNamed(from), weekdayNamed(until)];
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % 7) + 1);
}

function weekdayNamed(word: string): number | undefined {
  const bare = word.replace(/\.$/, "");
  const index = weekdayLabels.findIndex(
    (label) => label !== undefined && [label.fr, label.en].some((name) => isShortFor(bare, name.toLowerCase())),
  );
  return index === -1 ? undefined : index;
}

function isShortFor(word: string, name: string): boolean {
  return word === name || word === `${name}s` || (word.length >= 3 && word.length <= 4 && name.startsWith(word));
}

function overlapIn(sorted: readonly TypedStretch[]): Problem | undefined {
  for (const [index, one] of sorted.entries()) {
    const last = sorted[index - 1];
    if (last === undefined || last.weekday !== one.weekday || last.until <= one.from) continue;
    const told = ({ from, until }: WorkingStretch) => `${from}-${until}`;
    return raise(weekRules, "input.hours-overlap", [], { weekday: one.weekday, first: told(last), second: told(one) });
  }
  return undefined;
}
