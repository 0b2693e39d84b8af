import {
  counted,
  dayOff,
  formatDay,
  formatMinutes,
  type IsoDate,
  type Label,
  type Language,
  type Schedule,
  type Session,
  type SessionCalendar,
  sessionCalendar,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { line, type NextStep, type ReplyLine, type ReplyTable } from "../reply.js";
import { weeksOf } from "./schedules.js";
import { callingIn } from "./trainers.js";

type Desk = Pick<CommandContext<unknown>, "store" | "rights">;

/** A session's calendar as the desk knows it: names of who teaches, how many are expected, what leaves days out. */
export async function calendarOf(
  { store, rights }: Desk,
  session: Session,
  schedule: Schedule,
  from: IsoDate | undefined,
): Promise<SessionCalendar> {
  const provider = await store.providers.get(session.siret);
  const accepted = rights.has("quote.read") ? await store.quotes.list({ status: "accepted", sessionReference: session.reference }) : [];
  const expected = new Set(accepted.map(({ traineeId }) => traineeId)).size;
  return sessionCalendar({
    session,
    schedule,
    people: expected === 0 ? {} : { expected },
    nameOf: await callingIn(store),
    dayOff: (day) => provider && dayOff(day, provider.settings.sessions),
    ...(from !== undefined && { from }),
  });
}

/** The same as the picture in words: a row for each week shown. */
export function weeksShown({ weeks }: SessionCalendar, { halfDays }: Schedule): ReplyTable {
  const shown = new Set(weeks.flatMap(({ days }) => days.map(({ day }) => day)));
  return weeksOf({ halfDays: halfDays.filter(({ day }) => shown.has(day)) });
}

/** The days that the picture shows as left out, in one line. */
export function daysOffLines({ weeks }: SessionCalendar): readonly ReplyLine[] {
  const off = weeks.flatMap(({ days }) => days.flatMap((day) => (day.off === undefined ? [] : [{ day: day.day, label: day.off.label }])));
  if (off.length === 0) return [];
  const said = (language: Language) =>
    off
      .slice(0, most)
      .map(({ day, label }) => `${formatDay(day, language)} ${label[language]}`)
      .join(", ");
  const rest = off.length > most ? "…" : ".";
  return [line("muted", `Jours fériés et fermetures : ${said("fr")}${rest}`, `Public holidays and closures: ${said("en")}${rest}`)];
}

const most = 15;

/** What somebody who does not see the picture is told. */
export function altOf({ reference, period, weeks, minutes }: SessionCalendar): Label {
  const halfDays = weeks.reduce((sum, { days }) => sum + days.reduce((all, day) => all + day.halfDays.length, 0), 0);
  return {
    fr: `Calendrier de la session ${reference}, du ${formatDay(period.startsOn)} au ${formatDay(period.endsOn)} : ${counted(weeks.length, "semaine")}, ${counted(halfDays, "demi-journée")}, ${formatMinutes(minutes)} en tout. Le tableau du message dit la même chose.`,
    en: `Calendar of the session ${reference}, from ${formatDay(period.startsOn, "en")} to ${formatDay(period.endsOn, "en")}: ${counted(weeks.length, "week", "weeks", "en")}, ${counted(halfDays, "half-day", "half-days", "en")}, ${formatMinutes(minutes)} in all. The table of the message says the same.`,
  };
}

/** Of a picture of a session that has no half-day yet. */
export const unplanned = line(
  "warning",
  "Cette session n'a pas encore de planning : il n'y a rien à dessiner.",
  "This session has no schedule yet: there is nothing to draw.",
);

export function planIt(reference: string): NextStep {
  const text = { fr: "Faire son planning", en: "Make its schedule" };
  return { text, command: `/session planning reference:${reference} semaine:lun-ven 9h-12h30 13h30-17h` };
}
