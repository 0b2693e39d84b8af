import { addDays, addMonths, type MembershipAct, type MembershipAction, type MembershipSituation } from "@kairos/core";
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

/** A step as it is noted on the path to the portal. */
export interface PathStep {
  readonly situation: MembershipSituation;
  readonly action: MembershipAction;
  readonly act: MembershipAct;
}

/** France Travail's approval, as its letter gives it, noted two days after. */
export function approvalOf(dossier: Dossier): PathStep | undefined {
  const situation = membershipOf(dossier);
  if (situation === undefined) return undefined;
  const on = addDays(situation.today, -2);
  const act = { by: "nadia", at: `${situation.today}T09:00:00Z`, on, endsOn: addMonths(on, 36), number: "0126ADR-1/1" };
  return { situation, action: "approve", act };
}
