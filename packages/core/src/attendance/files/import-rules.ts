import { type Half, halfLabels } from "../../sessions/index.js";
import { formatDay, type IsoDate } from "../../shared/calendar.js";
import type { InFile } from "../../shared/file-rules.js";
import { type ProblemOf, refusal } from "../../shared/rules.js";
import { type AbsenceReason, type AttendanceStatus, absenceReasonLabels, absenceReasons, attendanceStatusLabels } from "../record.js";
import { importActRules } from "./import-act-rules.js";

/** Why a row of a table of attendance does not come in, and why an import of it is not brought in or undone. */
export const attendanceImportRules = {
  "import.session-missing": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "On ne sait pas de quelle session est cette ligne.",
      why: "Une demi-journée appartient à une session.",
      mend: "Remplissez la colonne « session », ou donnez la session avec l'option session.",
    }),
  }),
  "import.session-unknown": refusal<InFile & { session: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session }) => ({
      what: `La session ${session} n'est pas connue, ou n'est pas une des vôtres.`,
      why: "On ne saisit l'assiduité que des sessions que l'on suit.",
      mend: "Vérifiez la référence avec /session liste.",
    }),
  }),
  "import.other-session": refusal<InFile & { session: string; expected: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, expected }) => ({
      what: `Cette ligne est de la session ${session}, pas de ${expected}.`,
      why: "Le fichier d'un autre groupe fausserait l'assiduité de celui-ci.",
      mend: "Vérifiez le fichier, ou importez-le sans l'option session.",
    }),
  }),
  "import.session-elsewhere": refusal<InFile & { session: string; first: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, first }) => ({
      what: `La session ${session} est d'un autre établissement que ${first}.`,
      why: "Un import n'écrit que dans un établissement.",
      mend: "Faites un fichier par établissement.",
    }),
  }),
  "import.trainee-missing": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "On ne sait pas de qui est cette ligne.",
      why: "Une présence est celle de quelqu'un.",
      mend: "Remplissez la colonne « référence stagiaire » (T-0001), ou « nom » et « prénom ».",
    }),
  }),
  "import.trainee-unknown": refusal<InFile & { session: string; nearest: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, nearest }) => ({
      what: `Cette personne n'est pas parmi les stagiaires de ${session}.${nearest === "" ? "" : ` Le nom le plus proche est celui de ${nearest}.`}`,
      why: "Un nom mal écrit ferait entrer les présences de quelqu'un d'autre, ou de personne.",
      mend:
        nearest === ""
          ? "Corrigez le nom ou la référence, ou inscrivez la personne avec /assiduite inscrire."
          : `Si c'est bien ${nearest}, écrivez cette référence ; sinon inscrivez la personne avec /assiduite inscrire.`,
    }),
  }),
  "import.trainee-ambiguous": refusal<InFile & { references: readonly string[] }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ references }) => ({
      what: `Plusieurs stagiaires portent ce nom : ${references.join(", ")}.`,
      why: "On ne peut pas deviner de qui est la ligne.",
      mend: "Écrivez la référence du stagiaire au lieu de son nom.",
    }),
  }),
  "import.name-mismatch": refusal<InFile & { trainee: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee }) => ({
      what: `Le nom de la ligne n'est pas celui de ${trainee}.`,
      why: "La référence ou le nom est faux : la présence pourrait être celle d'un autre.",
      mend: "Gardez celui des deux qui est juste.",
    }),
  }),
  "import.not-followed": refusal<InFile & { trainee: string; day: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ trainee, day }) => ({
      what: `${trainee} n'est pas en formation dans cette session le ${formatDay(day)} : pas encore entré, ou déjà sorti.`,
      why: "Une présence après un abandon ou avant l'entrée contredit le dossier.",
      mend: "Corrigez la date, ou les dates d'inscription avec /assiduite inscrire.",
    }),
  }),
  "import.outside-schedule": refusal<InFile & { session: string; day: IsoDate; half: Half | "" }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ session, day, half }) => ({
      what: `La session ${session} n'a pas de demi-journée le ${formatDay(day)}${half === "" ? "" : ` (${halfLabels[half].fr})`}.`,
      why: "Des heures hors du planning ne se déclarent pas et ne se facturent pas.",
      mend: "Corrigez la date ou la demi-journée, ou complétez le planning avec /session planning.",
    }),
  }),
  "import.half-missing": refusal<InFile & { day: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day }) => ({
      what: `La ligne ne dit pas de quelle demi-journée du ${formatDay(day)} elle est.`,
      why: "Ce jour en a plusieurs ; une ligne en dit une seule.",
      mend: "Remplissez la colonne « demi-journée », une ligne pour chacune.",
    }),
  }),
  "import.hours-outside": refusal<InFile & { from: string; until: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ from, until }) => ({
      what: `Les heures d'arrivée et de départ ne vont pas avec la demi-journée (${from} à ${until}).`,
      why: "Une arrivée après la fin ou un départ avant le début ne donne aucune présence.",
      mend: "Corrigez les heures ou la demi-journée ; pour une absence, videz-les et remplissez « statut ».",
    }),
  }),
  "import.negative-minutes": refusal<InFile & { value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » : des minutes ne peuvent pas être négatives.`,
      why: "Elles ajouteraient des heures que personne n'a suivies.",
      mend: "Écrivez un nombre à partir de 0.",
    }),
  }),
  "import.minutes-over": refusal<InFile & { minutes: number; planned: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ minutes, planned }) => ({
      what: `${minutes} minutes, pour une demi-journée de ${planned}.`,
      why: "On ne peut ni suivre ni manquer plus que ce qui est prévu ; qui manque tout est absent.",
      mend: "Corrigez les minutes, ou le statut.",
    }),
  }),
  "import.minutes-missing": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Les minutes manquent.",
      why: "Un retard, un départ anticipé ou des heures déclarées se comptent à la minute.",
      mend: "Remplissez « retard », « départ anticipé » ou « minutes », ou les heures d'arrivée et de départ.",
    }),
  }),
  "import.minutes-contradict": refusal<InFile & { status: AttendanceStatus }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ status }) => ({
      what: `« ${attendanceStatusLabels[status].fr} » ne va pas avec des heures d'arrivée ou des minutes manquées.`,
      why: "Qui n'est pas là n'arrive pas en retard : l'un des deux est faux.",
      mend: "Corrigez le statut, ou videz les heures et les minutes.",
    }),
  }),
  "import.status-missing": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "La ligne ne dit pas si la personne était là.",
      why: "Une cellule vide n'est ni une présence ni une absence.",
      mend: "Remplissez « statut », ou l'heure d'arrivée.",
    }),
  }),
  "import.reason-unknown": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Le motif n'est pas un de ceux qui se gardent.",
      why: "Un motif libre peut en dire trop sur la vie ou la santé de quelqu'un : seul un code est gardé.",
      mend: `Choisissez parmi : ${absenceReasons.map((one: AbsenceReason) => absenceReasonLabels[one].fr).join(", ")}.`,
    }),
  }),
  "import.health-detail": refusal<InFile>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Le justificatif parle de santé.",
      why: "Une donnée de santé n'a pas sa place dans un relevé de présence : seule la référence du document se garde.",
      mend: "Mettez « santé » dans « motif », et une référence neutre (JUST-0012) dans « justificatif ».",
    }),
  }),
  "import.future-day": refusal<InFile & { day: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day }) => ({
      what: `Le ${formatDay(day)} n'est pas encore passé.`,
      why: "Une présence se constate ; elle ne s'annonce pas.",
      mend: "Corrigez la date, ou importez le fichier après ce jour.",
    }),
  }),
  ...importActRules,
};

export type AttendanceImportProblem = ProblemOf<typeof attendanceImportRules>;
