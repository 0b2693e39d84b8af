import { fold, incidentSchema, symptomLabels } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { holding, latest } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const incidentKind = { table: "incidents", key: "reference", schema: incidentSchema };

/** What people reported of the portal, the last first. */
export function incidentsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["incidents"] {
  const incidents = shelf(incidentKind, trx, workspace, scope);
  return {
    get: (reference) => incidents.get(reference),
    list: ({ status, symptom, reporter, since, search, limit } = {}) => {
      const rows = latest(holding(incidents.rows(), search), limit);
      if (status !== undefined) rows.where({ status });
      if (symptom !== undefined) rows.where({ symptom });
      if (reporter !== undefined) rows.where({ reporter });
      if (since !== undefined) rows.where("reported_at", ">=", since);
      return incidents.read(rows);
    },
    save: (incident) => {
      const { reference, siret, status, symptom, reporter, reportedAt } = incident;
      const search = fold(`${reference} ${symptomLabels[symptom].fr}`);
      return incidents.put(incident, { reference, siret, status, symptom, reporter, reported_at: reportedAt, search });
    },
  };
}
