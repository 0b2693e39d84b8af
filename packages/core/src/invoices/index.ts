export {
  companyShareMost,
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
export {
  type AgreementRefusal,
  agreementRefusals,
  type FrozenTerm,
  frozenTermLabels,
  frozenTerms,
} from "./agreements/agreement-refusals.js";
export { type AgreementProblem, agreementRules, checkAgreement } from "./agreements/agreement-rules.js";
export type { AgreementSituation } from "./agreements/agreement-situation.js";
export { belowBilled, type Measure, measured, type Shortfall } from "./agreements/below-billed.js";
export { type Billed, billedOn } from "./agreements/billed.js";
export { type CustomerProblem, checkCustomer } from "./agreements/customer-rules.js";
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
export { type ChannelAct, type ChannelRefusal, channelRefusals, type EventBefore, followInvoice } from "./channel/advance.js";
export { channelOf, engagementOf, serviceCodeOf } from "./channel/channel.js";
export { type ChannelProblem, channelRules, checkChannel } from "./channel/channel-rules.js";
export {
  type CheckedItem,
  type CheckedItemKind,
  type CheckedState,
  type Checklist,
  checkedItemLabels,
  checkedItems,
  checkedStateLabels,
  checkedStates,
  type EnclosureKind,
  enclosureKinds,
  type Packed,
  prepareChecklist,
} from "./channel/checklist.js";
export { prepareChecklistReport } from "./channel/checklist-report.js";
export { type Enclosures, enclosuresOf } from "./channel/enclosures.js";
export { longestFileName, packageNames } from "./channel/package-names.js";
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
export { profileNames, readCii, refusedRoot } from "./einvoice/cii/read.js";
export { ciiNamespaces } from "./einvoice/cii/schema.js";
export { ciiOf, profileOf, writeCii } from "./einvoice/cii/write.js";
export {
  type DocumentType,
  type ExemptionCode,
  type FacturXProfile,
  guidelines,
  type NoteSubject,
  type PaymentMeans,
  type Process,
  type UnitCode,
  type VatCategory,
} from "./einvoice/codes.js";
export { checkDuty, type DutyProblem, type DutySituation, dutyRules } from "./einvoice/duty-rules.js";
export type {
  ElectronicAddress,
  ElectronicAllowance,
  ElectronicBuyer,
  ElectronicInvoice,
  ElectronicLine,
  ElectronicNote,
  ElectronicPayment,
  ElectronicSeller,
  ElectronicTotals,
  PrecedingInvoice,
  VatBreakdown,
  VatOf,
} from "./einvoice/electronic-invoice.js";
export { electronicInvoiceOf } from "./einvoice/electronic-invoice-of.js";
export { checkElectronicInvoice, electronicInvoiceRules } from "./einvoice/electronic-rules.js";
export type { ReadInvoice, ReadLine, ReadProfile, ReadTerms, ReadTotals } from "./einvoice/read-invoice.js";
export { type PdfFault, type ReadingProblem, readingRules } from "./einvoice/reading-rules.js";
export { subjectNames } from "./einvoice/rules/notes.js";
export type { ElectronicSituation } from "./einvoice/rules/situation.js";
export { type BusinessTerm, termNames } from "./einvoice/terms.js";
export { type Age, type AgedBalance, type AgedCustomer, agedBalance, ageLabels, ageOf, ages, type CentsByAge } from "./following/aged.js";
export { type BankRate, type LateRate, lateRateOn, withBankRate } from "./following/bank-rate.js";
export {
  addSteps,
  type CentsByStep,
  type Coverage,
  type CoverageFacts,
  type CoverageRow,
  type CoverageStep,
  coverageOf,
  coverageSteps,
} from "./following/coverage.js";
export { type Due, dueOf } from "./following/due.js";
export { explainDue, explainInterest, explainTerm } from "./following/explained.js";
export { type Interest, type InterestFacts, type InterestRow, lateInterest } from "./following/interest.js";
export { type PaymentRefusal, paymentRefusals } from "./following/payment-refusals.js";
export { checkPayment, type PaymentProblem, paymentRules, receivableIn } from "./following/payment-rules.js";
export { type PaymentContext, recordPayment, takeBackPayment } from "./following/payments.js";
export { claimedCents, type Receivable, type ReceivableFacts, receivableOf } from "./following/receivable.js";
export { type ReminderFacts, reminderLetter } from "./following/reminder.js";
export { type Term, termOf } from "./following/term.js";
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
  creditNotesOn,
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
  type TakenBack,
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
export { counterOf, type InvoiceNumber, readNumber, seriesOf, type TakenNumber, writeNumber, yearOf } from "./issuing/numbers.js";
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
export { checkInvoice, checkOutgoing, type InvoiceProblem, invoiceRules } from "./rules.js";
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
