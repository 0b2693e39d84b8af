import type { Problem } from "../shared/problem.js";
import { isHarmless, type Permission } from "./permissions.js";
import { narrowestProfile } from "./profiles.js";
import { type AccessReview, type Decided, openReview } from "./review.js";
import { checkReviewedEstablishment, checkReviewedGrant, type EstablishmentProblem } from "./review-rules.js";
import { type ReviewedGrant, type ReviewFacts, reviewedEstablishment, reviewedGrants } from "./review-situation.js";

/** One row of a review: a grant, what is remarked, what could replace it, what was decided. */
export interface ReviewRow {
  readonly reviewed: ReviewedGrant;
  readonly problems: readonly Problem[];
  /** Where rights are in excess: a narrower profile that keeps all the holder used, when there is one. */
  readonly narrower: string | undefined;
  /** Where rights are in excess: what would be left of the profile without those of acting that were never used; else empty. */
  readonly remaining: readonly Permission[];
  readonly decided: Decided | undefined;
  /** Somebody must say what becomes of it before the review can be closed. */
  readonly isWaiting: boolean;
}

export interface PreparedReview {
  readonly rows: readonly ReviewRow[];
  readonly establishment: readonly EstablishmentProblem[];
}

/** The review of an establishment as it stands: what waits first, then what is remarked, then the rest. */
export function prepareReview(facts: ReviewFacts, review = openReview(facts.reviews)): PreparedReview {
  const rows = reviewedGrants(facts, review).map((reviewed) => rowOf(reviewed, facts, review));
  const isReplacement = new Set(review?.decisions.flatMap(({ replacedBy }) => replacedBy ?? []));
  return {
    rows: rows.filter(({ reviewed }) => !isReplacement.has(reviewed.grant.id)).sort((a, b) => rankOf(a) - rankOf(b)),
    establishment: checkReviewedEstablishment(reviewedEstablishment(facts)),
  };
}

function rowOf(reviewed: ReviewedGrant, facts: ReviewFacts, review: AccessReview | undefined): ReviewRow {
  const decided = review?.decisions.find(({ grant }) => grant === reviewed.grant.id);
  const problems = decided?.remarks ?? checkReviewedGrant(reviewed);
  const isExcessive = problems.some(({ code }) => code === "access.role-excess");
  return {
    reviewed,
    problems,
    narrower: isExcessive ? narrowestProfile(new Set(reviewed.used), reviewed.grant.siret, facts.own, reviewed.permissions) : undefined,
    remaining: isExcessive ? reviewed.permissions.filter((one) => isHarmless(one) || !reviewed.unused.includes(one)) : [],
    decided,
    isWaiting: decided === undefined && problems.some(asksForDecision),
  };
}

function asksForDecision({ severity }: Problem): boolean {
  return severity === "error" || severity === "warning";
}

function rankOf({ isWaiting, problems, decided }: ReviewRow): number {
  if (isWaiting) return problems.some(({ severity }) => severity === "error") ? 0 : 1;
  if (decided !== undefined) return 3;
  return problems.length > 0 ? 2 : 4;
}
