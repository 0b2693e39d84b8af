export { can, establishmentsFor, type Grant, grantSchema, isInForce, rightsOf } from "./grant.js";
export { type Permission, type Profile, type ProfileId, permissionLabels, permissions, profileIds, profiles } from "./profiles.js";
export { type AccessProblem, accessRefusals, checkGrant, type GrantSituation, grantRules } from "./rules.js";
