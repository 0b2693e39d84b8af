import type { certificateRules, Label, reconciliationRules, recordRefusals, recordRules } from "@kairos/core";

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

/** Of months and their closing. */
const months = {
  "attendance.month-changed": { fr: "mois changé depuis la clôture", en: "month changed since it was closed" },
  "attendance.month-empty": { fr: "rien de prévu dans le mois", en: "nothing planned in the month" },
  "attendance.month-incomplete": { fr: "demi-journées à saisir", en: "half-days to enter" },
  "attendance.month-missing": { fr: "état mensuel attendu", en: "monthly statement overdue" },
  "attendance.month-not-over": { fr: "mois pas encore fini", en: "month not over yet" },
  "attendance.month-reopened": { fr: "mois rouvert", en: "month reopened" },
  "attendance.month-step-illegal": { fr: "mois déjà clôturé, ou pas encore", en: "month already closed, or not yet" },
  "attendance.unsigned-half-days": { fr: "demi-journées non émargées", en: "unsigned half-days" },
} satisfies Readonly<Record<string, Label>>;

/** Of what France Travail is told. */
const movements = {
  "attendance.abandon-not-declared": { fr: "abandon pas déclaré", en: "withdrawal not declared" },
  "attendance.entry-late": { fr: "entrée déclarée trop tard", en: "entry declared too late" },
  "attendance.exit-late": { fr: "sortie déclarée trop tard", en: "exit declared too late" },
  "attendance.interruption-late": { fr: "interruption déclarée trop tard", en: "interruption declared too late" },
  "attendance.movement-too-early": { fr: "déclaration avant le mouvement", en: "declared before the movement" },
  "attendance.movement-unknown": { fr: "mouvement introuvable", en: "movement not found" },
} satisfies Readonly<Record<string, Label>>;

/** What a reconciliation finds, in a few words. */
const reconciliationTitles: Readonly<Record<keyof typeof reconciliationRules, Label>> = {
  "attendance.half-day-twice": { fr: "demi-journée comptée plusieurs fois", en: "half-day counted more than once" },
  "attendance.half-day-after-abandon": { fr: "après l'abandon", en: "after the withdrawal" },
  "attendance.half-day-to-come": { fr: "jour pas encore venu", en: "day to come" },
  "attendance.half-day-outside": { fr: "hors du planning", en: "outside the schedule" },
  "attendance.half-day-beyond": { fr: "plus que le planning", en: "more than planned" },
  "attendance.not-recorded": { fr: "rien de saisi", en: "nothing recorded" },
  "attendance.signed-not-recorded": { fr: "signé mais pas saisi", en: "signed but not recorded" },
  "attendance.signed-absent": { fr: "signé mais saisi absent", en: "signed but recorded absent" },
  "attendance.not-signed": { fr: "suivi sans signature", en: "attended without a signature" },
  "attendance.billed-not-signed": { fr: "facturé sans signature", en: "billed without a signature" },
  "attendance.not-declared": { fr: "suivi mais pas déclaré", en: "attended but not declared" },
  "attendance.declared-differs": { fr: "déclaré autre que saisi", en: "declared other than recorded" },
  "attendance.billed-differs": { fr: "facturé autre que saisi", en: "billed other than recorded" },
  "attendance.billed-not-as-declared": { fr: "facturé autre que déclaré", en: "billed other than declared" },
};

/** Codes of attendance, in a few words. */
export const attendanceTitles = {
  ...signing,
  ...certificateTitles,
  ...recordTitles,
  ...months,
  ...movements,
  ...reconciliationTitles,
  "import.session-missing": { fr: "session non dite", en: "session not told" },
  "import.session-unknown": { fr: "session inconnue", en: "unknown session" },
  "import.other-session": { fr: "ligne d'une autre session", en: "row of another session" },
  "import.session-elsewhere": { fr: "ligne d'un autre établissement", en: "row of another establishment" },
  "import.trainee-missing": { fr: "stagiaire non dit", en: "trainee not told" },
  "import.trainee-unknown": { fr: "stagiaire inconnu dans la session", en: "trainee unknown in the session" },
  "import.trainee-ambiguous": { fr: "nom porté par plusieurs stagiaires", en: "name of several trainees" },
  "import.name-mismatch": { fr: "nom et référence différents", en: "name and reference differ" },
  "import.not-followed": { fr: "stagiaire pas en formation ce jour", en: "trainee not training that day" },
  "import.outside-schedule": { fr: "demi-journée hors planning", en: "half-day outside of the schedule" },
  "import.half-missing": { fr: "demi-journée non dite", en: "half-day not told" },
  "import.hours-outside": { fr: "heures hors de la demi-journée", en: "hours outside of the half-day" },
  "import.negative-minutes": { fr: "minutes négatives", en: "negative minutes" },
  "import.minutes-over": { fr: "minutes au-delà du prévu", en: "minutes beyond what is planned" },
  "import.minutes-missing": { fr: "minutes manquantes", en: "minutes missing" },
  "import.minutes-contradict": { fr: "minutes contraires au statut", en: "minutes against the status" },
  "import.status-missing": { fr: "statut manquant", en: "status missing" },
  "import.reason-unknown": { fr: "motif inconnu", en: "unknown reason" },
  "import.health-detail": { fr: "détail de santé dans un justificatif", en: "health detail in a proof of absence" },
  "import.future-day": { fr: "jour pas encore passé", en: "day yet to come" },
  "import.row-twice": { fr: "ligne en double", en: "row twice" },
  "import.fact-recorded": { fr: "contraire à ce qui est saisi", en: "against what is recorded" },
  "import.claim-recorded": { fr: "contraire à ce qui est déclaré", en: "against what is declared" },
  "import.faulty-rows": { fr: "lignes fautives dans l'import", en: "faulty rows in the import" },
  "import.no-sound-row": { fr: "aucune ligne saine", en: "no sound row" },
  "attendance.export-too-large": { fr: "export trop grand", en: "export too large" },
  "import.changed-since": { fr: "demi-journées corrigées depuis", en: "half-days corrected since" },
};
