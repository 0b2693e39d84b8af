import { displayEnglish } from "../locales/en/display.js";
import { membershipEnglish } from "../locales/en/membership.js";
import { quotesEnglish } from "../locales/en/quotes.js";
import { providerRules } from "../membership/index.js";
import { quoteRefusals, quoteRules } from "../quotes/index.js";
import { displayRules, sessionRules } from "../sessions/index.js";
import { sayOf } from "./common.js";

export { type Provider, type ProviderInput, providerSchema } from "../membership/index.js";
export * from "../quotes/index.js";
export { type Session, type SessionInput, sessionSchema, type Trainee, type TraineeInput, traineeSchema } from "../sessions/index.js";
export * from "./common-names.js";

/** A problem of quotes in words. */
export const say = sayOf([providerRules, quoteRefusals, quoteRules, displayRules, sessionRules], {
  ...displayEnglish,
  ...membershipEnglish,
  ...quotesEnglish,
});
