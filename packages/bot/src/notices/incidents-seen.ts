import { type Incident, type IncidentStatus, incidentStatuses, isOpenIncident, laterBy } from "@kairos/core";
import type { Look } from "./notice.js";

/** The incidents of a workspace in these statuses that were reported this half-year, the first reported first. */
export async function incidentsIn({ providers, read, now }: Look, statuses: readonly IncidentStatus[]): Promise<readonly Incident[]> {
  const since = laterBy(now, -furthest);
  const scope = providers.map(({ siret }) => siret);
  const found = await read(scope, async ({ incidents }) => {
    const all: Incident[] = [];
    for (const status of statuses) all.push(...(await incidents.list({ status, since })));
    return all;
  });
  return found.sort((a, b) => (a.reportedAt + a.reference < b.reportedAt + b.reference ? -1 : 1));
}

/** An older one is news to nobody any more, in minutes. */
const furthest = 183 * 24 * 60;

/** Those that are neither solved nor dropped. */
export function openIncidents(look: Look): Promise<readonly Incident[]> {
  return incidentsIn(
    look,
    incidentStatuses.filter((status) => isOpenIncident({ status })),
  );
}

/** The acts after which people are told without waiting: the same was seen by others, and it is solved. */
export const incidentActs = ["incident.ouvrir", "incident.resolu"];
