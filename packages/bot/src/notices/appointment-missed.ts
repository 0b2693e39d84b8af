import { type Appointment, type AppointmentReminder, can, type Instant, type Label, leadLabel, reminderPassed } from "@kairos/core";
import type { NextStep } from "../reply.js";
import type { KeptNotice } from "../store/chat.js";
import { appointmentReminderKind, reminderKey, timeOf } from "./appointment-reminder.js";
import type { Look, Message, News, NewsKind } from "./notice.js";
import { appointmentsToRecall } from "./standing-appointments.js";

/** The name under which it is kept. */
export const appointmentMissedKind = "appointment-missed";

/**
 * Reminders that were not sent in time: told together, once, to those who manage appointments, while they are of use. They
 * are never sent late.
 */
export const appointmentMissed: NewsKind = {
  shownBy: "/rdv semaine",
  find: async (look) => {
    const missed = await missedIn(look);
    if (missed.length === 0) return [];
    const told = (await keptIn(look, appointmentMissedKind)).filter(isTold);
    return [...look.people].flatMap(([person, access]) => {
      const known = new Set(told.filter((notice) => notice.person === person).flatMap(({ data }) => data.reminders as readonly string[]));
      const news = missed.filter(({ appointment, key }) => can(access, "appointment.manage", appointment.siret) && !known.has(key));
      return news.length === 0 ? [] : [newsOf(look, person, news)];
    });
  },
};

/** The parameter of the desk that says when reminders come. */
const reminderSetting = "rdv-rappels";

interface Missed {
  readonly appointment: Appointment;
  readonly reminder: AppointmentReminder;
  readonly key: string;
  /** Somebody was to be told, and could not be. */
  readonly isUndelivered: boolean;
}

async function missedIn(look: Look): Promise<readonly Missed[]> {
  const passed = (await appointmentsToRecall(look)).flatMap(({ appointment, reminders }) => {
    const reminder = reminderPassed(reminders, look.now);
    return reminder === undefined ? [] : [{ appointment, reminder, key: reminderKey(reminder) }];
  });
  if (passed.length === 0) return [];
  const kept = await keptIn(look, appointmentReminderKind);
  const nameOf = ({ key, person }: KeptNotice) => key.slice(0, -person.length - 1);
  const [planned, told] = [new Set(kept.map(nameOf)), new Set(kept.filter(isTold).map(nameOf))];
  const missed: Missed[] = [];
  for (const one of passed) {
    const isUndelivered = planned.has(one.key);
    if (!told.has(one.key) && (isUndelivered || !(await wasAskedAfter(look, one)))) missed.push({ ...one, isUndelivered });
  }
  return missed;
}

function keptIn({ providers, read }: Look, kind: string): Promise<readonly KeptNotice[]> {
  return read(
    providers.map(({ siret }) => siret),
    (store) => store.notices.of(kind),
  );
}

function isTold({ outcome }: KeptNotice): boolean {
  return outcome === "sent" || outcome === "staff";
}

/** Was it asked for once its time had come: by the parameter, or for this appointment. */
async function wasAskedAfter({ providers, read }: Look, { reminder }: Pick<Missed, "reminder">): Promise<boolean> {
  const since = { from: reminder.dueAt, outcome: "done", limit: 50 } as const;
  return read(
    providers.map(({ siret }) => siret),
    async ({ audit }) => {
      const settings = await audit.search({ ...since, acts: ["organisme.regler"] });
      if (settings.some(({ details }) => details.setting === reminderSetting)) return true;
      return (await audit.search({ ...since, acts: ["rdv.corriger"], objects: [reminder.reference], limit: 1 })).length > 0;
    },
  );
}

function newsOf(look: Look, person: string, missed: readonly Missed[]): News {
  const last = (one: (missed: Missed) => Instant) => missed.map(one).sort().at(-1) ?? look.now;
  const since = last(({ reminder }) => reminder.until);
  return {
    key: `${appointmentMissedKind}:${since}:${person}`,
    person,
    dueAt: since,
    until: last(({ reminder }) => reminder.saidUntil),
    data: { reminders: missed.map(({ key }) => key) },
    message: [false, true].flatMap((isUndelivered) =>
      linesOf(
        look,
        missed.filter((one) => one.isUndelivered === isUndelivered),
        isUndelivered,
      ),
    ),
  };
}

/** How many are shown; the week shows the others. */
const most = 8;

function linesOf(look: Look, missed: readonly Missed[], isUndelivered: boolean): Message {
  if (missed.length === 0) return [];
  const why: Label = isUndelivered
    ? { fr: "le message n'a pu être remis à personne", en: "the message could be given to nobody" }
    : { fr: "Kairos était arrêté", en: "Kairos was off" };
  const head =
    missed.length === 1
      ? { fr: `Un rappel de rendez-vous n'est pas parti : ${why.fr}.`, en: `An appointment reminder was not sent: ${why.en}.` }
      : {
          fr: `${missed.length} rappels de rendez-vous ne sont pas partis : ${why.fr}.`,
          en: `${missed.length} appointment reminders were not sent: ${why.en}.`,
        };
  const todo = { fr: "Voyez si chacun est prévenu.", en: "See whether everybody was warned." };
  const rest = missed.length - most;
  return [
    { text: { fr: `${head.fr} ${todo.fr}`, en: `${head.en} ${todo.en}` } },
    ...missed.slice(0, most).map((one) => lineOf(look, one)),
    ...(rest > 0 ? [{ text: { fr: `et ${rest} de plus`, en: `and ${rest} more` }, command: appointmentMissed.shownBy }] : []),
  ];
}

function lineOf(look: Look, { appointment, reminder }: Missed): NextStep {
  const { reference } = appointment;
  const [when, before] = [timeOf(appointment, look), leadLabel(reminder.beforeMinutes)];
  return {
    text: { fr: `${reference}, ${when.fr} : rappel de ${before.fr}`, en: `${reference}, ${when.en}: ${before.en} reminder` },
    command: `/rdv voir reference:${reference}`,
  };
}
