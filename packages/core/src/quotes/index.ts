export { prepareQuoteDocument, type QuoteDocument, type QuoteDocumentLine } from "./document.js";
export { feeLikelihood } from "./fees.js";
export { poeiCaps, poeiContractMonths, poeiTutorExperienceMonths, poeiTutorHourlyCents, poeiTutorLoad } from "./figures.js";
export {
  type ContractKind,
  contractKinds,
  contractLabels,
  type Poei,
  type PoeiForm,
  poeiFormLabels,
  poeiForms,
  poeiSchema,
} from "./poei.js";
export {
  type Announced,
  announcedSchema,
  deadStatuses,
  type Funding,
  fundingSchema,
  type LineKind,
  lineKinds,
  type Quote,
  type QuoteInput,
  type QuoteLine,
  type QuoteLineInput,
  type QuoteStatus,
  type QuoteSummary,
  quoteLineSchema,
  quoteSchema,
  quoteStatuses,
  quoteStatusLabels,
  type Scheme,
  schemeLabels,
  schemes,
  type Unit,
  units,
} from "./quote.js";
export {
  type QuoteReminder,
  type QuoteWait,
  type QuoteWaitKind,
  reminderReached,
  waitingStatuses,
  whatWaits,
} from "./reminders.js";
export { checkDossier, checkQuote, type DossierProblem, type QuoteProblem, quoteRules } from "./rules.js";
export type { QuoteSituation } from "./situation.js";
export {
  fund,
  type QuoteFrame,
  type QuoteTemplate,
  quoteFromSession,
  quoteFromTemplate,
  quoteTemplateSchema,
  templateFrom,
} from "./template.js";
export { lineAmount, type QuoteTotals, quoteTotals, type VatGroup } from "./totals.js";
export {
  advanceQuote,
  changeQuote,
  type QuoteAct,
  type QuoteAction,
  type QuoteRefusal,
  quoteActionLabels,
  quoteRefusals,
  quoteWorkflow,
} from "./workflow.js";
