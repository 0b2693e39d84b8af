export { certificateRules } from "./certificate-rules.js";
export { type Claim, type ClaimKind, claimKinds } from "./claim.js";
export { type Agreed, type Enrolment, type EnrolmentInput, enrolmentSchema, follows, rosterOf } from "./enrolment.js";
export { enrolledPeriod, enrolmentFaults } from "./enrolment-dates.js";
export {
  type EntryLine,
  lastEntry,
  type MadeEntry,
  type NotEntered,
  type PlannedEntry,
  planEntry,
  saidOf,
  sameSaid,
} from "./entry.js";
export {
  type AttendanceException,
  bearsReason,
  type ExceptionFault,
  type ReadExceptions,
  readExceptions,
  type Said,
  type UnreadPiece,
} from "./exceptions.js";
export { correctedFact, type GivenFact, misplacedDetails } from "./fact-details.js";
export { movementDays } from "./figures.js";
export { findNamed, type Nameable } from "./find-named.js";
export { tellsHealth } from "./health-words.js";
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
export { type Outside, outsideOf } from "./record-checks.js";
export { type EnrolmentFault, type FactDetail, type NotExpected, type RecordRefusal, recordRefusals } from "./record-refusals.js";
export { checkAttendance, type RecordProblem, recordFaults, recordRules } from "./record-rules.js";
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
export { type AttendancePlan, type AttendanceSituation, attendanceSituation } from "./situation.js";
export { compareSlots, formatSlot, type Slot, traineeSlotKey } from "./slot.js";
export {
  type MinuteClass,
  type MinutesByClass,
  type MonthStatement,
  minuteClasses,
  monthStatement,
  type TraineeStatement,
} from "./statement.js";
export type { MissedRun } from "./withdrawal-suspected.js";
