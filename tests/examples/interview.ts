import { type Appointment, type AppointmentInput, type AppointmentSituation, appointmentSchema } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";
import { aProvider } from "./provider.js";

/** An orientation interview on Monday 30 November at 10:00 in Paris, two weeks before the session. */
export function anInterview(overrides: Overrides<AppointmentInput> = {}): Appointment {
  return appointmentSchema.parse(merge(interview, overrides));
}

/** The same, judged on Monday 16 November at 9:00, with nobody kept elsewhere. */
export function anInterviewSituation(
  overrides: Overrides<AppointmentInput> = {},
  beside: Partial<AppointmentSituation> = {},
): AppointmentSituation {
  return {
    appointment: anInterview(overrides),
    now: "2026-11-16T08:00:00.000Z",
    zone: "Europe/Paris",
    settings: aProvider().settings,
    busy: [],
    ...beside,
  };
}

const interview: AppointmentInput = {
  reference: "RDV-2026-0001",
  siret: "99900014400017",
  kind: "orientation",
  status: "proposed",
  startsAt: "2026-11-30T09:00:00.000Z",
  minutes: 45,
  place: "12 rue des Chantiers, 33300 Bordeaux",
  participants: [
    { role: "candidate", trainee: "T-0007" },
    { role: "staff", person: "lea" },
  ],
  steps: [{ action: "propose", by: "lea", at: "2026-11-16T08:00:00.000Z" }],
  sequence: 0,
};
