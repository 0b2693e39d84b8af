export { type AdvancedMembership, advanceMembership, type MembershipAct, nameManagers } from "./advance.js";
export {
  type Membership,
  type MembershipAction,
  type MembershipDocument,
  type MembershipInput,
  type MembershipLetter,
  type MembershipState,
  type MembershipStatus,
  membershipActions,
  membershipDocumentLabels,
  membershipLetters,
  membershipSchema,
  membershipStateLabels,
  membershipStatuses,
} from "./membership.js";
export {
  checkMembership,
  type MembershipProblem,
  type MembershipSituation,
  membershipRules,
  type ProviderField,
  providerFieldLabels,
} from "./membership-rules.js";
export type { MembershipPathStep } from "./path.js";
export { maskedHost, portalRefusals, readPortalHost } from "./portal.js";
export {
  type Address,
  activityMention,
  addressSchema,
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
export { type AgreementReminder, agreementReminderReached } from "./renewal.js";
export { checkProvider, type ProviderProblem, type ProviderSituation, providerRules } from "./rules.js";
export { type Settings, settingsSchema } from "./settings.js";
export { type MembershipStanding, membershipStanding, membershipStateOn } from "./standing.js";
export type { MembershipParty, StandingKind } from "./standing-rows.js";
export {
  type MembershipDetail,
  type MembershipRefusal,
  type MembershipStart,
  type MembershipTransition,
  membershipActionLabels,
  membershipDetailLabels,
  membershipRefusals,
  membershipWorkflow,
} from "./workflow.js";
