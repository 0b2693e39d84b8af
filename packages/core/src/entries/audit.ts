import { auditRules } from "../audit/index.js";
import { auditEnglish } from "../locales/en/audit.js";
import { sayOf } from "./common.js";

export * from "../audit/index.js";
export * from "./common-names.js";

/** A problem of audit in words. */
export const say = sayOf([auditRules], { ...auditEnglish });
