import { type Appointment, type AppointmentReminder, can, laterBy, type Permission, remindersOf, standingStatuses } from "@kairos/core";
import type { Look } from "./notice.js";

/** An appointment to come, and when it is to be recalled. */
export interface RecalledAppointment {
  readonly appointment: Appointment;
  readonly reminders: readonly AppointmentReminder[];
}

/** The appointments to come that may have a reminder by now or soon. */
export async function appointmentsToRecall({ now, providers, settingsOf, read }: Look): Promise<readonly RecalledAppointment[]> {
  const when = { from: now, until: laterBy(now, furthest), status: standingStatuses };
  const scope = providers.map(({ siret }) => siret);
  const appointments = await read(scope, (store) => store.appointments.list(when));
  return appointments.flatMap((appointment) => {
    const reminders = remindersOf(appointment, settingsOf(appointment.siret));
    return reminders.length > 0 && now < appointment.startsAt ? [{ appointment, reminders }] : [];
  });
}

/** Those who may be written to and may do something for the establishment of an appointment. */
export function holdersOf(look: Look, permission: Permission, { siret }: Appointment): readonly string[] {
  return [...look.people].flatMap(([person, access]) => (can(access, permission, siret) ? [person] : []));
}

/** The acts after which a reminder may be due before the next look. */
export const appointmentActs = ["proposer", "deplacer", "corriger"].map((verb) => `rdv.${verb}`);

/** No reminder comes earlier than sixty days before, and a day more for the clocks. */
const furthest = 61 * 24 * 60;
