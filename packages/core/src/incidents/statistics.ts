import type { IsoMonth } from "../attendance/index.js";
import type { Minutes } from "../shared/calendar.js";
import { clockAt, minutesBetween } from "../shared/clock.js";
import type { Incident, Symptom } from "./incident.js";

/** Incidents of one symptom that were reported in a month. */
export interface IncidentCount {
  readonly symptom: Symptom;
  readonly reported: number;
  readonly solved: number;
  /** From the report to the solution, half of them took longer; nothing while none is solved. */
  readonly medianMinutes: Minutes | undefined;
}

/** A month of incidents, the most frequent symptom first. */
export function incidentsOf(month: IsoMonth, incidents: readonly Incident[], zone: string): readonly IncidentCount[] {
  const bySymptom = new Map<Symptom, Incident[]>();
  for (const one of incidents) {
    if (clockAt(one.reportedAt, zone).day.slice(0, 7) !== month) continue;
    const same = bySymptom.get(one.symptom);
    if (same === undefined) bySymptom.set(one.symptom, [one]);
    else same.push(one);
  }
  return [...bySymptom]
    .map(([symptom, reported]) => {
      const times = reported.flatMap((one) => minutesToSolve(one) ?? []);
      return { symptom, reported: reported.length, solved: times.length, medianMinutes: medianOf(times) };
    })
    .sort((a, b) => b.reported - a.reported || (a.symptom < b.symptom ? -1 : 1));
}

function minutesToSolve({ reportedAt, history, status }: Incident): Minutes | undefined {
  const solved = status === "solved" ? history.filter(({ action }) => action === "solve").at(-1) : undefined;
  return solved && minutesBetween(reportedAt, solved.at);
}

function medianOf(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
