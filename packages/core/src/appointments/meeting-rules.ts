import { epochMinutes } from "../shared/clock.js";
import { found, nothing } from "../shared/rules.js";
import { sentenceCase } from "../shared/text.js";
import { candidatesOf, stillStands } from "./advance.js";
import { type AppointmentKind, appointmentKindLabels, type ParticipantRole, participantRoleLabels } from "./appointment.js";
import { rule } from "./situation.js";

/** Who and what an appointment needs. */
export const meetingRules = {
  "appointment.full": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ appointment }) => {
      const { places } = appointment;
      const candidates = candidatesOf(appointment).length;
      return places !== undefined && candidates > places && stillStands(appointment)
        ? found(["participants"], { places, candidates })
        : nothing;
    },
    fr: ({ places, candidates }) => ({
      what: `La réunion a ${places} place${places > 1 ? "s" : ""}, pour ${candidates} candidats.`,
      why: "Une personne venue pour rien ne revient pas.",
      mend: "Inscrivez-la à une autre réunion, ou proposez-en une avec plus de places.",
    }),
  }),
  "appointment.places-missing": rule({
    severity: "notice",
    source: "desk-practice",
    check: ({ appointment }) =>
      appointment.kind === "information" && appointment.places === undefined && stillStands(appointment) ? found(["places"], {}) : nothing,
    fr: () => ({
      what: "Le nombre de places de cette réunion n'est pas dit.",
      why: "Sans lui, Kairos inscrit sans limite et personne ne sait quand elle est complète.",
      mend: "Dites combien de personnes la salle peut recevoir.",
    }),
  }),
  "appointment.people-missing": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ appointment }) => {
      if (!stillStands(appointment)) return nothing;
      const roles = new Set(appointment.participants.map(({ role }) => role));
      const { kind } = appointment;
      return expected[kind]
        .filter((either) => !either.some((role) => roles.has(role)))
        .map((either) => ({ path: ["participants"], params: { kind, either } }));
    },
    fr: ({ kind, either }) => ({
      what: `${sentenceCase(appointmentKindLabels[kind].fr)} : il manque ${either.map((role) => participantRoleLabels[role].fr).join(" ou ")}.`,
      why: "Ce rendez-vous ne sert à rien si la personne concernée n'y est pas.",
      mend: "Proposez-le de nouveau avec cette personne, ou vérifiez la nature du rendez-vous.",
    }),
  }),
  "appointment.place-missing": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ appointment }) => {
      const { way, place } = appointment;
      return way !== "phone" && place === undefined && stillStands(appointment) ? found(["place"], { way }) : nothing;
    },
    fr: ({ way }) => ({
      what: way === "video" ? "Le lien de la visioconférence n'est pas dit." : "Le lieu du rendez-vous n'est pas dit.",
      why: "La personne convoquée ne saurait pas où aller.",
      mend: "Dites l'adresse, ou le lien pour se connecter.",
    }),
  }),
  "appointment.reminder-missing": rule({
    severity: "notice",
    source: "desk-practice",
    needs: ["settings"],
    check: ({ appointment, settings, now }) => {
      const { startsAt, reminderMinutes = settings.appointments.reminderMinutes } = appointment;
      const left = epochMinutes(startsAt) - epochMinutes(now);
      if (!stillStands(appointment) || left <= 0 || reminderMinutes.some((minutes) => minutes <= left)) return nothing;
      return found(["reminderMinutes"], { isTooLate: reminderMinutes.length > 0 });
    },
    fr: ({ isTooLate }) => ({
      what: isTooLate
        ? "Il est trop tard pour rappeler ce rendez-vous : le moment de chaque rappel est passé."
        : "Aucun rappel n'est prévu pour ce rendez-vous.",
      why: "Un rendez-vous rappelé est bien plus souvent honoré.",
      mend: "Prévenez la personne vous-même, ou prévoyez un rappel.",
    }),
  }),
};

/** Who each kind of appointment needs: of each row, one at least. */
const expected: Readonly<Record<AppointmentKind, readonly (readonly ParticipantRole[])[]>> = {
  orientation: [["candidate"], ["adviser", "staff", "trainer"]],
  "file-approval": [["candidate"], ["adviser", "staff"]],
  "follow-up": [["candidate"], ["trainer"]],
  information: [["staff", "trainer", "adviser"]],
};
