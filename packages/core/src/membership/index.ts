export {
  type Address,
  activityMention,
  isCertifiedOn,
  type Provider,
  type ProviderInput,
  providerSchema,
  type QualiopiCategory,
  qualiopiCategories,
  qualiopiCategoryLabels,
  type VatRegime,
  vatRegimes,
} from "./provider.js";
export { checkProvider, type ProviderProblem, type ProviderSituation, providerRules } from "./rules.js";
export { type Settings, settingsSchema } from "./settings.js";
