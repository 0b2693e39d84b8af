import {
  type Appointment,
  type AppointmentReminder,
  appointmentKindLabels,
  appointmentWayLabels,
  formatInstant,
  type Label,
  leadLabel,
} from "@kairos/core";
import type { Look, Message, News, NewsKind } from "./notice.js";
import { appointmentsToRecall, holdersOf } from "./standing-appointments.js";

/** The name under which it is kept. */
export const appointmentReminderKind = "appointment-reminder";

/**
 * An appointment comes near: said to those of the team who take part, else to those who manage appointments, once for each
 * time it was set at. It is kept as news for as long as one may ask whether it was sent.
 */
export const appointmentReminder: NewsKind = {
  shownBy: "/rdv semaine",
  find: async (look) =>
    (await appointmentsToRecall(look)).flatMap(({ appointment, reminders }) =>
      reminders.filter(({ until }) => look.now < until).flatMap((reminder) => newsOf(look, appointment, reminder)),
    ),
};

/** What names a reminder, whoever is told. */
export function reminderKey({ reference, startsAt, beforeMinutes }: AppointmentReminder): string {
  return `${appointmentReminderKind}:${reference}:${startsAt}:${beforeMinutes}`;
}

/** « le 07/12/2026 à 10:00 », on the clocks of the establishment. */
export function timeOf({ siret, startsAt }: Appointment, { settingsOf }: Look): Label {
  const zone = settingsOf(siret).timeZone;
  return { fr: `le ${formatInstant(startsAt, zone)}`, en: `on ${formatInstant(startsAt, zone, "en")}` };
}

function newsOf(look: Look, appointment: Appointment, reminder: AppointmentReminder): readonly News[] {
  const { reference, startsAt, beforeMinutes, dueAt, saidUntil } = reminder;
  const message = messageOf(look, appointment, reminder);
  return recipientsOf(look, appointment).map((person) => ({
    key: `${reminderKey(reminder)}:${person}`,
    person,
    dueAt,
    until: saidUntil,
    data: { reference, startsAt, beforeMinutes },
    message,
  }));
}

function recipientsOf(look: Look, appointment: Appointment): readonly string[] {
  const readers = new Set(holdersOf(look, "agenda.read", appointment));
  const team = appointment.participants.flatMap((one) => ("person" in one && readers.has(one.person) ? [one.person] : []));
  return team.length > 0 ? [...new Set(team)] : holdersOf(look, "appointment.manage", appointment);
}

function messageOf(look: Look, appointment: Appointment, { beforeMinutes }: AppointmentReminder): Message {
  const { reference, kind, way, status } = appointment;
  const [when, before, what, how] = [
    timeOf(appointment, look),
    leadLabel(beforeMinutes),
    appointmentKindLabels[kind],
    appointmentWayLabels[way],
  ];
  const [todo, pending] = [whatToDo(appointment), status === "confirmed" ? silent : unanswered];
  const text = {
    fr: `Rappel, ${before.fr} avant : ${what.fr} ${when.fr}, ${how.fr} (${reference}). ${todo.fr}${pending.fr}`,
    en: `Reminder, ${before.en} before: ${what.en} ${when.en}, ${how.en} (${reference}). ${todo.en}${pending.en}`,
  };
  return [{ text, command: `/rdv voir reference:${reference}` }];
}

/** Nobody but the desk warns a candidate. */
function whatToDo({ participants }: Appointment): Label {
  const candidates = participants.filter(({ role }) => role === "candidate").length;
  if (candidates === 0) return { fr: "Préparez-le.", en: "Prepare it." };
  return candidates === 1
    ? { fr: "Prévenez le candidat.", en: "Warn the candidate." }
    : { fr: `Prévenez les ${candidates} candidats.`, en: `Warn the ${candidates} candidates.` };
}

const silent: Label = { fr: "", en: "" };
const unanswered: Label = { fr: " La date attend encore sa réponse.", en: " The time still waits for an answer." };
