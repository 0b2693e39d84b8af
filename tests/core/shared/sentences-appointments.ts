import { appointmentActions, appointmentKinds, appointmentStatuses } from "@kairos/core";
import type { Samples } from "./sentences.js";

type AppointmentCode = Extract<keyof Samples, `appointment.${string}`>;

const when = { startsAt: "2026-11-30T09:00:00.000Z", zone: "Europe/Paris" };
const other = { kind: "session", reference: "SE-2026-014", from: "09:00", until: "12:30" } as const;

export const appointmentSamples: Pick<Samples, AppointmentCode> = {
  "appointment.overlap": [
    { ...when, who: { role: "staff", name: "Léa Roux" }, other },
    { ...when, who: { role: "candidate", name: "T-0007" }, other: { ...other, kind: "appointment", reference: "RDV-2026-0002" } },
    { ...when, who: { role: "room", name: "A 2" }, other: undefined },
  ],
  "appointment.during-session": [{ trainee: "T-0007", session: "SE-2026-014" }],
  "appointment.outside-hours": [{ ...when, name: "Léa Roux" }],
  "appointment.past": [when],
  "appointment.after-session-start": (["orientation", "file-approval"] as const).map((kind) => {
    return { ...when, kind, session: "SE-2026-014", startsOn: "2026-11-30" };
  }),
  "appointment.day-off": [{ day: "2026-11-11", dayOff: { fr: "Armistice", en: "Armistice Day" } }],
  "appointment.hour-doubled": [{ day: "2026-10-25", time: "02:30" }],
  "appointment.full": [1, 12].map((places) => ({ places, candidates: places + 1 })),
  "appointment.places-missing": [{}],
  "appointment.people-missing": appointmentKinds.flatMap((kind) => [
    { kind, either: ["candidate"] },
    { kind, either: ["adviser", "staff", "trainer"] },
  ]),
  "appointment.place-missing": (["in-person", "video"] as const).map((way) => ({ way })),
  "appointment.reminder-missing": [true, false].map((isTooLate) => ({ isTooLate })),
  "appointment.transition-illegal": [
    ...appointmentActions.map((action) => ({ action, status: "done" as const, possible: [] })),
    ...appointmentStatuses.map((status) => ({ action: "confirm" as const, status, possible: appointmentActions })),
  ],
  "appointment.not-begun": (["miss", "hold"] as const).map((action) => ({ ...when, action })),
  "appointment.not-moved": [when],
  "appointment.not-collective": [{}],
  "appointment.already-enrolled": [{ trainees: ["T-0007"] }, { trainees: ["T-0007", "T-0008"] }],
  "appointment.over": (["excused", "no-show", "done", "cancelled"] as const).map((status) => ({ status })),
  "appointment.hour-skipped": [{ day: "2027-03-28", time: "02:30", becomes: "03:30" }],
};
