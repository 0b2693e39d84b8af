import type { Permission } from "../access/index.js";
import { formatInstant, type Instant } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { type ProblemOf, refusal } from "../shared/rules.js";
import { enumerate, sentenceCase } from "../shared/text.js";
import { type Transition, workflowOf } from "../shared/workflow.js";
import { type AppointmentAction, type AppointmentStatus, appointmentStatusLabels } from "./appointment.js";

/** Where an action may start: before there is an appointment too. */
export type AppointmentStart = AppointmentStatus | "none";

export interface AppointmentTransition extends Transition<AppointmentStart, Permission> {
  /** Only once the hour has come. */
  readonly begun?: true;
  /** Calendars show the change. */
  readonly shown?: true;
}

/** The life of an appointment, one action a row. What was noted by mistake after the hour is noted anew. */
export const appointmentWorkflow = workflowOf<AppointmentStart, Permission>()({
  propose: { from: ["none"], to: "proposed", needs: "appointment.manage" },
  confirm: { from: ["proposed", "moved"], to: "confirmed", needs: "appointment.manage", shown: true },
  move: { from: ["proposed", "confirmed", "moved", "excused"], to: "moved", needs: "appointment.manage", shown: true },
  excuse: { from: ["proposed", "confirmed", "moved", "no-show"], to: "excused", needs: "appointment.manage", shown: true },
  miss: { from: ["proposed", "confirmed", "moved", "done"], to: "no-show", needs: "appointment.manage", begun: true },
  hold: { from: ["proposed", "confirmed", "moved", "no-show"], to: "done", needs: "appointment.manage", begun: true },
  cancel: { from: ["proposed", "confirmed", "moved", "excused"], to: "cancelled", needs: "appointment.manage", shown: true },
} satisfies Readonly<Record<AppointmentAction, AppointmentTransition>>);

export const appointmentActionLabels: Readonly<Record<AppointmentAction, Label>> = {
  propose: { fr: "proposer", en: "propose" },
  confirm: { fr: "confirmer", en: "confirm" },
  move: { fr: "déplacer", en: "move" },
  excuse: { fr: "noter une excuse", en: "record an excuse" },
  miss: { fr: "noter une absence", en: "record a no-show" },
  hold: { fr: "noter que le rendez-vous a eu lieu", en: "record that it took place" },
  cancel: { fr: "annuler", en: "cancel" },
};

/** Why an action is refused to an appointment. */
export const appointmentRefusals = {
  "appointment.transition-illegal": refusal<{
    action: AppointmentAction;
    status: AppointmentStatus;
    possible: readonly AppointmentAction[];
  }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ action, status, possible }) => ({
      what: `« ${sentenceCase(appointmentActionLabels[action].fr)} » n'est pas possible : le rendez-vous est « ${appointmentStatusLabels[status].fr} ».`,
      why: "Un rendez-vous se propose, se confirme, puis on note s'il a eu lieu.",
      mend:
        possible.length === 0
          ? "Ce rendez-vous est clos ; proposez-en un nouveau."
          : `À ce stade, on peut : ${possible.map((other) => appointmentActionLabels[other].fr).join(", ")}.`,
    }),
  }),
  "appointment.not-begun": refusal<{ action: AppointmentAction; startsAt: Instant; zone: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ action, startsAt, zone }) => ({
      what: `« ${sentenceCase(appointmentActionLabels[action].fr)} » attend l'heure du rendez-vous : ${formatInstant(startsAt, zone)}.`,
      why: "On note ce qui a eu lieu, pas ce qui est attendu.",
      mend: "Revenez après l'heure ; si la personne a déjà prévenu, notez une excuse, ou déplacez le rendez-vous.",
    }),
  }),
  "appointment.not-moved": refusal<{ startsAt: Instant; zone: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ startsAt, zone }) => ({
      what: `Le rendez-vous est déjà le ${formatInstant(startsAt, zone)}, pour la même durée.`,
      why: "Un déplacement qui ne change rien ferait confirmer la personne une seconde fois.",
      mend: "Donnez un autre jour, une autre heure ou une autre durée.",
    }),
  }),
  "appointment.not-collective": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "On n'inscrit des candidats qu'à une réunion d'information.",
      why: "Un entretien se prépare pour la personne qu'il concerne.",
      mend: "Proposez un rendez-vous à ce candidat.",
    }),
  }),
  "appointment.already-enrolled": refusal<{ trainees: readonly string[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainees }) => ({
      what: `Déjà dans la liste : ${enumerate(trainees)}.`,
      why: "Une personne prend une seule place.",
      mend: "Retirez cette référence de la demande, puis recommencez.",
    }),
  }),
  "appointment.over": refusal<{ status: AppointmentStatus }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ status }) => ({
      what: `Ce rendez-vous est « ${appointmentStatusLabels[status].fr} » : il ne change plus.`,
      why: "Il dit ce qui était prévu ; le changer après coup tromperait.",
      mend: "Choisissez un autre rendez-vous, ou proposez-en un nouveau.",
    }),
  }),
};
export type AppointmentRefusal = ProblemOf<typeof appointmentRefusals>;
