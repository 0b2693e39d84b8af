export { certificateRules } from "./certificate-rules.js";
export { type Claim, type ClaimKind, claimKinds } from "./claim.js";
export { type Agreed, type Enrolment, type EnrolmentInput, enrolmentSchema, follows, rosterOf } from "./enrolment.js";
export { movementDays } from "./figures.js";
export {
  type AttendanceGrid,
  attendanceGrid,
  type CellKind,
  cellKinds,
  cellLabels,
  countCells,
  type GridCell,
  type GridColumn,
  type GridFacts,
  type GridRow,
  type GridShare,
  percentOf,
} from "./grid.js";
export { attendanceImportRules } from "./import-rules.js";
export {
  type AttendanceMonth,
  attendanceMonthSchema,
  type Closing,
  closingSchema,
  daysOfMonth,
  deadlineOf,
  formatMonth,
  type IsoMonth,
  isoMonthSchema,
  type MonthStatus,
  monthOf,
  monthStatuses,
  monthStatusLabels,
  ofMonth,
  openMonth,
  readMonth,
} from "./month.js";
export { type DeclaredChange, declaredChanges, declaredClaims, type MonthFacts, signedOff } from "./month-closing.js";
export {
  checkClosing,
  checkMonth,
  type HalfDaysOf,
  listHalfDays,
  type MonthProblem,
  type MonthSituation,
  monthRules,
} from "./month-rules.js";
export {
  closeMonth,
  type MonthAction,
  type MonthRefusal,
  monthActionLabels,
  monthRefusals,
  monthWorkflow,
  reopenMonth,
} from "./month-workflow.js";
export { type MovementDeclaration, type MovementKind, movementDeclarationSchema, movementKindLabels, movementKinds } from "./movement.js";
export {
  checkMovements,
  type LateParams,
  type MovementProblem,
  type MovementSituation,
  movementRefusals,
  movementRules,
} from "./movement-rules.js";
export {
  type ExitCause,
  type Movement,
  type MovementState,
  movementStateLabels,
  movementStates,
  movementsOf,
  type SessionCourse,
} from "./movements.js";
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
