export { profileNames, readCii, refusedRoot } from "./cii/read.js";
export { ciiNamespaces } from "./cii/schema.js";
export { ciiOf, profileOf, writeCii } from "./cii/write.js";
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
} from "./codes.js";
export type * from "./electronic-invoice.js";
export { checkElectronicInvoice, electronicInvoiceRules } from "./electronic-rules.js";
export { isIban } from "./iban.js";
export type { ReadInvoice, ReadLine, ReadProfile, ReadTerms, ReadTotals } from "./read-invoice.js";
export { type PdfFault, type ReadingProblem, readingRules } from "./reading-rules.js";
export type { ElectronicSituation } from "./rules/situation.js";
export { type Term, termNames } from "./terms.js";
