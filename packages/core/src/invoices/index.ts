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
export { type Term, termNames } from "./einvoice/terms.js";
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
