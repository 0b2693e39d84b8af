import { displayEnglish } from "../locales/en/display.js";
import { importsEnglish } from "../locales/en/imports.js";
import { listingEnglish } from "../locales/en/listing.js";
import { membershipEnglish } from "../locales/en/membership.js";
import { schedulesEnglish } from "../locales/en/schedules.js";
import { providerRules } from "../membership/index.js";
import {
  clashRefusals,
  courseRules,
  displayRules,
  importRules,
  lheoRules,
  listingRefusals,
  listingRules,
  patternRefusals,
  scheduleRules,
  sessionRules,
  trainingRules,
} from "../sessions/index.js";
import { sayOf } from "./common.js";

export { type Provider, type ProviderInput, providerSchema } from "../membership/index.js";
export * from "../sessions/index.js";
export * from "./common-names.js";

/** A problem of sessions in words. */
export const say = sayOf(
  [
    providerRules,
    clashRefusals,
    courseRules,
    displayRules,
    importRules,
    lheoRules,
    listingRefusals,
    listingRules,
    patternRefusals,
    scheduleRules,
    sessionRules,
    trainingRules,
  ],
  { ...displayEnglish, ...importsEnglish, ...listingEnglish, ...membershipEnglish, ...schedulesEnglish },
);
