import { addDays, type MembershipSituation } from "@kairos/core";
import { aMembership } from "../examples/index.js";
import { providerOf } from "./provider.js";
import type { Dossier } from "./seeded.js";

/** The membership of the dossier's provider: its request left six weeks ago, named by two people, and waits for an answer. */
export function membershipOf(dossier: Dossier): MembershipSituation | undefined {
  const provider = providerOf(dossier);
  const { today } = dossier.situation;
  if (provider === undefined) return undefined;
  const [preparedOn, sentOn] = [addDays(today, -46), addDays(today, -42)];
  const membership = aMembership({
    siret: provider.siret,
    documents: { request: sentOn },
    steps: [
      { action: "prepare", on: preparedOn, by: "nadia", at: `${preparedOn}T09:00:00Z` },
      { action: "send", on: sentOn, by: "nadia", at: `${sentOn}T09:00:00Z` },
    ],
  });
  return { provider, membership, head: provider.siret, today };
}
