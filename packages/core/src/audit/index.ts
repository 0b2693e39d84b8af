export {
  type AuditEntry,
  type AuditEvent,
  type AuditHead,
  type AuditProblem,
  appendEntry,
  auditRules,
  type Digest,
  verifyTrail,
} from "./trail.js";
