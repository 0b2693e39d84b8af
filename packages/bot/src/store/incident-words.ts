import type { Incident, IncidentStatus, Instant, Symptom } from "@kairos/core";

export interface IncidentFilter {
  readonly status?: IncidentStatus;
  readonly symptom?: Symptom;
  readonly reporter?: string;
  readonly since?: Instant;
  readonly search?: string;
  readonly limit?: number;
}

/** What a store keeps of what people reported of the portal. */
export interface Incidents {
  readonly incidents: {
    get(reference: string): Promise<Incident | undefined>;
    save(incident: Incident): Promise<void>;
    /** The last reported first. */
    list(filter?: IncidentFilter): Promise<readonly Incident[]>;
  };
}
