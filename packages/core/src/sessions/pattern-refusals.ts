import { formatDay, formatMinutes, type IsoDate, type Minutes } from "../shared/calendar.js";
import { refusal } from "../shared/rules.js";
import { counted } from "../shared/text.js";
import { weekdayLabels } from "../shared/week-rules.js";
import { type Half, halfLabels } from "./schedule.js";

/** Why no schedule is made or changed. */
export const patternRefusals = {
  "session.pattern-half-twice": refusal<{ weekday: number; half: Half; first: string; second: string }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ weekday, half, first, second }) => ({
      what: `Le ${weekdayLabels[weekday]?.fr}, ${first} et ${second} tombent dans la même demi-journée (${halfLabels[half].fr}).`,
      why: "Une demi-journée a un seul horaire : c'est elle que l'on signe et que l'on déclare.",
      mend: "Réunissez les deux horaires, pause comprise, ou nommez les demi-journées : lun matin 9h-12h après-midi 12h30-16h.",
    }),
  }),
  "session.schedule-two-ways": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Une semaine type et une seule demi-journée ne se donnent pas ensemble.",
      why: "La semaine fait tout le planning ; la demi-journée, son horaire, son lieu, sa salle et ses formateurs n'en changent qu'une ligne.",
      mend: "Donnez l'une ou l'autre : la semaine d'abord, puis la demi-journée dans une seconde commande.",
    }),
  }),
  "session.schedule-too-long": refusal<{ halfDays: number; most: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ halfDays, most }) => ({
      what: `Ce planning aurait ${halfDays} demi-journées ; il peut en avoir ${most}.`,
      why: "Une période de plusieurs années est presque toujours une faute de frappe dans les dates de la session.",
      mend: "Vérifiez le premier et le dernier jour de la session, ou faites deux sessions.",
    }),
  }),
  "session.schedule-empty": refusal<object>({
    severity: "error",
    source: "desk-practice",
    fr: () => ({
      what: "Aucune demi-journée ne tombe dans la période de la session.",
      why: "Les jours de la semaine donnée n'y sont pas, ou sont tous fériés ou fermés.",
      mend: "Vérifiez les dates de la session, la semaine donnée et les fermetures de l'organisme.",
    }),
  }),
  "session.schedule-exists": refusal<{ halfDays: number; minutes: Minutes; edited: number }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ halfDays, minutes, edited }) => ({
      what: `Cette session a déjà un planning : ${counted(halfDays, "demi-journée")}, ${formatMinutes(minutes)}${edited === 0 ? "" : `, dont ${edited} ${edited === 1 ? "réglée" : "réglées"} à la main`}.`,
      why: "Le refaire efface ce qui a été réglé demi-journée par demi-journée.",
      mend: "Pour le refaire en entier, ajoutez « remplacer:oui » ; pour changer un seul jour, donnez sa demi-journée.",
    }),
  }),
  "session.half-day-unknown": refusal<{ day: IsoDate; half: Half }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ day, half }) => ({
      what: `Le planning n'a pas de demi-journée le ${formatDay(day)} (${halfLabels[half].fr}).`,
      why: "On ne peut changer ou retirer que ce qui existe ; pour ajouter, il faut un horaire.",
      mend: "Vérifiez le jour et la demi-journée ; pour l'ajouter, donnez son horaire : 9h-12h30.",
    }),
  }),
};
