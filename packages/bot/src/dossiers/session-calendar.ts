import {
  type CalendarDay,
  type CalendarHalfDay,
  type CalendarWeek,
  type DayOff,
  formatDay,
  formatMinutes,
  type IsoDate,
  type Label,
  type Language,
  learningPlaceLabels,
  publicHolidayOn,
  type Schedule,
  type Session,
  type SessionCalendar,
  type Settings,
  sessionCalendar,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { ReplyTable } from "../reply.js";
import { namesIn } from "./people.js";

type Desk = Pick<CommandContext<unknown>, "store" | "rights">;

/** A session's calendar as the desk knows it: names of who teaches, how many are expected, what leaves days out. */
export async function calendarOf(
  { store, rights }: Desk,
  session: Session,
  schedule: Schedule,
  from: IsoDate | undefined,
): Promise<SessionCalendar> {
  const people = await namesIn(store);
  const { settings } = (await store.providers.get(session.siret)) ?? {};
  const accepted = rights.has("quote.read") ? await store.quotes.list({ status: "accepted", sessionReference: session.reference }) : [];
  const expected = new Set(accepted.map(({ traineeId }) => traineeId)).size;
  return sessionCalendar({
    session,
    schedule,
    people: expected === 0 ? {} : { expected },
    nameOf: (id) => people.get(id) ?? id,
    dayOff: (day) => settings && dayOffIn(settings, day),
    ...(from !== undefined && { from }),
  });
}

/** What leaves a day out of schedules: a public holiday first, then a closure of the provider. */
function dayOffIn({ sessions: { holidayArea, closures } }: Settings, day: IsoDate): DayOff | undefined {
  const holiday = publicHolidayOn(day, holidayArea);
  if (holiday !== undefined) return { why: "holiday", label: holiday };
  const closure = closures.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  if (closure === undefined) return undefined;
  return { why: "closure", label: closure.label === undefined ? closed : { fr: closure.label, en: closure.label } };
}

const closed: Label = { fr: "fermeture", en: "closed" };

/** The same as the picture in words, a row a week: « lun.–ven. 9:00–12:30, 13:30–17:00 ». */
export function weeksTable({ weeks }: SessionCalendar): ReplyTable {
  return {
    columns: [
      { fr: "Semaine", en: "Week" },
      { fr: "Heures", en: "Hours" },
      { fr: "Demi-journées", en: "Half-days" },
    ],
    rows: weeks.map((week) => [
      { fr: `${week.number}, du ${formatDay(week.monday)}`, en: `${week.number}, from ${formatDay(week.monday, "en")}` },
      { fr: formatMinutes(week.minutes), en: formatMinutes(week.minutes) },
      { fr: wordsOf(week, "fr"), en: wordsOf(week, "en") },
    ]),
  };
}

/** What somebody who does not see the picture is told. */
export function altOf({ reference, period, weeks, minutes }: SessionCalendar): Label {
  const halfDays = weeks.reduce((sum, { days }) => sum + days.reduce((all, day) => all + day.halfDays.length, 0), 0);
  return {
    fr: `Calendrier de la session ${reference}, du ${formatDay(period.startsOn)} au ${formatDay(period.endsOn)} : ${weeks.length} semaines, ${halfDays} demi-journées, ${formatMinutes(minutes)} en tout. Le tableau du message dit la même chose.`,
    en: `Calendar of the session ${reference}, from ${formatDay(period.startsOn, "en")} to ${formatDay(period.endsOn, "en")}: ${weeks.length} weeks, ${halfDays} half-days, ${formatMinutes(minutes)} in all. The table of the message says the same.`,
  };
}

/** Days that follow one another with the same hours are said together. */
function wordsOf({ days }: CalendarWeek, language: Language): string {
  const runs: { first: number; last: number; said: string }[] = [];
  for (const [rank, day] of days.entries()) {
    const said = dayInWords(day, language);
    const run = runs.at(-1);
    if (run !== undefined && run.said === said && run.last === rank - 1) run.last = rank;
    else if (said !== "") runs.push({ first: rank, last: rank, said });
  }
  const name = (rank: number) => weekdays[language][rank] ?? "";
  const told = runs.map(({ first, last, said }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${said}`);
  return told.length === 0 ? "—" : told.join(" ; ");
}

function dayInWords({ off, halfDays }: CalendarDay, language: Language): string {
  return [...(off === undefined ? [] : [off.label[language]]), ...halfDays.map((halfDay) => halfDayInWords(halfDay, language))].join(", ");
}

function halfDayInWords({ from, until, at }: CalendarHalfDay, language: Language): string {
  return `${from.replace(/^0/, "")}–${until.replace(/^0/, "")}${at === "centre" ? "" : ` ${learningPlaceLabels[at][language]}`}`;
}

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  fr: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};
