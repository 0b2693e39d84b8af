export { ciiOf, profileOf, writeCii } from "./cii/write.js";
export type { DocumentType, ExemptionCode, NoteSubject, Process, Profile, UnitCode, VatCategory } from "./codes.js";
export type * from "./electronic-invoice.js";
