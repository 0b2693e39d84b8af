import type { certificateRules, Label } from "@kairos/core";

const certificateTitles: Readonly<Record<keyof typeof certificateRules, Label>> = {
  "certificate.before-end": { fr: "certificat avant la fin", en: "certificate before the end" },
  "certificate.field-missing": { fr: "certificat incomplet", en: "certificate incomplete" },
  "certificate.hours-differ": { fr: "heures du certificat non prouvées", en: "certificate hours not proven" },
  "certificate.unsigned": { fr: "certificat sans signataire", en: "certificate without a signatory" },
};

const signing = {
  "attendance.code-unknown": { fr: "code d'émargement inconnu", en: "unknown sign-in code" },
  "attendance.code-expired": { fr: "code d'émargement expiré", en: "expired sign-in code" },
  "attendance.code-other-group": { fr: "code d'un autre groupe", en: "code of another group" },
  "attendance.sign-in-too-early": { fr: "émargement trop tôt", en: "sign-in too early" },
  "attendance.sign-in-too-late": { fr: "émargement trop tard", en: "sign-in too late" },
  "attendance.sign-in-withdrawn": { fr: "émargement après la fin du parcours", en: "sign-in after the training ended" },
  "attendance.sign-in-not-followed": { fr: "demi-journée hors du parcours", en: "half-day outside of the training" },
  "attendance.sign-in-twice": { fr: "demi-journée déjà émargée", en: "half-day already signed" },
  "attendance.sign-in-blocked": { fr: "trop de codes refusés", en: "too many refused codes" },
  "attendance.nothing-to-sign": { fr: "aucune demi-journée à émarger", en: "no half-day to sign" },
  "attendance.sheet-trainer-missing": { fr: "feuille sans formateur", en: "sheet without a trainer" },
  "attendance.sheet-place-missing": { fr: "feuille sans lieu", en: "sheet without a place" },
  "attendance.sheet-date-missing": { fr: "feuille sans date", en: "sheet without a date" },
  "attendance.sheet-signature-missing": { fr: "signature absente de la feuille", en: "signature missing from the sheet" },
  "attendance.sheet-contradiction": { fr: "feuille contredite", en: "contradicted sheet" },
};

/** Codes of attendance, in a few words. */
export const attendanceTitles = { ...signing, ...certificateTitles };
