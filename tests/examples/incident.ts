import { type Incident, type IncidentInput, type IncidentSituation, incidentSchema } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";
import { aProvider } from "./provider.js";

/** A complete file: access refused to a quote, this morning at 9:12. */
export function anIncident(overrides: Overrides<IncidentInput> = {}): Incident {
  return incidentSchema.parse(
    merge(
      {
        reference: "INC-2026-0001",
        siret: "99900014400017",
        symptom: "forbidden",
        cause: "forbidden-portal",
        contact: "account-manager",
        reporter: "lea",
        reportedAt: "2026-12-07T08:20:00.000Z",
        portalUser: "LMARCHAND01",
        occurredAt: "2026-12-07T08:12:00.000Z",
        timeZone: "Europe/Paris",
        message: "Erreur 403 : accès refusé",
        steps: "J'ouvre Devis, je cherche DEV-2026-0001, je clique sur Modifier.",
        browser: "Chrome 131",
        quote: "DEV-2026-0001",
        screenshots: [{ fileName: "INC-2026-0001-1.png", mediaType: "image/png", digest: "0".repeat(64) }],
        pictureChecked: true,
      },
      overrides,
    ),
  );
}

export function anIncidentSituation(incident: Overrides<IncidentInput> = {}, beside: Partial<IncidentSituation> = {}): IncidentSituation {
  return {
    incident: anIncident(incident),
    provider: aProvider(),
    now: "2026-12-07T08:30:00.000Z",
    masking: { people: [{ firstName: "Camille", lastName: "Durand" }], spared: ["99900014400017", "LMARCHAND01"] },
    ...beside,
  };
}
