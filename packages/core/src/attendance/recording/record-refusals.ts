import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { type ProblemOf, refusal } from "../../shared/rules.js";
import { enumerate, excerpt } from "../../shared/text.js";
import { type AttendanceStatus, attendanceStatusLabels } from "../record.js";
import { formatSlot, type Slot } from "../slot.js";
import type { ExceptionFault } from "./exceptions.js";

/** Why somebody is not expected in a half-day. */
export type NotExpected = "not-enrolled" | "joins-later" | "left" | "withdrawn" | "stopped";

/** What enrolments may have wrong with their dates. */
export type EnrolmentFault = "reversed" | "outside" | "withdrawal-early" | "withdrawal-late" | "lonely-detail";

/** A detail of a fact, and the statuses that bear it. */
export type FactDetail = "minutes" | "early" | "reason" | "document" | "evidence";

export const recordRefusals = {
  "attendance.exception-unreadable": refusal<{ piece: string; fault: ExceptionFault; word?: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ piece, fault, word = "" }) => ({
      what: `« ${excerpt(piece, 60)} » : ${exceptionFaults[fault].what.replace("{word}", excerpt(word))}.`,
      why: "Une exception mal lue noterait quelqu'un présent à tort, ou absent à tort.",
      mend: exceptionFaults[fault].mend,
    }),
  }),
  "attendance.not-expected": refusal<{ trainee: string; why: NotExpected; on?: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee, why, on }) => ({
      what: `${trainee} ${notExpected[why](on === undefined ? "" : formatDay(on))}.`,
      why: "On ne note que les demi-journées que la personne devait suivre.",
      mend:
        why === "not-enrolled"
          ? "Vérifiez la référence ; si cette personne suit la session, inscrivez-la d'abord."
          : "Retirez cette exception ; si ses dates sont fausses, corrigez d'abord son inscription.",
    }),
  }),
  "attendance.recorded-already": refusal<{ trainee: string; recorded: AttendanceStatus; said: AttendanceStatus }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee, recorded, said }) => ({
      what:
        recorded === said
          ? `${trainee} est déjà noté « ${attendanceStatusLabels[recorded].fr} », avec d'autres détails.`
          : `${trainee} est déjà noté « ${attendanceStatusLabels[recorded].fr} », et vous écrivez « ${attendanceStatusLabels[said].fr} ».`,
      why: "Une saisie ne remplace jamais un fait déjà noté : une correction dit pourquoi, et garde l'ancienne valeur.",
      mend: "Retirez cette exception, puis corrigez ce fait.",
    }),
  }),
  "attendance.roster-empty": refusal<{ session: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session }) => ({
      what: `Personne n'est attendu à cette demi-journée de la session ${session}.`,
      why: "Sont attendus les stagiaires inscrits et ceux dont le devis est accepté, entre leur entrée et leur sortie.",
      mend: "Inscrivez les stagiaires, puis recommencez.",
    }),
  }),
  "attendance.half-day-to-choose": refusal<{ day: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day }) => ({
      what: `Le ${formatDay(day)} compte plusieurs demi-journées.`,
      why: "La présence se note par demi-journée.",
      mend: "Dites laquelle : matin, après-midi ou soir.",
    }),
  }),
  "attendance.half-day-unplanned": refusal<Pick<Slot, "day"> & Partial<Pick<Slot, "half">>>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day, half }) => ({
      what: `Rien n'est au planning de la session le ${half === undefined ? formatDay(day) : formatSlot({ day, half })}.`,
      why: "Une présence hors du planning contredit la feuille d'émargement.",
      mend: "Vérifiez le jour ; si la demi-journée a bien eu lieu, ajoutez-la au planning.",
    }),
  }),
  "attendance.nothing-to-undo": refusal<Slot>({
    severity: "error",
    source: "desk-practice",
    fr: (slot) => ({
      what: `Aucune saisie de vous n'est à retirer le ${formatSlot(slot)}.`,
      why: "On ne retire que sa propre dernière saisie, tant qu'elle est telle quelle.",
      mend: "Pour changer un fait, corrigez-le.",
    }),
  }),
  "attendance.entry-corrected": refusal<Slot & { trainees: readonly string[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainees, ...slot }) => ({
      what: `La saisie du ${formatSlot(slot)} a été corrigée depuis : ${enumerate(trainees)}.`,
      why: "La retirer emporterait le travail de qui a corrigé.",
      mend: "Corrigez un par un les faits qui sont faux.",
    }),
  }),
  "attendance.detail-misplaced": refusal<{ status: AttendanceStatus; detail: FactDetail }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ status, detail }) => ({
      what: `${details[detail]} ne va pas avec « ${attendanceStatusLabels[status].fr} ».`,
      why: "Un détail qui ne dit rien de ce statut serait lu de travers plus tard.",
      mend: "Retirez ce détail, ou choisissez l'autre statut.",
    }),
  }),
  "attendance.enrolment-dates": refusal<{ fault: EnrolmentFault; startsOn: IsoDate; endsOn: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ fault, startsOn, endsOn }) => ({
      what: `${enrolmentFaults[fault].replace("{period}", `du ${formatDay(startsOn)} au ${formatDay(endsOn)}`)}.`,
      why: "De ces dates dépendent les demi-journées attendues, et ce qui se déclare à France Travail.",
      mend: "Vérifiez les dates, puis recommencez.",
    }),
  }),
  "attendance.enrolled-elsewhere": refusal<{ trainee: string; session: string; startsOn: IsoDate; endsOn: IsoDate }>({
    severity: "warning",
    source: "desk-practice",
    fr: ({ trainee, session, startsOn, endsOn }) => ({
      what: `${trainee} est aussi inscrit à la session ${session}, du ${formatDay(startsOn)} au ${formatDay(endsOn)}.`,
      why: "Les mêmes heures ne peuvent être suivies, ni payées, deux fois.",
      mend: "Vérifiez laquelle des deux est suivie, et corrigez les dates de l'autre.",
    }),
  }),
  "attendance.enrolment-has-facts": refusal<{ trainee: string; facts: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee, facts }) => ({
      what: `${trainee} a déjà ${facts} demi-journée${facts > 1 ? "s" : ""} notée${facts > 1 ? "s" : ""} dans cette session.`,
      why: "Retirer l'inscription laisserait des présences sans personne.",
      mend: "Notez plutôt sa sortie ou son abandon ; si ces faits sont faux, effacez-les d'abord.",
    }),
  }),
  "attendance.other-establishment": refusal<{ trainee: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee }) => ({
      what: `${trainee} est suivi par un autre établissement que celui de la session.`,
      why: "Les heures seraient déclarées et facturées sous le mauvais SIRET.",
      mend: "Créez sa fiche dans l'établissement de la session, ou choisissez une autre session.",
    }),
  }),
  "attendance.account-taken": refusal<{ trainee: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee }) => ({
      what: `Ce compte est déjà celui de ${trainee}.`,
      why: "Un compte signe pour une seule personne.",
      mend: "Vérifiez le compte ; s'il est bien celui-ci, retirez-le d'abord de l'autre fiche.",
    }),
  }),
};
export type RecordRefusal = ProblemOf<typeof recordRefusals>;

