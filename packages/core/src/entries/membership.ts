import { joiningEnglish } from "../locales/en/joining.js";
import { membershipEnglish } from "../locales/en/membership.js";
import { membershipRefusals, membershipRules, portalRefusals, providerRules } from "../membership/index.js";
import { sayOf } from "./common.js";

export * from "../membership/index.js";
export * from "./common-names.js";

/** A problem of membership in words. */
export const say = sayOf([membershipRefusals, membershipRules, portalRefusals, providerRules], { ...joiningEnglish, ...membershipEnglish });
