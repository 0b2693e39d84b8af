import { type Membership, type MembershipInput, type MembershipSituation, membershipSchema } from "@kairos/core";
import { merge, type Overrides } from "./merge.js";
import { aProvider, bordeaux } from "./provider.js";
import { today } from "./quote.js";

/** A request sent to France Travail on 5 October, with an RGC and a deputy. */
export function aMembership(overrides: Overrides<MembershipInput> = {}): Membership {
  return membershipSchema.parse(merge(sent, overrides));
}

export function aMembershipSituation(beside: Partial<MembershipSituation> = {}): MembershipSituation {
  return { provider: aProvider(), membership: aMembership(), head: bordeaux, today, ...beside };
}

const sent: MembershipInput = {
  siret: "99900014400017",
  status: "sent",
  manager: "nadia",
  deputy: "karim",
  documents: { request: "2026-10-05" },
  steps: [
    { action: "prepare", on: "2026-10-01", by: "nadia", at: "2026-10-01T09:00:00Z" },
    { action: "send", on: "2026-10-05", by: "nadia", at: "2026-10-05T09:00:00Z" },
  ],
};
