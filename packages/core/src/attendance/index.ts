export { type CertificateFacts, type CertifiedMonth, type CompletionCertificate, prepareCertificate } from "./certificate.js";
export { type CompletionCertificatesDocument, certificatesDocument } from "./certificate-document.js";
export {
  type CertificateField,
  type CertificateProblem,
  type CertificateSituation,
  certificateFieldLabels,
  certificateFieldRemedies,
  certificateRules,
  checkCertificate,
  type HoursDifference,
} from "./certificate-rules.js";
export { type Claim, type ClaimKind, claimKinds } from "./claim.js";
export { type Agreed, type Enrolment, type EnrolmentInput, enrolmentSchema, follows, rosterOf } from "./enrolment.js";
export { enrolledPeriod, enrolmentFaults } from "./enrolment-dates.js";
export { type EntryLine, lastEntry, type MadeEntry, type NotEntered, type PlannedEntry, planEntry, saidOf } from "./entry.js";
export {
  type AttendanceException,
  bearsReason,
  type ExceptionFault,
  type ReadExceptions,
  readExceptions,
  type UnreadPiece,
} from "./exceptions.js";
export { type ExportedColumn, type ExportedFact, type ExportedKind, exportedColumns, exportedText } from "./export-table.js";
export { correctedFact, type GivenFact, misplacedDetails } from "./fact-details.js";
export { movementDays } from "./figures.js";
export { findNamed, type Nameable } from "./find-named.js";
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
export { tellsHealth } from "./health-words.js";
export {
  type AttendanceEntry,
  type AttendanceNature,
  type BroughtIn,
  claimFrom,
  factFrom,
  type JudgedRow,
  type RowFate,
  signInFrom,
} from "./import-entry.js";
export {
  againstEachOther,
  claimKey,
  type ImportedSession,
  type ImportSituation,
  judgeAttendanceRows,
  judgeEntriesAgain,
  rowJudge,
} from "./import-judge.js";
export { traineeNames } from "./import-names.js";
export { attendanceImportRules } from "./import-rules.js";
export { halfDaysByDay, type ImportedHalfDay } from "./import-said.js";
export { type AttendanceRow, attendanceColumns, attendanceReader, derivedColumns } from "./import-table.js";
export { codeToShow, holdsFor, type OwnHalfDay, type Recognised, recogniseCode, refuseSignIn, type ShownCode } from "./judge-sign-in.js";
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
export {
  missingPortalFields,
  type PortalField,
  type PortalRecord,
  type PortalRecordFacts,
  type PortalRecordKind,
  portalRecordKinds,
  portalRecordLabels,
  preparePortalRecord,
} from "./portal-record.js";
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
  type Said,
  saysTheSame,
} from "./record.js";
export { type Outside, outsideOf } from "./record-checks.js";
export { type EnrolmentFault, type FactDetail, type NotExpected, type RecordRefusal, recordRefusals } from "./record-refusals.js";
export { checkAttendance, type RecordProblem, recordFaults, recordRules } from "./record-rules.js";
export { attendanceSigns, type SheetCell } from "./sheet-cells.js";
export {
  type AttendanceSheetDocument,
  prepareAttendanceSheet,
  type SheetFacts,
  type SheetHalfDay,
  type SheetRow,
  type SheetView,
} from "./sheet-document.js";
export { checkSheet, type SheetContradiction, type SheetProblem, type SheetSituation, sheetRules } from "./sheet-rules.js";
export {
  type AttendanceSheet,
  attendanceSheetSchema,
  type SignIn,
  type SignInMethod,
  signInMethodLabels,
  signInMethods,
  signInSchema,
} from "./sign-in.js";
export { blockedUntil, mostSignInFailures, signInFailureCodes, signInFailureMinutes } from "./sign-in-attempts.js";
export { formatSignInCode, type Mac, readSignInCode } from "./sign-in-code.js";
export { signInRules } from "./sign-in-rules.js";
export { currentHalfDay, daysAround, type SignableHalfDay, signableHalfDays, signInWindow } from "./sign-in-window.js";
export { type AttendancePlan, type AttendanceSituation, attendanceSituation } from "./situation.js";
export { compareSlots, formatSlot, type Slot, traineeSlotKey } from "./slot.js";
export {
  formatAttendanceRate,
  type MinuteClass,
  type MinutesByClass,
  type MonthStatement,
  minuteClasses,
  monthStatement,
  type TraineeStatement,
} from "./statement.js";
export { type MonthStatementDocument, prepareMonthStatement, type StatementFigures, type StatementRow } from "./statement-document.js";
export type { MissedRun } from "./withdrawal-suspected.js";
