import {
  addDays,
  addMonths,
  can,
  counted,
  deadlineOf,
  formatDay,
  formatMonth,
  type IsoDate,
  type IsoMonth,
  monthOf,
  ofMonth,
  type Provider,
  type Siret,
} from "@kairos/core";
import { monthsOfSessions } from "../dossiers/months-overview.js";
import { tellingHour } from "./hour.js";
import type { Look, Message, News, NewsKind } from "./notice.js";

/** To those who record attendance: the months still to be closed, some days before they are due, then the day itself. */
export const monthsDue: NewsKind = {
  shownBy: "/assiduite mois",
  find: async (look) => (await Promise.all(look.providers.map((provider) => newsOf(look, provider)))).flat(),
};

/** How long before the deadline people are told first. */
const daysBefore = 3;

async function newsOf(look: Look, provider: Provider): Promise<readonly News[]> {
  const { siret, settings } = provider;
  const month = monthOf(addMonths(look.today, -1));
  const dueOn = deadlineOf(month, settings.attendance.monthlyDeadlineDay);
  const toldOn = toldLastOn(month, dueOn, look.today);
  const people = [...look.people].filter(([, access]) => can(access, "attendance.record", siret));
  if (toldOn === undefined || people.length === 0) return [];
  const sessions = await waitingAt(look, siret, month);
  if (sessions.length === 0) return [];
  return people.map(([person]) => ({
    key: `months-due:${siret}:${month}:${toldOn}:${person}`,
    person,
    dueAt: look.at(toldOn, tellingHour(look.settings)),
    until: look.at(toldOn === dueOn ? addDays(dueOn, 1) : dueOn, "00:00"),
    data: { siret, month, sessions: sessions.length },
    message: messageOf(look, provider, { month, dueOn, sessions }),
  }));
}

/** The day of the last reminder, while it is news; the first one never comes before the month is over. */
function toldLastOn(month: IsoMonth, dueOn: IsoDate, today: IsoDate): IsoDate | undefined {
  if (today >= dueOn) return today === dueOn ? dueOn : undefined;
  const [, first = dueOn] = [addMonths(`${month}-01`, 1), addDays(dueOn, -daysBefore)].sort();
  return today >= first ? first : undefined;
}

async function waitingAt(look: Look, siret: Siret, month: IsoMonth): Promise<readonly string[]> {
  const dossiers = await look.read([siret], (store) => monthsOfSessions(store, month, look.now));
  return dossiers
    .filter((dossier) => dossier.month.status !== "closed" && dossier.statement.trainees.length > 0)
    .map(({ session }) => session.reference);
}

/** How many sessions a message names. */
const most = 10;

function messageOf(
  { providers, today }: Look,
  { name }: Provider,
  { month, dueOn, sessions }: { readonly month: IsoMonth; readonly dueOn: IsoDate; readonly sessions: readonly string[] },
): Message {
  const of = providers.length > 1 ? `${name} · ` : "";
  const rest = sessions.length - most;
  const named = sessions.slice(0, most).join(", ");
  const when = today === dueOn ? { fr: "aujourd'hui", en: "today" } : { fr: `le ${formatDay(dueOn)}`, en: formatDay(dueOn, "en") };
  const text = {
    fr: `${of}Assiduité ${ofMonth(month)} : ${counted(sessions.length, "session")} à clôturer et à saisir dans le portail, ${when.fr} au plus tard (${named}${rest > 0 ? ` et ${rest} de plus` : ""}).`,
    en: `${of}Attendance of ${formatMonth(month, "en")}: ${counted(sessions.length, "session", "sessions", "en")} to close and to enter in the portal, ${when.en} at the latest (${named}${rest > 0 ? ` and ${rest} more` : ""}).`,
  };
  return [{ text, command: `/assiduite mois mois:${month}` }];
}
