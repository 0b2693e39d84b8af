import { formatDay, formatMinutes } from "../../shared/calendar.js";
import type { Problem } from "../../shared/problem.js";
import { judgeBy, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import type { AttendanceRecord } from "../record.js";
import { formatSlot } from "../slot.js";
import {
  afterWithdrawal,
  eachRecord,
  healthInClear,
  inTheFuture,
  lacksDocument,
  lateByTrainee,
  type Outside,
  outsideSession,
  overPlanned,
  slotsTwice,
  thinEvidence,
  unexcusedByTrainee,
} from "./record-checks.js";
import type { AttendanceSituation } from "./situation.js";
import { suspectedWithdrawals } from "./withdrawal-suspected.js";

const rule = ruleAbout<AttendanceSituation>();

/** What is wrong with one fact, whatever the others say. */
const ownRules = {
  "attendance.future": rule({
    severity: "error",
    source: "desk-practice",
    check: inTheFuture,
    fr: ({ trainee, ...slot }) => ({
      what: `${trainee === undefined ? "La" : `${trainee} : la`} demi-journée du ${formatSlot(slot)} n'a pas encore commencé.`,
      why: "Une présence notée d'avance n'est pas une preuve, et fait douter des autres.",
      mend: "Attendez qu'elle ait commencé ; une absence annoncée d'avance se note avec /assiduite corriger.",
    }),
  }),
  "attendance.outside-session": rule({
    severity: "error",
    source: "desk-practice",
    check: outsideSession,
    fr: ({ trainee, why, ...slot }) => ({
      what: `${trainee} : la demi-journée du ${formatSlot(slot)} ${outside[why]}.`,
      why: "Seules les heures prévues se déclarent et se facturent : un fait hors du planning contredit la feuille.",
      mend:
        why === "roster" || why === "path"
          ? "Inscrivez le stagiaire avec les bonnes dates, ou effacez ce fait."
          : "Vérifiez la date ; si la demi-journée a bien eu lieu, ajoutez-la au planning de la session, sinon effacez ce fait.",
    }),
  }),
  "attendance.over-planned": rule({
    severity: "error",
    source: "desk-practice",
    check: overPlanned,
    fr: ({ trainee, minutes, planned, ...slot }) => ({
      what: `${trainee} : ${formatMinutes(minutes)} manqués le ${formatSlot(slot)}, alors que la demi-journée dure ${formatMinutes(planned)}.`,
      why: "On ne peut pas manquer plus de temps qu'il n'en était prévu : le relevé serait faux.",
      mend: "Vérifiez les minutes de retard et de départ ; si la personne n'est pas venue, notez une absence.",
    }),
  }),
  "attendance.after-abandon": rule({
    severity: "error",
    source: "desk-practice",
    check: afterWithdrawal,
    fr: ({ trainee, ...slot }) => ({
      what: `${trainee} est noté présent le ${formatSlot(slot)}, après son abandon.`,
      why: "L'abandon et la présence se contredisent : l'un des deux est déclaré à tort à France Travail.",
      mend: "Si la personne est revenue, corrigez son inscription ; sinon effacez cette présence.",
    }),
  }),
  "attendance.justification-missing": rule({
    severity: "warning",
    source: "attendance-practice",
    check: eachRecord(lacksDocument),
    fr: ({ trainee, ...slot }) => ({
      what: `${trainee} : l'absence du ${formatSlot(slot)} est dite justifiée, sans référence de justificatif.`,
      why: "Sans document à montrer, un contrôle la tient pour injustifiée.",
      mend: "Demandez le justificatif, classez-le, puis notez sa référence sans dire ce qu'il contient.",
    }),
  }),
  "attendance.distance-proof-thin": rule({
    severity: "warning",
    source: "labour-code-d6313-3-1",
    check: thinEvidence,
    fr: ({ trainees, ...slot }) => ({
      what: `À distance le ${formatSlot(slot)}, moins de deux sortes de preuves pour ${enumerate(trainees)}.`,
      why: "Aucun document ne prouve seul une formation à distance : c'est le faisceau qui compte.",
      mend: "Ajoutez ce qui existe : relevé de connexion, travail rendu, évaluation, échange avec le formateur.",
    }),
  }),
  "attendance.health-detail": rule({
    severity: "warning",
    source: "desk-practice",
    check: healthInClear,
    fr: ({ of }) => ({
      what: `${of === undefined ? "Ce texte" : `${of.trainee} : le justificatif du ${formatSlot(of)}`} dit quelque chose de la santé de la personne.`,
      why: "Une donnée de santé ne se garde pas ici : le motif « santé » suffit, et rien d'autre n'est demandé.",
      mend: "Écrivez le motif « santé » et la référence du document, comme AT-12 ; le document reste dans votre classeur.",
    }),
  }),
};

export const recordRules = {
  ...ownRules,
  "attendance.slot-duplicate": rule({
    severity: "error",
    source: "desk-practice",
    check: slotsTwice,
    fr: ({ trainee, times, ...slot }) => ({
      what: `${trainee} a ${times} faits pour la même demi-journée, le ${formatSlot(slot)}.`,
      why: "Une demi-journée ne compte qu'une fois : en double, elle serait déclarée et facturée deux fois.",
      mend: "Gardez le bon et retirez l'autre.",
    }),
  }),
  "attendance.unjustified-without-notice": rule({
    severity: "warning",
    source: "labour-code-r6341-45",
    check: unexcusedByTrainee,
    fr: ({ trainee, times, ...slot }) => ({
      what: `${trainee} : ${counted(times, "absence injustifiée et non annoncée", "absences injustifiées et non annoncées")}, la dernière le ${formatSlot(slot)}.`,
      why: "Une absence injustifiée peut réduire ce que le stagiaire touche et ce que l'organisme facture.",
      mend: "Appelez la personne ; si elle a un justificatif, corrigez l'absence avec son motif et la référence du document.",
    }),
  }),
  "attendance.late-minutes": rule({
    severity: "notice",
    source: "attendance-practice",
    check: lateByTrainee,
    fr: ({ trainee, times, minutes, untold }) => ({
      what: `${trainee} : ${counted(times, "retard")}, ${formatMinutes(minutes)} en tout${untold > 0 ? `, dont ${untold} sans durée` : ""}.`,
      why: "Les minutes de retard ne sont pas des minutes suivies : elles ne se facturent pas.",
      mend: untold > 0 ? "Notez combien de minutes ont été manquées." : "Rien à corriger ; parlez-en avec la personne si cela se répète.",
    }),
  }),
  "attendance.abandon-suspected": rule({
    severity: "warning",
    source: "attendance-practice",
    check: suspectedWithdrawals,
    fr: ({ trainee, days, since, until }) => ({
      what: `${trainee} : ${counted(days, "jour de formation manqué", "jours de formation manqués")} de suite sans justification, du ${formatDay(since)} au ${formatDay(until)}. Abandon possible.`,
      why: "Un abandon se déclare vite à France Travail ; déclaré tard, des heures sont versées puis réclamées.",
      mend: "Appelez la personne, prévenez son conseiller ; si elle ne revient pas, notez l'abandon dans son inscription.",
    }),
  }),
};

export type RecordProblem = ProblemOf<typeof recordRules>;

/** Judges the facts of one session. */
export const checkAttendance: (situation: AttendanceSituation) => readonly RecordProblem[] = judgeBy<
  AttendanceSituation,
  typeof recordRules
>(recordRules);

const judgeOwn = judgeBy<AttendanceSituation, typeof ownRules>(ownRules);

/** What is wrong with one fact by itself, before it is kept. */
export function recordFaults(record: AttendanceRecord, situation: AttendanceSituation): readonly Problem[] {
  return judgeOwn({ ...situation, records: [record] });
}

const outside: Readonly<Record<Outside, string>> = {
  dates: "est hors des dates de la session",
  schedule: "n'est pas au planning de la session",
  roster: "n'est pas la sienne : cette personne n'est pas inscrite à la session",
  path: "est hors de ses dates d'entrée et de sortie",
};
