import { formatDay, formatMinutes, type IsoDate, type Minutes } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import type { Course } from "./course.js";
import { distanceMeans, distanceMeansLabels } from "./distance.js";
import type { Session } from "./session.js";
import { totalMinutes } from "./session.js";

/** What a course and its sessions have in common. */
export interface TrainingSituation {
  readonly training: Pick<Session, "hours" | "modality" | "announcedMinutes" | "distanceMeans">;
}

const rule = ruleAbout<TrainingSituation>();

/** Rules of the hours, for a course as for a session. */
export const trainingRules = {
  "session.hours-sum": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ training: { hours, announcedMinutes } }) =>
      announcedMinutes === undefined || announcedMinutes === totalMinutes(hours)
        ? nothing
        : found(["announcedMinutes"], { announcedMinutes, sumMinutes: totalMinutes(hours) }),
    fr: ({ announcedMinutes, sumMinutes }) => ({
      what: `Le total annoncé est ${formatMinutes(announcedMinutes)}, mais centre + entreprise + distance font ${formatMinutes(sumMinutes)}.`,
      why: "Le portail et le devis reprennent la répartition : un total qui n'est pas sa somme est refusé.",
      mend: "Corrigez la répartition des heures ou le total annoncé.",
    }),
  }),
  "session.distance-without-means": rule({
    severity: "warning",
    source: "labour-code-d6313-3-1",
    check: ({ training: { hours, modality, distanceMeans: given = [] } }) => {
      const missing = distanceMeans.filter((means) => !given.includes(means));
      const remote = hours.distanceMinutes > 0 || modality === "distance";
      return remote && missing.length > 0 ? found(["distanceMeans"], { missing, minutes: hours.distanceMinutes }) : nothing;
    },
    fr: ({ missing, minutes }) => ({
      what: `${remoteHours(minutes)} sans dire ce qui les accompagne : ${missing.map((means) => distanceMeansLabels[means].fr).join(" ; ")}.`,
      why: "Une formation à distance comporte une assistance, des activités dont la durée est annoncée et des évaluations (article D6313-3-1).",
      mend: "Dites lesquels sont prévus ; s'il en manque un, prévoyez-le avant le début.",
    }),
  }),
};

export type TrainingProblem = ProblemOf<typeof trainingRules>;

/** Judges the hours of a course or a session. */
export const checkTraining = judgeBy<TrainingSituation, typeof trainingRules>(trainingRules);

export interface CourseSituation {
  readonly course: Course;
  readonly today: IsoDate;
}

const courseRule = ruleAbout<CourseSituation>();

export const courseRules = {
  "id.certification-ended": courseRule({
    severity: "warning",
    source: "lheo-2.3",
    check: ({ course: { certification, certificationEndsOn }, today }) =>
      certification !== undefined && certificationEndsOn !== undefined && certificationEndsOn < today
        ? found(["certificationEndsOn"], { certification: certification as string, endsOn: certificationEndsOn })
        : nothing,
    fr: ({ certification, endsOn }) => ({
      what: `L'enregistrement de ${certification} a pris fin le ${formatDay(endsOn)}.`,
      why: "Une formation qui vise une certification échue n'est en général plus finançable.",
      mend: "Vérifiez sur France compétences si la fiche a été renouvelée sous un autre numéro.",
    }),
  }),
};

function remoteHours(minutes: Minutes): string {
  return minutes === 0 ? "La formation est à distance" : `La formation prévoit ${formatMinutes(minutes)} à distance`;
}
