import type { Incident, IncidentStatus } from "@kairos/core";
import type { Look } from "./notice.js";

/** The incidents of a workspace in these statuses, the first reported first. */
export async function incidentsIn({ providers, read }: Look, statuses: readonly IncidentStatus[]): Promise<readonly Incident[]> {
  const scope = providers.map(({ siret }) => siret);
  const found = await read(scope, async ({ incidents }) => {
    const all: Incident[] = [];
    for (const status of statuses) all.push(...(await incidents.list({ status })));
    return all;
  });
  return found.sort((a, b) => (a.reportedAt + a.reference < b.reportedAt + b.reference ? -1 : 1));
}

/** Those that are neither solved nor dropped. */
export function openIncidents(look: Look): Promise<readonly Incident[]> {
  return incidentsIn(look, ["draft", "reopened", "complete", "sent", "answered"]);
}

/** The acts after which people are told without waiting: the same was seen by others, and it is solved. */
export const incidentActs = ["incident.ouvrir", "incident.resolu"];
