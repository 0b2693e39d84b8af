import { formatDay, type IsoDate } from "../shared/calendar.js";
import { type ProblemOf, refusal } from "../shared/rules.js";

export const auditRules = {
  "audit.entry-altered": refusal<{ sequence: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ sequence }) => ({
      what: `L'entrée n° ${sequence} du journal a été modifiée après coup.`,
      why: "Le journal ne prouve plus rien à partir de cette entrée.",
      mend: "Conservez le fichier tel quel, restaurez la dernière sauvegarde vérifiée et prévenez le RGC.",
    }),
  }),
  "audit.entry-missing": refusal<{ sequence: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ sequence }) => ({
      what: `L'entrée n° ${sequence} du journal manque ou n'est pas à sa place.`,
      why: "Des actes ont pu être effacés, ajoutés ou déplacés.",
      mend: "Conservez le fichier tel quel, restaurez la dernière sauvegarde vérifiée et prévenez le RGC.",
    }),
  }),
  "audit.head-differs": refusal<{ sequence: number }>({
    severity: "error",
    source: "cnil-san-2026-003",
    fr: ({ sequence }) => ({
      what: `Le journal ne contient plus l'empreinte relevée à l'entrée n° ${sequence}.`,
      why: "Il a été coupé ou réécrit depuis ce relevé.",
      mend: "Comparez avec la sauvegarde du jour du relevé et prévenez le RGC.",
    }),
  }),
  "audit.head-purged": refusal<{ sequence: number; before: IsoDate }>({
    severity: "notice",
    source: "cnil-logging-2021",
    fr: ({ sequence, before }) => ({
      what: `L'empreinte relevée à l'entrée n° ${sequence} est dans la partie du journal déjà effacée, celle d'avant le ${formatDay(before)}.`,
      why: "Au bout de sa durée de conservation, le début du journal est effacé : cette empreinte ne peut plus être comparée.",
      mend: "Si vous l'avez relevée après ce jour, prévenez le RGC ; sinon, relevez-en une nouvelle.",
    }),
  }),
  "audit.dates-order": refusal<{ from: IsoDate; until: IsoDate }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ from, until }) => ({
      what: `La période demandée finit le ${formatDay(until)}, avant de commencer (${formatDay(from)}).`,
      why: "Aucune entrée du journal ne peut s'y trouver.",
      mend: "Échangez les deux jours, ou corrigez l'année.",
    }),
  }),
  "audit.head-unreadable": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une empreinte du journal.`,
      why: "Une empreinte s'écrit sur une ligne : le numéro de l'entrée, deux-points, puis 64 chiffres ou lettres de a à f.",
      mend: "Recopiez la ligne entière, telle que Kairos l'a donnée, sans rien y ajouter.",
    }),
  }),
};
export type AuditProblem = ProblemOf<typeof auditRules>;