const exceptionFaults: Readonly<Record<ExceptionFault, { readonly what: string; readonly mend: string }>> = {
  "nobody-named": { what: "on ne sait pas de qui il s'agit", mend: "Commencez par la référence ou le nom : T-0004 absent." },
  "unknown-person": {
    what: "« {word} » n'est le nom ni la référence d'aucun stagiaire de la session",
    mend: "Écrivez sa référence, comme T-0004 ; s'il manque à la session, inscrivez-le d'abord.",
  },
  "several-people": { what: "« {word} » peut être plusieurs stagiaires", mend: "Écrivez sa référence, comme T-0004." },
  "named-twice": { what: "cette personne est déjà nommée plus haut", mend: "Gardez une seule ligne par personne." },
  "two-people": { what: "deux personnes sont nommées", mend: "Séparez-les par une virgule : T-0004 absent, T-0007 absent." },
  "no-status": {
    what: "on ne sait pas ce qui s'est passé",
    mend: "Ajoutez : absent, excusé, annoncé, retard 20 min, parti 30 min, à distance, interrompu ou abandon.",
  },
  "two-statuses": {
    what: "deux choses différentes sont dites",
    mend: "N'en gardez qu'une ; seuls un retard et un départ vont ensemble : retard 20 min parti 30 min.",
  },
  "unknown-word": {
    what: "« {word} » n'est pas compris",
    mend: "Écrivez par exemple : T-0004 absent, T-0007 retard 20 min, T-0009 excusé santé AT-12.",
  },
  "unreadable-minutes": { what: "« {word} » n'est pas une durée", mend: "Écrivez les minutes ainsi : 20 min ou 1h30." },
  "misplaced-minutes": {
    what: "une durée ne va qu'avec un retard ou un départ avant la fin",
    mend: "Retirez la durée, ou écrivez : retard 20 min, parti 30 min.",
  },
};

const notExpected: Readonly<Record<NotExpected, (on: string) => string>> = {
  "not-enrolled": () => "n'est pas inscrit à cette session",
  "joins-later": (on) => `n'entre en formation que le ${on}`,
  left: (on) => `est sorti de formation le ${on}`,
  withdrawn: (on) => `a abandonné la formation le ${on}`,
  stopped: (on) => `est noté en interruption ou en abandon depuis le ${on}`,
};

const details: Readonly<Record<FactDetail, string>> = {
  minutes: "Une durée",
  early: "Une durée de départ avant la fin",
  reason: "Un motif d'absence",
  document: "Un justificatif",
  evidence: "Une preuve de travail à distance",
};

const enrolmentFaults: Readonly<Record<EnrolmentFault, string>> = {
  reversed: "L'entrée vient après la sortie",
  outside: "Ces dates sortent de la session, qui va {period}",
  "withdrawal-early": "L'abandon vient avant l'entrée en formation",
  "withdrawal-late": "L'abandon vient après la sortie",
  "lonely-detail": "Une demi-journée ou un motif est donné sans jour d'abandon",
};
