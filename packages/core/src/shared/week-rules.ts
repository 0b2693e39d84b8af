import type { Label } from "./language.js";
import { refusal } from "./rules.js";

/** What can be wrong with the hours of a week as people type them. */
export const weekRules = {
  "input.not-an-hour": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une heure : une horloge va de 00:00 à 23:59.`,
      why: "Une heure mal lue décale tout le planning.",
      mend: "Écrivez-la comme 9h, 9h30 ou 09:30 ; pour minuit, finissez à 23h59 ou commencez à 0h.",
    }),
  }),
  "input.hours-order": refusal<{ from: string; until: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ from, until }) => ({
      what: `L'horaire ${from}-${until} finit avant d'avoir commencé.`,
      why: "Une plage d'heures tient dans une seule journée et dure au moins une minute.",
      mend: "Écrivez le début puis la fin : 9h-12h30.",
    }),
  }),
  "input.hours-overlap": refusal<{ weekday: number; first: string; second: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ weekday, first, second }) => ({
      what: `Le ${weekdayLabels[weekday]?.fr}, ${first} et ${second} se chevauchent.`,
      why: "Les mêmes minutes seraient comptées deux fois.",
      mend: "Donnez des horaires qui se suivent : 9h-12h30 13h30-17h.",
    }),
  }),
  "input.week-incomplete": refusal<{ missing: "days" | "hours"; value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ missing, value }) => ({
      what: missing === "days" ? `Les jours manquent dans « ${value} ».` : `Les heures manquent dans « ${value} ».`,
      why: "Une semaine se lit jour par jour : des jours, puis leurs heures.",
      mend: "Écrivez par exemple : lun-ven 9h-12h30 13h30-17h ; sam 9h-12h.",
    }),
  }),
  "input.week-unreadable": refusal<{ value: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ value }) => ({
      what: `« ${value} » ne se lit ni comme un jour, ni comme une heure, ni comme un lieu.`,
      why: "Rien n'est deviné : un mot mal compris changerait le planning.",
      mend: "Écrivez par exemple : lun-ven 9h-12h30 13h30-17h ; sam 9h-12h distance.",
    }),
  }),
};

/** Monday is 1. */
export const weekdayLabels: readonly (Label | undefined)[] = [
  undefined,
  { fr: "lundi", en: "Monday" },
  { fr: "mardi", en: "Tuesday" },
  { fr: "mercredi", en: "Wednesday" },
  { fr: "jeudi", en: "Thursday" },
  { fr: "vendredi", en: "Friday" },
  { fr: "samedi", en: "Saturday" },
  { fr: "dimanche", en: "Sunday" },
];
