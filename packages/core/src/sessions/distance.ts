import type { Label } from "../shared/language.js";

/** What remote training must come with (article D6313-3-1). */
export const distanceMeans = ["assistance", "activities", "evaluation"] as const;
export type DistanceMeans = (typeof distanceMeans)[number];

export const distanceMeansLabels: Readonly<Record<DistanceMeans, Label>> = {
  assistance: { fr: "assistance technique et pédagogique", en: "technical and teaching assistance" },
  activities: { fr: "activités annoncées, avec leur durée moyenne", en: "announced activities, with their average duration" },
  evaluation: { fr: "évaluations", en: "assessments" },
};
