import { type Appointment, type AppointmentInput, appointmentSchema } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";

/** An interview on a Monday at ten, in Paris, set ten days before. */
export function anAppointment(overrides: Overrides<AppointmentInput> = {}): Appointment {
  return appointmentSchema.parse(merge(interview, overrides));
}

const interview: AppointmentInput = {
  reference: "RDV-2026-0001",
  siret: "99900014400017",
  kind: "orientation",
  status: "confirmed",
  startsAt: "2026-12-07T09:00:00.000Z",
  minutes: 45,
  place: "12 rue des Chantiers, 33300 Bordeaux",
  room: "Bureau 2",
  participants: [
    { role: "candidate", trainee: "T-0007" },
    { role: "staff", person: "u-lea" },
  ],
  steps: [{ action: "propose", by: "u-lea", at: "2026-11-27T08:00:00.000Z" }],
  sequence: 0,
};
