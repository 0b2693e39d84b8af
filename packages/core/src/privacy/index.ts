export { type Erasure, erasedNames, erasureSchema } from "./erasure.js";
export { type Named, nameRemover, type Place, withTexts } from "./names.js";
export {
  type Evidence,
  type Hold,
  holdsOn,
  invoiceYears,
  type Retention,
  type RetentionKind,
  type RetentionSettings,
  retentions,
} from "./retention.js";
export { type PrivacyProblem, privacyRefusals } from "./rules.js";
