import { addDays, type IncidentSituation } from "@kairos/core";
import { anIncidentSituation } from "../examples/incident.js";
import { numberOf } from "./number.js";
import { providerOf } from "./provider.js";
import type { Dossier } from "./seeded.js";

/** The portal refused access to the dossier's quote the day before it is looked at: the whole file, ready to leave. */
export function incidentOf(dossier: Dossier): IncidentSituation | undefined {
  const provider = providerOf(dossier);
  const { quote, session, trainee, today } = dossier.situation;
  if (provider === undefined || trainee === undefined) return undefined;
  const { siret } = provider;
  const { firstName, lastName } = trainee;
  const day = addDays(today, -1);
  const number = numberOf(dossier);
  return anIncidentSituation(
    {
      reference: `INC-2026-${number}`,
      siret,
      reporter: quote.enteredBy[0] ?? "lea",
      reportedAt: `${day}T08:20:00.000Z`,
      occurredAt: `${day}T08:12:00.000Z`,
      timeZone: provider.settings.timeZone,
      steps: `J'ouvre Devis, je cherche ${quote.reference}, je clique sur Modifier.`,
      quote: quote.reference,
      session: session?.reference,
    },
    { provider, now: `${day}T09:00:00.000Z`, masking: { people: [{ firstName, lastName }], spared: [siret, "LMARCHAND01"] } },
  );
}
