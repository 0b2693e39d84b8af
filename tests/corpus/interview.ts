import {
  type Appointment,
  type AppointmentAct,
  type AppointmentAction,
  type AppointmentSituation,
  addDays,
  instantAt,
  laterBy,
  resourceKeys,
  weekdayOf,
} from "@kairos/core";
import { anInterview } from "../examples/index.js";
import { numberOf } from "./number.js";
import type { Dossier } from "./seeded.js";

/**
 * An orientation interview about the dossier's session, a week from the day it is looked at and before the session begins:
 * with its candidate and whoever entered the quote, who are busy at other hours.
 */
export function interviewOf(dossier: Dossier): AppointmentSituation | undefined {
  const { quote, provider, session, today } = dossier.situation;
  const { traineeId, place, enteredBy } = quote;
  const [person = "lea"] = enteredBy;
  if (provider === undefined || session === undefined || traineeId === undefined) return undefined;
  const { settings } = provider;
  const zone = settings.timeZone;
  const day = [8, 9, 10, 11].map((days) => addDays(today, days)).find((one) => weekdayOf(one) < 6 && one < session.startsOn);
  if (day === undefined) return undefined;
  const startsAt = instantAt(day, "10:00", zone);
  const appointment = anInterview({
    reference: `RDV-2026-${numberOf(dossier)}`,
    siret: provider.siret,
    startsAt,
    session: session.reference,
    ...(place === undefined ? { way: "phone", place: undefined } : { place }),
    room: "Bureau 2",
    participants: [
      { role: "candidate", trainee: traineeId },
      { role: "staff", person },
    ],
  });
  const lesson = instantAt(session.startsOn, "09:00", zone);
  return {
    appointment,
    now: instantAt(today, "09:00", zone),
    zone,
    settings,
    session,
    busy: [
      { resource: resourceKeys.person(person), startsAt: laterBy(startsAt, 45), endsAt: laterBy(startsAt, 105), kind: "appointment" },
      { resource: resourceKeys.session(session.reference), startsAt: lesson, endsAt: laterBy(lesson, 210), kind: "session" },
    ],
    followed: [{ trainee: traineeId, session: session.reference }],
    hours: new Map([[person, settings.appointments.workingHours]]),
  };
}

/** A step of an appointment, as it is asked. */
export interface AppointmentStep {
  readonly appointment: Appointment;
  readonly action: AppointmentAction;
  readonly act: AppointmentAct;
}

/** The interview is moved to the day after. */
export function moveOf(dossier: Dossier): AppointmentStep | undefined {
  const situation = interviewOf(dossier);
  if (situation === undefined) return undefined;
  const { appointment, now, zone } = situation;
  const act = { by: "lea", at: now, zone, startsAt: laterBy(appointment.startsAt, 24 * 60) };
  return { appointment, action: "move", act };
}
