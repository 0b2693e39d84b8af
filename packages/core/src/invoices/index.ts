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
export { type BillableFacts, billableHalfDays, type TraineeBillable } from "./billing/billable.js";
export { billedClaims } from "./billing/billed-claims.js";
export { type BillingRefusal, billingRefusals } from "./billing/billing-refusals.js";
export type { IncompleteAttendance } from "./billing/incomplete-attendance.js";
export { isAccepted } from "./billing/match-agreement.js";
export { type TraineeMatch, termsOf, traineeMatches } from "./billing/match-facts.js";
export { matchRules } from "./billing/match-rules.js";
export { formatAgreed, type Mismatch, type MismatchField, mismatchLabels, mismatchOrigins } from "./billing/mismatches.js";
export { type NothingReason, type NothingToBill, nothingReasons } from "./billing/nothing-to-bill.js";
export type { BillingOrigin, Preparation } from "./billing/preparation.js";
export { type InvoiceContent, type PreparedInvoice, prepareInvoice } from "./billing/prepare.js";
export { type AfcFacts, prepareAfcLines, traineeShare } from "./billing/prepare-afc.js";
export { prepareQuoteLines, type QuoteFacts, quotePaidCents } from "./billing/prepare-quote.js";
export type { PreparedLines, PreparedRow } from "./billing/prepared-lines.js";
export { type BilledSoFar, billedSlots, billedSoFar, depositsLeft, shareOrigin } from "./billing/standing.js";
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
} from "./invoice.js";
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
