import { accessRefusals, establishmentRules, grantRules, reviewRules } from "../access/index.js";
import { accessEnglish } from "../locales/en/access.js";
import { accessReviewEnglish } from "../locales/en/access-review.js";
import { membershipEnglish } from "../locales/en/membership.js";
import { providerRules } from "../membership/index.js";
import { sayOf } from "./common.js";

export * from "../access/index.js";
export { type Provider, type ProviderInput, providerSchema } from "../membership/index.js";
export * from "./common-names.js";

/** A problem of access in words. */
export const say = sayOf([accessRefusals, establishmentRules, grantRules, reviewRules, providerRules], {
  ...accessEnglish,
  ...accessReviewEnglish,
  ...membershipEnglish,
});
