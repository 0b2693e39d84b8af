import { type AccessReview, type Decision, decideOf, prepareReview, type ReviewFacts } from "@kairos/core";
import { problemsOf } from "../../problems.js";
import { type Dossier, faultsIn } from "../../seeded.js";
import { teamOf } from "../../team.js";

interface Deciding {
  readonly facts: ReviewFacts;
  readonly review: AccessReview;
  readonly grant: string;
  readonly decision: Decision;
}

/** In a review opened today, an account manager keeps the clerk's grant. */
const inDecision = faultsIn(
  (dossier: Dossier): Deciding | undefined => {
    const facts = teamOf(dossier);
    if (facts === undefined) return undefined;
    const { provider, today, reviews } = facts;
    const review: AccessReview = { id: "R-0002", siret: provider.siret, openedOn: today, openedBy: "nadia", decisions: [] };
    return { facts: { ...facts, reviews: [...reviews, review] }, review, grant: "H-0003", decision: { decision: "keep", by: "nadia" } };
  },
  ({ facts, review, grant, decision }) => {
    const row = prepareReview(facts).rows.find(({ reviewed }) => reviewed.grant.id === grant);
    if (row === undefined) throw new Error(`no row for ${grant}`);
    return problemsOf(decideOf(row, review, facts, decision));
  },
);

/** What somebody may not decide of a grant. */
export const decisionFaults = {
  "access.own-decision": inDecision((deciding, random) => {
    const { id: grant, person: by } = random.pick(deciding.facts.grants.filter(({ profile }) => profile === "rgc"));
    return { ...deciding, grant, decision: { decision: random.pick(["keep", "reduce", "revoke"]), by, newId: "H-0004" } };
  }),
  "access.no-narrower-profile": inDecision((deciding, random) => ({
    ...deciding,
    decision: { decision: "reduce", by: random.pick(["nadia", "omar"]), ...(random.chance(0.5) && { newId: "H-0004" }) },
  })),
  "access.not-narrower": inDecision((deciding, random) => {
    const profile = random.pick(["approver", "coordinator", "billing", "quote-clerk", "rgc"]);
    return { ...deciding, decision: { decision: "reduce", by: "nadia", profile, newId: "H-0004" } };
  }),
};
