import * as z from "zod/mini";
import { siretSchema } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { instantSchema, line, record, reference } from "../shared/schemas.js";

/** What people meet for. */
export const appointmentKinds = ["orientation", "file-approval", "follow-up", "information"] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

export const appointmentKindLabels: Readonly<Record<AppointmentKind, Label>> = {
  orientation: { fr: "entretien d'orientation", en: "orientation interview" },
  "file-approval": { fr: "validation de dossier", en: "file approval" },
  "follow-up": { fr: "suivi avec le formateur", en: "follow-up with the trainer" },
  information: { fr: "réunion d'information", en: "information meeting" },
};

export const appointmentStatuses = ["proposed", "confirmed", "moved", "excused", "no-show", "done", "cancelled"] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

export const appointmentStatusLabels: Readonly<Record<AppointmentStatus, Label>> = {
  proposed: { fr: "proposé", en: "proposed" },
  confirmed: { fr: "confirmé", en: "confirmed" },
  moved: { fr: "déplacé", en: "moved" },
  excused: { fr: "excusé", en: "excused" },
  "no-show": { fr: "non honoré", en: "no-show" },
  done: { fr: "tenu", en: "done" },
  cancelled: { fr: "annulé", en: "cancelled" },
};

/** Each status in one line, as people read it. */
export const appointmentStatusMeanings: Readonly<Record<AppointmentStatus, Label>> = {
  proposed: { fr: "une date est retenue, la personne n'a pas encore répondu", en: "a time is kept, the person has not answered yet" },
  confirmed: { fr: "la personne a dit qu'elle viendra", en: "the person said they will come" },
  moved: { fr: "la date a changé, la nouvelle attend une réponse", en: "the time changed, the new one waits for an answer" },
  excused: { fr: "la personne a prévenu qu'elle ne viendrait pas", en: "the person said beforehand that they would not come" },
  "no-show": { fr: "la personne n'est pas venue et n'avait pas prévenu", en: "the person did not come and had not said so" },
  done: { fr: "le rendez-vous a eu lieu", en: "the appointment took place" },
  cancelled: { fr: "l'organisme a renoncé au rendez-vous", en: "the provider gave the appointment up" },
};

/** Statuses that still keep people and rooms: what is over or given up keeps nobody. */
export const standingStatuses = ["proposed", "confirmed", "moved"] as const;

export const appointmentWays = ["in-person", "phone", "video"] as const;
export type AppointmentWay = (typeof appointmentWays)[number];

export const appointmentWayLabels: Readonly<Record<AppointmentWay, Label>> = {
  "in-person": { fr: "sur place", en: "in person" },
  phone: { fr: "par téléphone", en: "by phone" },
  video: { fr: "en visioconférence", en: "by video" },
};

/** Who comes: a candidate by their reference, somebody of the workspace by their id, an adviser by their name. */
export const participantSchema = z.union([
  record({ role: z.literal("candidate"), trainee: reference() }),
  record({ role: z.enum(["trainer", "staff"]), person: line(80).check(z.minLength(1)) }),
  record({ role: z.literal("adviser"), name: line(80).check(z.minLength(1)) }),
]);
export type Participant = z.output<typeof participantSchema>;

export const participantRoles = ["candidate", "adviser", "trainer", "staff"] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const participantRoleLabels: Readonly<Record<ParticipantRole, Label>> = {
  candidate: { fr: "candidat", en: "candidate" },
  adviser: { fr: "conseiller France Travail", en: "France Travail adviser" },
  trainer: { fr: "formateur", en: "trainer" },
  staff: { fr: "équipe", en: "staff" },
};

export const appointmentActions = ["propose", "confirm", "move", "excuse", "miss", "hold", "cancel"] as const;
export type AppointmentAction = (typeof appointmentActions)[number];

/** Two or more people at one time: what is said of it, and nothing about why anybody comes. */
export const appointmentSchema = record({
  /** `RDV-2026-0001`. */
  reference: reference(),
  siret: siretSchema,
  kind: z.enum(appointmentKinds),
  status: z.enum(appointmentStatuses),
  startsAt: instantSchema,
  minutes: z.int().check(z.minimum(5), z.maximum(600)),
  way: z._default(z.enum(appointmentWays), "in-person"),
  /** An address; for a video, where to connect. */
  place: z.optional(line(160)),
  room: z.optional(line(80)),
  participants: z.array(participantSchema).check(z.minLength(1), z.maxLength(200)),
  /** Candidates a collective meeting can take. */
  places: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
  session: z.optional(reference()),
  /** Minutes before the start when it is recalled, where they are not the provider's. */
  reminderMinutes: z.optional(z.array(z.int().check(z.minimum(5), z.maximum(60 * 24 * 60))).check(z.maxLength(5))),
  /** What was done, in order. A move keeps the time it left. */
  steps: z
    .array(
      record({
        action: z.enum(appointmentActions),
        by: line(80),
        at: instantSchema,
        from: z.optional(instantSchema),
      }),
    )
    .check(z.minLength(1), z.maxLength(500)),
  /** Grows with each change that a calendar shows. */
  sequence: z.int().check(z.minimum(0)),
});
export type Appointment = z.output<typeof appointmentSchema>;
export type AppointmentInput = z.input<typeof appointmentSchema>;
