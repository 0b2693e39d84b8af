import { addDays, type Instant, type IsoDate, readDay } from "../shared/calendar.js";
import { type ClockTime, clockAt, instantAt, laterBy } from "../shared/clock.js";
import { fold } from "../shared/text.js";
import { readClock } from "../shared/week.js";

/**
 * Reads when something happened, as people say it: « il y a 10 minutes », « ce matin 9h12 », « hier 14h », « 9h12 »,
 * « 07/12/2026 14:05 », « à l'instant ». Nothing when it cannot be read, or without an hour: support searches by the minute.
 */
export function readMoment(text: string, now: Instant, zone: string): Instant | undefined {
  const said = fold(text)
    .replace(/[,;]|\b(?:vers|environ|a peu pres|about|around|at)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (/^(?:(?:a l'|a )?instant|maintenant|tout de suite|la|now|just now)$/.test(said)) return laterBy(now, 0);
  const ago = minutesAgo(said);
  if (ago !== undefined) return laterBy(now, -ago);
  const { day: today, time } = clockAt(now, zone);
  const { day, rest, half } = dayIn(said, today);
  const read = readClock(rest);
  if (!read.ok) return undefined;
  const clock = half === "afternoon" && read.value < "12:00" ? laterHalf(read.value) : read.value;
  const on = day ?? (clock <= time ? today : addDays(today, -1));
  return instantAt(on, clock, zone);
}

function minutesAgo(said: string): number | undefined {
  // « depuis 14h » is an hour of the clock more often than fourteen hours: neither is guessed.
  const span = /^(?:il y a |depuis (?!\d+ ?h ?\d*$))(.+)/.exec(said)?.[1] ?? (said.endsWith(" ago") ? said.slice(0, -4) : undefined);
  return span === undefined ? undefined : (parts.get(span.replace("-", " ")) ?? minutesIn(span));
}

const parts: ReadonlyMap<string, number> = new Map([
  ["une demi heure", 30],
  ["un demi heure", 30],
  ["half an hour", 30],
  ["un quart d'heure", 15],
  ["une quart d'heure", 15],
  ["a quarter of an hour", 15],
]);

function minutesIn(span: string): number | undefined {
  const match =
    /^(?:(\d{1,2}|une?|an?|deux|two|trois|three) ?(?:h|heures?|hours?))? ?(?:et )?(?:(\d{1,3}|une?|an?|deux|cinq|dix|quinze|vingt|trente) ?(?:min|mn|minutes?)?)?$/.exec(
      span,
    );
  if (match === null) return undefined;
  const [, hours, minutes] = match;
  if (hours === undefined && !/mi?n/.test(span)) return undefined;
  return (hours === undefined ? 0 : numberOf(hours) * 60) + (minutes === undefined ? 0 : numberOf(minutes));
}

const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  a: 1,
  an: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  cinq: 5,
  dix: 10,
  quinze: 15,
  vingt: 20,
  trente: 30,
};

function numberOf(word: string): number {
  return numbers[word] ?? Number(word);
}

/** The day that is named, what is left to read, and the half of the day when it is said without its hour being past noon. */
function dayIn(said: string, today: IsoDate): { readonly day?: IsoDate; readonly rest: string; readonly half?: "afternoon" | undefined } {
  for (const [pattern, back, half] of relative) {
    if (pattern.test(said)) return { day: addDays(today, -back), rest: said.replace(pattern, ""), half };
  }
  const dated = /^(?:le )?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}(?:er)? [a-z]{3,9}\.?(?: \d{4})?)(?= )/.exec(
    said,
  );
  if (dated === null) return { rest: said };
  const day = readDay(dated[0], today, "last");
  return day === undefined ? { rest: said } : { day, rest: said.slice(dated[0].length) };
}

const relative: readonly (readonly [RegExp, number, "afternoon"?])[] = [
  [/\bavant[- ]hier(?: (?:matin|midi))?\b|\bthe day before yesterday\b/, 2],
  [/\bhier (?:apres[- ]midi|soir)\b|\byesterday (?:afternoon|evening)\b/, 1, "afternoon"],
  [/\bhier(?: matin)?\b|\byesterday(?: morning)?\b/, 1],
  [/\b(?:cet? apres[- ]midi|ce soir)\b|\bthis (?:afternoon|evening)\b/, 0, "afternoon"],
  [/\b(?:ce matin|aujourd'hui|ce midi)\b|\b(?:this morning|today)\b/, 0],
];

function laterHalf(time: ClockTime): ClockTime {
  return `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`;
}
