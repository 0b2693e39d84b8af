import {
  absenceReasonLabels,
  appointmentActionLabels,
  appointmentKindLabels,
  appointmentStatusLabels,
  appointmentWayLabels,
  attendanceStatusLabels,
  evidenceKindLabels,
  halfLabels,
  type Label,
  movementKindLabels,
  participantRoleLabels,
  signInMethodLabels,
} from "@kairos/core";
import { day, type Fields, instant, type Kind, minutes, oneOf, severalOf, words } from "./person-fields.js";
import { quoteKinds } from "./person-words-quotes.js";

const claimLabels: Readonly<Record<string, Label>> = {
  declared: { fr: "déclarée", en: "declared" },
  billed: { fr: "facturée", en: "billed" },
};

const halfDay: Fields = {
  session_reference: "technical",
  day: day("Jour", "Day"),
  half: oneOf("Demi-journée", "Half-day", halfLabels),
};

/** What a half-day says, under the names of columns or those of a record. */
const said = (prefix: string, { late, early }: { readonly late: string; readonly early: string }): Fields => ({
  [`${prefix}status`]: oneOf("Relevé", "Record", attendanceStatusLabels),
  [`${prefix}${late}`]: minutes("Retard", "Late by"),
  [`${prefix}${early}`]: minutes("Parti avant la fin", "Left early by"),
  [`${prefix}reason`]: oneOf("Motif", "Reason", absenceReasonLabels),
  [`${prefix}document`]: words("Justificatif", "Supporting document"),
  [`${prefix}evidence`]: severalOf("Preuve à distance", "Remote evidence", evidenceKindLabels),
});

/** Everything that may be kept of a trainee, in the order it is read: each kind, each field. */
export const personKinds: Readonly<Record<string, Kind>> = {
  trainee: {
    label: { fr: "Votre fiche", en: "Your record" },
    layout: "sheets",
    fields: {
      id: words("Votre référence chez nous", "Your reference with us"),
      siret: "technical",
      firstName: words("Prénom", "First name"),
      lastName: words("Nom", "Last name"),
      franceTravailId: words("Identifiant France Travail", "France Travail id"),
      person: words("Compte de discussion", "Chat account"),
    },
  },
  ...quoteKinds,
  enrolments: {
    label: { fr: "Vos inscriptions en formation", en: "Your enrolments" },
    layout: "rows",
    fields: {
      id: "technical",
      sessionReference: words("Session", "Session"),
      siret: "technical",
      traineeId: "technical",
      joinsOn: day("Entrée le", "Joins on"),
      leavesOn: day("Sortie le", "Leaves on"),
      "withdrawal.day": day("Abandon le", "Withdrew on"),
      "withdrawal.half": oneOf("Abandon : demi-journée", "Withdrew: half-day", halfLabels),
      "withdrawal.reason": oneOf("Abandon : motif", "Withdrew: reason", absenceReasonLabels),
      employer: words("Employeur", "Employer"),
    },
  },
  attendance: {
    label: { fr: "Vos présences", en: "Your attendance" },
    layout: "rows",
    name: "session_reference",
    fields: {
      ...halfDay,
      ...said("", { late: "late_minutes", early: "early_minutes" }),
      source: "technical",
      recorded_by: "technical",
      recorded_at: "technical",
    },
  },
  attendance_history: {
    label: { fr: "Vos présences, telles que notées avant une correction", en: "Your attendance, as recorded before a correction" },
    layout: "rows",
    name: "session_reference",
    fields: {
      ...halfDay,
      trainee_id: "technical",
      version: "technical",
      "former.sessionReference": "technical",
      "former.siret": "technical",
      "former.traineeId": "technical",
      "former.day": "technical",
      "former.half": "technical",
      ...said("former.", { late: "lateMinutes", early: "earlyMinutes" }),
      "former.source": "technical",
      "former.recordedBy": "technical",
      "former.recordedAt": "technical",
      cause: words("Pourquoi", "Why"),
      changed_by: "technical",
      changed_at: instant("Corrigé le", "Corrected on"),
    },
  },
  sign_ins: {
    label: { fr: "Vos émargements", en: "Your signatures" },
    layout: "rows",
    name: "session_reference",
    fields: {
      ...halfDay,
      method: oneOf("Signé par", "Signed by", signInMethodLabels),
      at: instant("Le", "On"),
      proof: words("Feuille ou fichier", "Sheet or file"),
    },
  },
  attendance_claims: {
    label: { fr: "Vos demi-journées déclarées à France Travail ou facturées", en: "Your half-days, declared to France Travail or billed" },
    layout: "rows",
    name: "session_reference",
    fields: {
      ...halfDay,
      kind: oneOf("Ce qui en a été fait", "What was done", claimLabels),
      minutes: minutes("Durée", "Length"),
      reference: words("Facture ou fichier", "Invoice or file"),
      at: instant("Le", "On"),
    },
  },
  movements: {
    label: { fr: "Ce qui a été déclaré à France Travail", en: "What was declared to France Travail" },
    layout: "rows",
    fields: {
      id: "technical",
      sessionReference: words("Session", "Session"),
      siret: "technical",
      traineeId: "technical",
      kind: oneOf("Mouvement", "Movement", movementKindLabels),
      on: day("Du", "Of"),
      declaredOn: day("Déclaré le", "Declared on"),
      recordedBy: "technical",
      recordedAt: "technical",
    },
  },
  appointments: {
    label: { fr: "Vos rendez-vous", en: "Your appointments" },
    layout: "sheets",
    name: "reference",
    fields: {
      reference: "technical",
      siret: "technical",
      kind: oneOf("Nature", "Kind", appointmentKindLabels),
      status: oneOf("Où il en est", "Status", appointmentStatusLabels),
      startsAt: instant("Le", "On"),
      minutes: minutes("Durée", "Length"),
      way: oneOf("Comment", "How", appointmentWayLabels),
      place: words("Lieu", "Place"),
      room: words("Salle", "Room"),
      participants: words("Participant", "Participant"),
      "participants.role": oneOf("qui", "who", { ...participantRoleLabels, candidate: { fr: "vous", en: "you" } }),
      "participants.trainee": "technical",
      "participants.person": "technical",
      "participants.name": words("nom", "name"),
      places: words("Places", "Places"),
      session: words("Session", "Session"),
      reminderMinutes: minutes("Rappel avant le début", "Reminder before the start"),
      steps: words("Étape", "Step"),
      "steps.action": oneOf("acte", "act", appointmentActionLabels),
      "steps.by": "technical",
      "steps.at": instant("le", "on"),
      "steps.from": instant("auparavant prévu le", "formerly on"),
      sequence: "technical",
    },
  },
  invoices: {
    label: { fr: "Les factures de vos formations", en: "The invoices of your training" },
    layout: "rows",
    fields: { number: words("Facture", "Invoice"), issued_on: day("Émise le", "Issued on") },
  },
  purchase_orders: {
    label: { fr: "Les bons de commande où vous figurez", en: "The purchase orders you are on" },
    layout: "rows",
    fields: { reference: words("Bon de commande", "Purchase order") },
  },
  erasures: {
    label: { fr: "Votre demande d'effacement", en: "Your request to be erased" },
    layout: "rows",
    fields: {
      id: "technical",
      siret: "technical",
      askedOn: day("Demandée le", "Asked on"),
      askedBy: "technical",
      heldUntil: day("Ce que la loi oblige à garder part après le", "What the law keeps leaves after"),
      doneOn: day("Terminée le", "Ended on"),
    },
  },
};
