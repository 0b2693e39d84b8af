export { prepareQuoteDocument, type QuoteDocument, type QuoteDocumentLine } from "./document.js";
export { type ContractKind, contractKinds, contractLabels, type Poei, type PoeiForm, poeiFormLabels, poeiForms, poeiSchema } from "./poei.js";
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
  quoteLineSchema,
  quoteSchema,
  type QuoteStatus,
  quoteStatuses,
  quoteStatusLabels,
  type QuoteSummary,
  type Scheme,
  schemeLabels,
  schemes,
  type Unit,
  units,
} from "./quote.js";
export { fund, quoteFromSession, quoteFromTemplate, type QuoteFrame, type QuoteTemplate, quoteTemplateSchema, templateFrom } from "./template.js";
export { lineAmount, type QuoteTotals, quoteTotals, type VatGroup } from "./totals.js";
export { checkQuote, type QuoteProblem, quoteRules } from "./rules.js";
export type { QuoteSituation } from "./situation.js";
export { advanceQuote, changeQuote, type QuoteAct, type QuoteAction, quoteActionLabels, type QuoteRefusal, quoteRefusals, quoteWorkflow } from "./workflow.js";
export { poeiCaps, poeiContractMonths, poeiTutorExperienceMonths, poeiTutorHourlyCents, poeiTutorLoad } from "./figures.js";
