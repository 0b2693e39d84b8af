import type { Label, recordRefusals, recordRules } from "@kairos/core";

const recordTitles: Readonly<Record<keyof typeof recordRules | keyof typeof recordRefusals, Label>> = {
  "attendance.future": { fr: "présence notée d'avance", en: "attendance recorded ahead" },
  "attendance.outside-session": { fr: "présence hors du planning", en: "attendance outside of the schedule" },
  "attendance.over-planned": { fr: "plus de minutes manquées que prévu", en: "more minutes missed than planned" },
  "attendance.after-abandon": { fr: "présence après un abandon", en: "attendance after a withdrawal" },
  "attendance.justification-missing": { fr: "justificatif sans référence", en: "excuse without a document" },
  "attendance.distance-proof-thin": { fr: "trop peu de preuves à distance", en: "too little evidence of remote work" },
  "attendance.health-detail": { fr: "précision de santé en clair", en: "health detail in clear" },
  "attendance.slot-duplicate": { fr: "demi-journée notée deux fois", en: "half-day recorded twice" },
  "attendance.unjustified-without-notice": { fr: "absence injustifiée non annoncée", en: "unexcused absence without notice" },
  "attendance.late-minutes": { fr: "retards à compter", en: "lateness to count" },
  "attendance.abandon-suspected": { fr: "abandon possible", en: "possible withdrawal" },
  "attendance.exception-unreadable": { fr: "exception illisible", en: "unreadable exception" },
  "attendance.not-expected": { fr: "stagiaire pas attendu", en: "trainee not expected" },
  "attendance.recorded-already": { fr: "fait déjà noté", en: "fact already recorded" },
  "attendance.roster-empty": { fr: "personne d'attendu", en: "nobody expected" },
  "attendance.half-day-to-choose": { fr: "demi-journée à préciser", en: "half-day to be chosen" },
  "attendance.half-day-unplanned": { fr: "demi-journée hors du planning", en: "half-day not in the schedule" },
  "attendance.nothing-to-undo": { fr: "aucune saisie à retirer", en: "no entry to take out" },
  "attendance.entry-corrected": { fr: "saisie corrigée depuis", en: "entry corrected since" },
  "attendance.detail-misplaced": { fr: "détail étranger au statut", en: "detail foreign to the status" },
  "attendance.enrolment-dates": { fr: "dates d'inscription impossibles", en: "impossible enrolment dates" },
  "attendance.enrolled-elsewhere": { fr: "inscrit aussi à une autre session", en: "enrolled in another session too" },
  "attendance.enrolment-has-facts": { fr: "inscription déjà suivie de faits", en: "enrolment with facts" },
  "attendance.other-establishment": { fr: "stagiaire d'un autre établissement", en: "trainee of another establishment" },
  "attendance.account-taken": { fr: "compte déjà pris", en: "account taken already" },
};

/** Codes of attendance, in a few words. */
export const attendanceTitles = { ...recordTitles };
