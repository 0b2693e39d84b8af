export { type Access, accessOn, can, establishmentsFor, type HeldRights, rightsIn, rightsOf } from "./access.js";
export { type Account, accountSchema, hasLeft, leaversAmong, looksShared } from "./account.js";
export { type AccessChange, accessChanges } from "./change.js";
export { type Decision, type Decree, decideOf, isRevocable, mayDecide } from "./decide.js";
export { type AccessQuestion, type Explanation, explainAccess, managersOf, type Want } from "./explain.js";
export { type Grant, grantSchema, isInForce, isStanding } from "./grant.js";
export { type JudgedLink, judgeLink, type LinkSign, type LinkVerdict, linksIn } from "./link.js";
export { isHarmless, type Permission, permissionLabels, permissions } from "./permissions.js";
export { type PolicyFacts, prepareAccessPolicy } from "./policy.js";
export {
  isProfileId,
  narrowestProfile,
  type OwnProfile,
  ownProfileSchema,
  type Profile,
  type ProfileId,
  permissionsOf,
  profileIds,
  profileLabel,
  profileNamed,
  profiles,
} from "./profiles.js";
export { type AccessRefusal, accessRefusals, type MissingRight } from "./refusals.js";
export {
  type AccessReview,
  accessReviewSchema,
  type ClosedReview,
  type Decided,
  lastClosed,
  openReview,
  type ReviewDecision,
  reviewDecisionLabels,
  reviewDecisions,
  reviewDueOn,
} from "./review.js";
export { prepareReviewReport, type ReviewClosing, reviewReportRows } from "./review-report.js";
export { type PreparedReview, prepareReview, type ReviewRow } from "./review-rows.js";
export {
  checkReviewedEstablishment,
  checkReviewedGrant,
  type EstablishmentProblem,
  establishmentRules,
  type ReviewProblem,
  reviewRules,
} from "./review-rules.js";
export {
  type ReviewedEstablishment,
  type ReviewedGrant,
  type ReviewFacts,
  reviewedEstablishment,
  reviewedGrants,
  type Usage,
} from "./review-situation.js";
export { checkGrant, type GrantProblem, type GrantSituation, grantRules, type Leavers } from "./rules.js";
