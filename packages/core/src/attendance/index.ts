export { type CertificateFacts, type CertifiedMonth, type CompletionCertificate, prepareCertificate } from "./certificates/certificate.js";
export { type CompletionCertificatesDocument, certificatesDocument } from "./certificates/certificate-document.js";
export {
  type CertificateField,
  type CertificateProblem,
  type CertificateSituation,
  certificateFieldLabels,
  certificateFieldRemedies,
  certificateRules,
  checkCertificate,
  type HoursDifference,
} from "./certificates/certificate-rules.js";
export {
  missingPortalFields,
  type PortalField,
  type PortalRecord,
  type PortalRecordFacts,
  type PortalRecordKind,
  portalRecordKinds,
  portalRecordLabels,
  preparePortalRecord,
} from "./certificates/portal-record.js";
export { type Claim, type ClaimKind, claimKinds } from "./claim.js";
export { type Agreed, type Enrolment, type EnrolmentInput, enrolmentSchema, follows, rosterOf } from "./enrolment.js";
export { movementDays } from "./figures.js";
export { type ExportedColumn, type ExportedFact, type ExportedKind, exportedColumns, exportedText } from "./files/export-table.js";
export {
  type AttendanceEntry,
  type AttendanceNature,
  type BroughtIn,
  claimFrom,
  factFrom,
  type JudgedRow,
  type RowFate,
  signInFrom,
} from "./files/import-entry.js";
export {
  claimKey,
  type ImportedSession,
  type ImportSituation,
  judgeAttendanceRows,
  judgeEntriesAgain,
  rowJudge,
} from "./files/import-judge.js";
export { traineeNames } from "./files/import-names.js";
export { attendanceImportRules } from "./files/import-rules.js";
export { halfDaysByDay, type ImportedHalfDay } from "./files/import-said.js";
export { type AttendanceRow, attendanceColumns, attendanceReader, derivedColumns } from "./files/import-table.js";
export { againstEachOther } from "./files/import-twice.js";
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
} from "./months/month.js";
export { type DeclaredChange, declaredChanges, declaredClaims, type MonthFacts, signedOff } from "./months/month-closing.js";
export {
  checkClosing,
  checkMonth,
  gatherHalfDays,
  type HalfDaysOf,
  listHalfDays,
  type MonthProblem,
  type MonthSituation,
  monthRules,
} from "./months/month-rules.js";
export {
  closeMonth,
  type MonthAction,
  type MonthRefusal,
  monthActionLabels,
  monthRefusals,
  monthWorkflow,
  reopenMonth,
} from "./months/month-workflow.js";
export {
  formatAttendanceRate,
  type MinuteClass,
  type MinutesByClass,
  type MonthStatement,
  minuteClasses,
  monthStatement,
  type TraineeStatement,
} from "./months/statement.js";
export {
  type MovementDeclaration,
  type MovementKind,
  movementDeclarationSchema,
  movementKindLabels,
  movementKinds,
} from "./movements/movement.js";
export {
  checkMovements,
  type LateParams,
  type MovementProblem,
  type MovementSituation,
  movementRefusals,
  movementRules,
} from "./movements/movement-rules.js";
export {
  type ExitCause,
  type Movement,
  type MovementState,
  movementStateLabels,
  movementStates,
  movementsOf,
  type SessionCourse,
} from "./movements/movements.js";
export { type PlannedHalfDay, plannedHalfDays } from "./planned.js";
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
} from "./printed/grid.js";
export { attendanceSigns, type SheetCell } from "./printed/sheet-cells.js";
export {
  type AttendanceSheetDocument,
  prepareAttendanceSheet,
  type SheetFacts,
  type SheetHalfDay,
  type SheetRow,
  type SheetView,
} from "./printed/sheet-document.js";
export {
  type MonthStatementDocument,
  prepareMonthStatement,
  type StatementFigures,
  type StatementRow,
} from "./printed/statement-document.js";
export { columnsOf, reconcile } from "./reconciliation/reconcile.js";
export {
  type MinutesColumns,
  type ReconciliationColumns,
  type RecordedColumns,
  reconcileColumns,
  type SlotColumns,
} from "./reconciliation/reconcile-columns.js";
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
} from "./reconciliation/reconciliation.js";
export {
  checkReconciliation,
  type DifferenceParams,
  type ReconciliationProblem,
  type ReconciliationSituation,
  reconciliationRules,
} from "./reconciliation/reconciliation-rules.js";
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
export { enrolledPeriod, enrolmentFaults } from "./recording/enrolment-dates.js";
export { type EntryLine, lastEntry, type MadeEntry, type NotEntered, type PlannedEntry, planEntry, saidOf } from "./recording/entry.js";
export {
  type AttendanceException,
  bearsReason,
  type ExceptionFault,
  type ReadExceptions,
  readExceptions,
  type UnreadPiece,
} from "./recording/exceptions.js";
export { correctedFact, type GivenFact, misplacedDetails } from "./recording/fact-details.js";
export { findNamed, type Nameable } from "./recording/find-named.js";
export { healthIn, tellsHealth } from "./recording/health-words.js";
export { type Outside, outsideOf } from "./recording/record-checks.js";
export { type EnrolmentFault, type FactDetail, type NotExpected, type RecordRefusal, recordRefusals } from "./recording/record-refusals.js";
export { checkAttendance, type RecordProblem, recordFaults, recordRules } from "./recording/record-rules.js";
export { type AttendancePlan, type AttendanceSituation, attendanceSituation } from "./recording/situation.js";
export type { MissedRun } from "./recording/withdrawal-suspected.js";
export {
  codeToShow,
  holdsFor,
  type OwnHalfDay,
  type Recognised,
  recogniseCode,
  refuseSignIn,
  type ShownCode,
} from "./signing/judge-sign-in.js";
export { checkSheet, type SheetContradiction, type SheetProblem, type SheetSituation, sheetRules } from "./signing/sheet-rules.js";
export {
  type AttendanceSheet,
  attendanceSheetSchema,
  type SignIn,
  type SignInMethod,
  signInMethodLabels,
  signInMethods,
  signInSchema,
} from "./signing/sign-in.js";
export { blockedUntil, mostSignInFailures, signInFailureCodes, signInFailureMinutes } from "./signing/sign-in-attempts.js";
export { formatSignInCode, type Mac, readSignInCode } from "./signing/sign-in-code.js";
export { signInRules } from "./signing/sign-in-rules.js";
export { currentHalfDay, daysAround, type SignableHalfDay, signableHalfDays, signInWindow } from "./signing/sign-in-window.js";
export { unsignedHalfDays } from "./signing/unsigned.js";
export { compareSlots, formatSlot, type Slot, traineeSlotKey } from "./slot.js";
