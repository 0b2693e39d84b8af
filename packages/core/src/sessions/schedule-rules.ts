import type { Settings } from "../membership/index.js";
import { formatDay, formatMinutes, type IsoDate } from "../shared/calendar.js";
import type { Label } from "../shared/language.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { enumerate } from "../shared/text.js";
import { clockChangeIn } from "./clock-changes.js";
import { explainHours } from "./explain-hours.js";
import { dayOff } from "./generate.js";
import { beyondLimits } from "./hours-limits.js";
import { differenceOf, hoursPartLabel, moreOrLess, splitDifferences } from "./hours-words.js";
import { halfDayKey, halfLabels, minutesOf, type Schedule, type WeeklyPattern } from "./schedule.js";
import { type Session, totalMinutes } from "./session.js";

export interface ScheduleSituation {
  readonly session: Session;
  /** Nothing is said of the half-days of a session that has none yet. */
  readonly schedule?: Schedule | undefined;
  readonly settings?: Settings["sessions"] | undefined;
  /** The week it was made from, where it is known. */
  readonly pattern?: WeeklyPattern | undefined;
}

const rule = ruleAbout<ScheduleSituation>();

export const scheduleRules = {
  "session.schedule-hours-order": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ schedule }) =>
      halfDaysOf(schedule).flatMap(({ day, half, from, until }, index) =>
        from < until ? nothing : found(["halfDays", index], { day, half, from, until }),
      ),
    fr: ({ day, half, from, until }) => ({
      what: `La demi-journée du ${formatDay(day)} (${halfLabels[half].fr}) finit à ${until}, pas après son début (${from}).`,
      why: "Une demi-journée tient dans un seul jour et dure au moins une minute.",
      mend: "Donnez son début puis sa fin : 9h-12h30.",
    }),
  }),
  "session.half-day-clock-change": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ schedule }) =>
      halfDaysOf(schedule).flatMap((halfDay, index) => {
        const { day, half, from, until } = halfDay;
        const change = from < until ? clockChangeIn(halfDay, schedule?.timeZone ?? "UTC") : undefined;
        return change === undefined
          ? nothing
          : found(["halfDays", index], { day, half, from, until, shownMinutes: minutesOf(halfDay), ...change });
      }),
    fr: ({ day, half, from, until, skipped, shownMinutes, realMinutes }) => ({
      what:
        skipped.length > 0
          ? `Le ${formatDay(day)} (${halfLabels[half].fr}), ${skipped.join(" et ")} ${skipped.length > 1 ? "n'existent" : "n'existe"} pas : les horloges avancent ce jour-là et sautent cette heure.`
          : `Le ${formatDay(day)} (${halfLabels[half].fr}), ${from}-${until} dure ${formatMinutes(realMinutes)} et non ${formatMinutes(shownMinutes)} : l'heure change entre les deux.`,
      why: "La feuille d'émargement et le temps réellement passé ne diraient pas la même durée.",
      mend: "Donnez un horaire qui tient tout entier avant ou après le changement d'heure ; dans une semaine type, ôtez ce jour, puis ajoutez sa demi-journée.",
    }),
  }),
  "session.schedule-half-twice": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ schedule }) => {
      const halfDays = halfDaysOf(schedule);
      const first = new Map([...halfDays.entries()].reverse().map(([index, halfDay]) => [halfDayKey(halfDay), index]));
      return halfDays.flatMap((halfDay, index) =>
        first.get(halfDayKey(halfDay)) === index ? nothing : found(["halfDays", index], { day: halfDay.day, half: halfDay.half }),
      );
    },
    fr: ({ day, half }) => ({
      what: `Le ${formatDay(day)} a deux demi-journées pour une seule moitié du jour (${halfLabels[half].fr}).`,
      why: "On signe une fois par demi-journée : deux lignes feraient compter deux fois la même présence.",
      mend: "Retirez l'une des deux, ou réunissez leurs horaires.",
    }),
  }),
  "session.schedule-overlap": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ schedule }) => {
      const sorted = [...halfDaysOf(schedule).entries()].sort(([, a], [, b]) => (`${a.day} ${a.from}` < `${b.day} ${b.from}` ? -1 : 1));
      return sorted.flatMap(([index, one], position) => {
        const last = sorted[position - 1]?.[1];
        if (last === undefined || last.day !== one.day || last.until <= one.from || halfDayKey(last) === halfDayKey(one)) return nothing;
        return found(["halfDays", index], { day: one.day, first: `${last.from}-${last.until}`, second: `${one.from}-${one.until}` });
      });
    },
    fr: ({ day, first, second }) => ({
      what: `Le ${formatDay(day)}, les demi-journées ${first} et ${second} se chevauchent.`,
      why: "Les mêmes minutes seraient comptées deux fois.",
      mend: "Changez l'horaire de l'une des deux.",
    }),
  }),
  "session.schedule-outside-dates": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ schedule, session: { startsOn, endsOn } }) => {
      const days = [...new Set(halfDaysOf(schedule).map(({ day }) => day))].filter((day) => day < startsOn || day > endsOn);
      return days.length === 0 ? nothing : found(["halfDays"], { days, startsOn, endsOn });
    },
    fr: ({ days, startsOn, endsOn }) => ({
      what: `Le planning a des demi-journées hors de la session (${formatDay(startsOn)} au ${formatDay(endsOn)}) : ${enumerate(days.map((day) => formatDay(day)))}.`,
      why: "Des heures hors des dates référencées ne sont ni attestées ni payées.",
      mend: "Retirez ces demi-journées, refaites le planning, ou corrigez les dates de la session.",
    }),
  }),
  "session.schedule-hours": rule({
    severity: "warning",
    source: "desk-practice",
    needs: ["settings"],
    check: ({ session, schedule, settings, pattern }) => {
      // People who join along the way follow a part of an opening, not its whole.
      if (schedule === undefined || session.intake === "permanent" || totalMinutes(session.hours) === 0) return nothing;
      const { expected, scheduled, parts } = explainHours(session, schedule, settings, pattern);
      return splitDifferences(expected, scheduled, "fr").length === 0 ? nothing : found(["halfDays"], { expected, scheduled, parts });
    },
    fr: ({ expected, scheduled, parts }) => {
      const difference = differenceOf({ expected, scheduled });
      const reasons = difference === 0 ? splitDifferences(expected, scheduled, "fr") : parts.map((part) => hoursPartLabel(part).fr);
      const counted = `Le planning compte ${formatMinutes(totalMinutes(scheduled))}, la session ${formatMinutes(totalMinutes(expected))}`;
      return {
        what: `${counted} (${difference === 0 ? "réparties autrement" : moreOrLess(difference, "fr")}) : ${reasons.join(" ; ")}.`,
        why: "Le devis, l'émargement et la facture reprennent ces heures : une différence que personne ne voit fait revenir le dossier.",
        mend: "Ajoutez, retirez ou changez des demi-journées, ou corrigez les heures de la session.",
      };
    },
  }),
  "session.hours-vs-dates": rule({
    severity: "warning",
    source: "desk-practice",
    needs: ["settings"],
    check: ({ session, schedule, settings }) =>
      beyondLimits(session, schedule, settings).flatMap((limit) => found(schedule === undefined ? ["hours"] : ["halfDays"], limit)),
    fr: ({ scope, minutes, most, on, others }) => ({
      what: {
        day: `Le ${formatDay(on)} compte ${formatMinutes(minutes)}, au-delà de ${formatMinutes(most)} par jour${alsoIn(others, "autre jour", "autres jours")}.`,
        week: `La semaine du ${formatDay(on)} compte ${formatMinutes(minutes)}, au-delà de ${formatMinutes(most)} par semaine${alsoIn(others, "autre semaine", "autres semaines")}.`,
        period: `La session annonce ${formatMinutes(minutes)}, mais sa période n'en laisse tenir que ${formatMinutes(most)}.`,
      }[scope],
      why: "Des heures qui ne tiennent pas dans les dates sont relevées par le conseiller ; les limites sont celles de vos réglages.",
      mend: "Vérifiez les dates, les heures et les horaires ; si tout est juste, laissez, ou relevez la limite dans les réglages de l'organisme.",
    }),
  }),
  "session.schedule-on-day-off": rule({
    severity: "notice",
    source: "labour-code-l3133-1",
    needs: ["settings"],
    check: ({ schedule, settings }) => {
      const off = new Map<IsoDate, Label>();
      for (const { day } of halfDaysOf(schedule)) {
        const reason = dayOff(day, settings);
        if (reason !== undefined) off.set(day, reason.label);
      }
      return off.size === 0 ? nothing : found(["halfDays"], { days: [...off].map(([day, label]) => ({ day, label })) });
    },
    fr: ({ days }) => ({
      what: `Le planning a des demi-journées un jour férié ou de fermeture : ${enumerate(days.map(({ day, label }) => `${formatDay(day)} (${label.fr})`))}.`,
      why: "Ces jours sont laissés de côté par défaut ; ceux-ci ont été ajoutés.",
      mend: "Si la formation a bien lieu, rien à faire ; sinon, retirez ces demi-journées.",
    }),
  }),
};

export type ScheduleProblem = ProblemOf<typeof scheduleRules>;

/** Judges the half-days of a session, and the hours they make. */
export const checkSchedule = judgeBy<ScheduleSituation, typeof scheduleRules>(scheduleRules);

function halfDaysOf(schedule: Schedule | undefined): Schedule["halfDays"] {
  return schedule?.halfDays ?? [];
}

function alsoIn(count: number, one: string, several: string): string {
  return count === 0 ? "" : ` ; ${count} ${count === 1 ? one : several} aussi`;
}
