import type { Instant } from "../shared/calendar.js";
import { type CalendarEvent, type CalendarEventStatus, eventUid } from "../shared/calendar-event.js";
import { laterBy } from "../shared/clock.js";
import { sentenceCase } from "../shared/text.js";
import {
  type Appointment,
  type AppointmentStatus,
  appointmentKindLabels,
  appointmentStatusLabels,
  appointmentWayLabels,
  type Participant,
  participantRoleLabels,
} from "./appointment.js";

/** How somebody who comes is called in the file: a candidate's name only for who may read it and asked. */
export type NameOf = (participant: Participant) => string;

/** An appointment as a calendar shows it. */
export function eventOfAppointment(appointment: Appointment, nameOf: NameOf): CalendarEvent {
  const { reference, siret, kind, status, startsAt, minutes, sequence, participants } = appointment;
  const location = locationOf(appointment);
  return {
    uid: eventUid(reference, siret),
    sequence,
    startsAt,
    endsAt: laterBy(startsAt, minutes),
    summary: `${sentenceCase(appointmentKindLabels[kind].fr)} · ${reference}`,
    ...(location !== "" && { location }),
    description: [
      `Rendez-vous ${reference} : ${appointmentStatusLabels[status].fr}, ${appointmentWayLabels[appointment.way].fr}.`,
      ...participants.map((one) => `${sentenceCase(participantRoleLabels[one.role].fr)} : ${nameOf(one)}`),
      ...(appointment.session === undefined ? [] : [`Session : ${appointment.session}`]),
    ].join("\n"),
    status: eventStatus[status],
    changedAt: changedAt(appointment),
  };
}

/** What no longer keeps anybody leaves calendars; a time that waits for an answer may still change. */
const eventStatus: Readonly<Record<AppointmentStatus, CalendarEventStatus>> = {
  proposed: "tentative",
  moved: "tentative",
  confirmed: "confirmed",
  done: "confirmed",
  "no-show": "confirmed",
  excused: "cancelled",
  cancelled: "cancelled",
};

function locationOf({ way, room, place }: Appointment): string {
  const where = [room, place].filter(Boolean).join(", ");
  if (way === "in-person" || (way === "video" && where !== "")) return where;
  return [sentenceCase(appointmentWayLabels[way].fr), where].filter(Boolean).join(", ");
}

function changedAt({ steps, startsAt }: Appointment): Instant {
  return steps.at(-1)?.at ?? startsAt;
}
