import { type IsoMonth, monthOf } from "../attendance/index.js";
import { dayOf, type Minutes } from "../shared/calendar.js";
import { minutesBetween } from "../shared/clock.js";
import { causes } from "./causes.js";
import type { Incident, Symptom } from "./incident.js";
import type { CauseId } from "./triage.js";

/** Incidents of one cause that were reported in a month. Those that nobody found the cause of stand by their symptom. */
export interface IncidentCount {
  readonly symptom: Symptom;
  readonly cause: CauseId | undefined;
  readonly reported: number;
  /** Reports attached to one of these: the same thing, seen by others. */
  readonly attached: number;
  readonly solved: number;
  /** From the report to the last solution, the median of those that are solved; nothing while none is. */
  readonly medianMinutes: Minutes | undefined;
}

/**
 * A month of incidents, the most frequent cause first. What several people saw is one incident, counted where it was first
 * reported; alone when that first report is not among these.
 */
export function incidentsOf(month: IsoMonth, incidents: readonly Incident[], zone: string): readonly IncidentCount[] {
  const given = new Map(incidents.map((one) => [one.reference, one]));
  const groups = new Map<string, Incident[]>();
  const attached = new Map<string, number>();
  for (const one of incidents) {
    const first = one.sameAs === undefined ? undefined : given.get(one.sameAs);
    const { symptom, cause, reportedAt } = first ?? one;
    if (monthOf(dayOf(reportedAt, zone)) !== month) continue;
    const key = `${symptom} ${knownCause(cause) ?? ""}`;
    if (first === undefined) groups.set(key, [...(groups.get(key) ?? []), one]);
    else attached.set(key, (attached.get(key) ?? 0) + 1);
  }
  return [...groups]
    .flatMap(([key, reported]) => {
      const [first] = reported;
      if (first === undefined) return [];
      const times = reported.flatMap((one) => minutesToSolve(one) ?? []);
      const { symptom, cause } = first;
      return [
        {
          symptom,
          cause: knownCause(cause),
          reported: reported.length,
          attached: attached.get(key) ?? 0,
          solved: times.length,
          medianMinutes: medianOf(times),
        },
      ];
    })
    .sort((a, b) => b.reported - a.reported || b.attached - a.attached || (rankOf(a) < rankOf(b) ? -1 : 1));
}

/** A cause of another version of the table is no cause that can be named. */
function knownCause(cause: string | undefined): CauseId | undefined {
  return cause !== undefined && Object.hasOwn(causes, cause) ? (cause as CauseId) : undefined;
}

function rankOf({ symptom, cause = "" }: { readonly symptom: Symptom; readonly cause: string | undefined }): string {
  return `${symptom} ${cause}`;
}

function minutesToSolve({ reportedAt, history, status }: Incident): Minutes | undefined {
  const solved = status === "solved" ? history.filter(({ action }) => action === "solve").at(-1) : undefined;
  return solved && Math.max(0, minutesBetween(reportedAt, solved.at));
}

function medianOf(values: readonly Minutes[]): Minutes | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? undefined : Math.round((below + above) / 2);
}
