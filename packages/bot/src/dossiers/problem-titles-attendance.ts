import type { Label } from "@kairos/core";

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

/** Codes of attendance, in a few words. */
export const attendanceTitles = { ...months, ...movements };
