export { certificateRules } from "./certificate-rules.js";
export { type Claim, type ClaimKind, claimKinds } from "./claim.js";
export { type Agreed, type Enrolment, type EnrolmentInput, enrolmentSchema, follows, rosterOf } from "./enrolment.js";
export { type ExportedColumn, type ExportedFact, type ExportedKind, exportedColumns, exportedText } from "./export-table.js";
export { movementDays } from "./figures.js";
export { tellsOfHealth } from "./health-words.js";
export {
  type AttendanceEntry,
  type AttendanceNature,
  type BroughtIn,
  claimFrom,
  factFrom,
  type JudgedRow,
  type RowFate,
  type Said,
  saysTheSame,
  signInFrom,
} from "./import-entry.js";
export {
  againstEachOther,
  claimKey,
  halfDayMaps,
  type ImportedSession,
  type ImportSituation,
  judgeAttendanceRows,
  judgeEntriesAgain,
  rowJudge,
  traineeSlotKey,
} from "./import-judge.js";
export { traineeNames } from "./import-names.js";
export { attendanceImportRules } from "./import-rules.js";
export type { ImportedHalfDay } from "./import-said.js";
export { type AttendanceRow, attendanceColumns, attendanceReader, derivedColumns } from "./import-table.js";
export {
  type AttendanceMonth,
  attendanceMonthSchema,
  type Closing,
  closingSchema,
  formatMonth,
  type IsoMonth,
  isoMonthSchema,
  type MonthStatus,
  monthOf,
  monthStatuses,
  monthStatusLabels,
  readMonth,
} from "./month.js";
export { monthRules } from "./month-rules.js";
export { type MovementDeclaration, type MovementKind, movementDeclarationSchema, movementKindLabels, movementKinds } from "./movement.js";
export { movementRules } from "./movement-rules.js";
export { type PlannedHalfDay, plannedHalfDays } from "./planned.js";
export { reconciliationRules } from "./reconciliation-rules.js";
export {
  type AbsenceReason,
  type AttendanceRecord,
  type AttendanceStatus,
  absenceReasonLabels,
  absenceReasons,
  attendanceRecordSchema,
  attendanceStatuses,
  attendanceStatusLabels,
  attendedMinutes,
  attendingStatuses,
  type EvidenceKind,
  evidenceKindLabels,
  evidenceKinds,
  presentAt,
  type RecordSource,
  recordSources,
} from "./record.js";
export { recordRules } from "./record-rules.js";
export { sheetRules } from "./sheet-rules.js";
export {
  type AttendanceSheet,
  attendanceSheetSchema,
  type SignIn,
  type SignInMethod,
  signInMethodLabels,
  signInMethods,
  signInSchema,
} from "./sign-in.js";
export { signInRules } from "./sign-in-rules.js";
export { compareSlots, type Slot } from "./slot.js";
export {
  type MinuteClass,
  type MinutesByClass,
  type MonthStatement,
  minuteClasses,
  monthStatement,
  type TraineeStatement,
} from "./statement.js";
