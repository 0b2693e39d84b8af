export {
  covers,
  type PriceBasis,
  priceBases,
  priceBasisLabels,
  type Terms,
  type ToleratedAbsences,
  type TrainingAgreement,
  type TrainingAgreementInput,
  termsSchema,
  toleratedAbsences,
  toleratedAbsencesLabels,
  trainingAgreementSchema,
} from "./agreement.js";
export { type AgreementProblem, type AgreementSituation, agreementRules, checkAgreement } from "./agreements/agreement-rules.js";
export { billedClaims } from "./billing/billed-claims.js";
export { type Customer, type CustomerInput, customerSchema } from "./customer.js";
export {
  billedPeriod,
  type CitedInvoice,
  dueDay,
  exemptionMentions,
  type InvoiceDocument,
  type InvoiceDocumentFacts,
  type InvoiceDocumentLine,
  prepareInvoiceDocument,
} from "./document.js";
export { paymentRules } from "./following/payment-rules.js";
export {
  type BilledHalfDay,
  type BilledScheme,
  type BillingBasis,
  billedHalfDaySchema,
  billedSchemeLabels,
  billedSchemes,
  billingBases,
  type Channel,
  calledInvoice,
  channelLabels,
  channels,
  type Invoice,
  type InvoiceEvent,
  type InvoiceInput,
  type InvoiceKind,
  type InvoiceLine,
  type InvoiceLineInput,
  type InvoiceStatus,
  type IssuedInvoice,
  invoiceEventSchema,
  invoiceKindLabels,
  invoiceKinds,
  invoiceLineSchema,
  invoiceSchema,
  invoiceStatuses,
  invoiceStatusLabels,
  isIssued,
  type Payment,
  paymentSchema,
  statusLabel,
} from "./invoice.js";
export {
  type CreditChoice,
  type CreditedPart,
  type CreditedThing,
  type CreditRefusal,
  creditedThings,
  creditLines,
  creditRefusals,
  mayBeCredited,
  prepareCreditNote,
} from "./issuing/credit.js";
export {
  type CreditLeft,
  creditNotesOn,
  isWhollyCredited,
  type LineLeft,
  leftToCredit,
  releasedClaims,
  stillBilled,
} from "./issuing/credit-left.js";
export {
  type Issue,
  type IssueAct,
  type IssueRefusal,
  issueInvoice,
  issueRefusals,
  type ReadyToIssue,
  readyToIssue,
} from "./issuing/issue.js";
export { invoiceLawRules } from "./issuing/law-rules.js";
export {
  counterOf,
  type InvoiceNumber,
  readNumber,
  seriesOf,
  type TakenNumber,
  writeNumber,
  yearOf,
} from "./issuing/numbers.js";
export { checkSeries, editedIn, type SeriesProblem, type SeriesSituation, seriesRules } from "./issuing/series-rules.js";
export {
  type Amendment,
  amendmentSchema,
  type Ordered,
  orderedIn,
  type PurchaseOrder,
  type PurchaseOrderInput,
  purchaseOrderSchema,
} from "./order.js";
export { checkInvoice, type InvoiceProblem, invoiceRules } from "./rules.js";
export type { BillingProof, InvoiceSituation } from "./situation.js";
export { type InvoiceTotals, type InvoiceVatGroup, invoiceTotals, paidCents } from "./totals.js";
export {
  advanceInvoice,
  type InvoiceAction,
  type InvoiceRefusal,
  invoiceActionLabels,
  invoiceRefusals,
  invoiceWorkflow,
} from "./workflow.js";
