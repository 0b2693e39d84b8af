import type { Settings } from "../membership/index.js";
import { addDays, dayOf, daysBetween, type IsoDate } from "../shared/calendar.js";
import type { Incident, IncidentStatus } from "./incident.js";

/** What an open incident waits for, of the person who reported it. */
export const incidentWaits = ["complete", "send", "answer"] as const;
export type IncidentWaitKind = (typeof incidentWaits)[number];

export interface IncidentWait {
  readonly kind: IncidentWaitKind;
  /** The day of its last step. */
  readonly since: IsoDate;
  /** The day on which it is recalled. */
  readonly dayOn: IsoDate;
}

const waitOf: Readonly<Partial<Record<IncidentStatus, IncidentWaitKind>>> = {
  draft: "complete",
  reopened: "complete",
  complete: "send",
  sent: "answer",
};

/**
 * What is to be recalled of an incident by a day, the last time it came due: the next day for a file to complete or to
 * send, each time so many days have passed without an answer. One attached to another waits for nothing by itself.
 */
export function incidentWait(incident: Incident, { support }: Pick<Settings, "support">, today: IsoDate): IncidentWait | undefined {
  const { status, sameAs, reportedAt, timeZone, history } = incident;
  const kind = waitOf[status];
  if (kind === undefined || sameAs !== undefined) return undefined;
  const since = dayOf(history.at(-1)?.at ?? reportedAt, timeZone);
  const passed = daysBetween(since, today);
  if (kind !== "answer") return passed < 1 ? undefined : { kind, since, dayOn: addDays(since, 1) };
  const every = support.reminderDays;
  return passed < every ? undefined : { kind, since, dayOn: addDays(since, passed - (passed % every)) };
}

/** Neither solved nor dropped. */
export function isOpenIncident({ status }: Pick<Incident, "status">): boolean {
  return status !== "solved" && status !== "dropped";
}
