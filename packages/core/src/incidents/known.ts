import type { Instant, Minutes } from "../shared/calendar.js";
import { minutesBetween } from "../shared/clock.js";
import type { Incident } from "./incident.js";
import { isOpenIncident } from "./waiting.js";

/** How many people within how long make a known incident of the workspace. */
export const knownFrom = 3;
export const knownWithin: Minutes = 60;

/** The first open incident with the same symptom, once as many people have seen it within the hour; the newcomer counts. */
export function knownIncident(incidents: readonly Incident[], { symptom, reporter }: Pick<Incident, "symptom" | "reporter">, now: Instant) {
  const recent = incidents
    .filter((one) => one.symptom === symptom && isOpenIncident(one) && isRecent(one.reportedAt, now))
    .sort((a, b) => (told(a) < told(b) ? -1 : 1));
  const people = new Set([reporter, ...recent.map((one) => one.reporter)]);
  const [first] = recent;
  return people.size >= knownFrom ? first : undefined;
}

/** By the time, then by the number: two people may press at the same instant. */
function told({ reportedAt, reference }: Incident): string {
  return `${reportedAt} ${reference}`;
}

function isRecent(reportedAt: Instant, now: Instant): boolean {
  const minutes = minutesBetween(reportedAt, now);
  return minutes >= 0 && minutes <= knownWithin;
}

/** What solved the same symptom before, the last first, each solution once. */
export function pastSolutions(
  incidents: readonly Incident[],
  { symptom, cause }: Pick<Incident, "symptom" | "cause">,
): readonly Incident[] {
  const solved = incidents
    .filter((one) => one.symptom === symptom && one.solution !== undefined)
    .sort((a, b) => Number(b.cause === cause) - Number(a.cause === cause) || (a.reportedAt < b.reportedAt ? 1 : -1));
  const isFirst = ({ solution }: Incident, rank: number) => solved.findIndex((one) => one.solution === solution) === rank;
  return solved.filter(isFirst).slice(0, 3);
}
