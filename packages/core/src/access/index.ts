export { can, establishmentsFor, type Grant, grantSchema, isInForce, rightsOf } from "./grant.js";
export { type Permission, permissionLabels, permissions, type Profile, type ProfileId, profileIds, profiles } from "./profiles.js";
export { type AccessProblem, accessRefusals, checkGrant, type GrantSituation, grantRules } from "./rules.js";
