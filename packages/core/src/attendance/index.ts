export { certificateRules } from "./certificate-rules.js";
export { type Claim, type ClaimKind, claimKinds } from "./claim.js";
export { type Agreed, type Enrolment, type EnrolmentInput, enrolmentSchema, follows, rosterOf } from "./enrolment.js";
export { movementDays } from "./figures.js";
export { attendanceImportRules } from "./import-rules.js";
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
export { columnsOf, reconcile } from "./reconcile.js";
export {
  type MinutesColumns,
  type ReconciliationColumns,
  type RecordedColumns,
  reconcileColumns,
  type SlotColumns,
} from "./reconcile-columns.js";
export {
  type Difference,
  type DifferenceKind,
  differenceKinds,
  formatFigure,
  type MinutesRow,
  type PlannedClass,
  type ProofClass,
  plannedClasses,
  proofClasses,
  type ReconciledSlot,
  type Reconciliation,
  type ReconciliationInput,
  type ReconciliationSource,
  type ReconciliationTerms,
  type ReconciliationTotals,
  type RecordedRow,
  reconciliationSourceLabels,
  reconciliationSources,
  type SaidClass,
  saidClasses,
} from "./reconciliation.js";
export {
  checkReconciliation,
  type DifferenceParams,
  type ReconciliationProblem,
  type ReconciliationSituation,
  reconciliationRules,
} from "./reconciliation-rules.js";
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
