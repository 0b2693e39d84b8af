export { believedDays, type Checkpoint, checkpointAct, checkpointOf, deskActor, keptFrom, prepareCheckpoint } from "./checkpoint.js";
export { type AuditProblem, auditRules } from "./rules.js";
export { type AuditEntry, type AuditEvent, type AuditHead, appendEntry, type Digest } from "./trail.js";
export { checkAnchor, checkLink, checkOpening, openingOf, readHead, verifyTrail, vouching, writeHead } from "./verify.js";
