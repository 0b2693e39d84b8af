export * from "./access/index.js";
export * from "./appointments/index.js";
export * from "./attachments/index.js";
export * from "./attendance/index.js";
export * from "./audit/index.js";
export { catalogue, type ProblemCode, rowOf, type Sentences } from "./catalogue.js";
export * from "./incidents/index.js";
export * from "./invoices/index.js";
export * from "./membership/index.js";
export * from "./privacy/index.js";
export * from "./quotes/index.js";
export * from "./sessions/index.js";
export { type Booking, type BookingOwner, type ResourceKey, resourceKeys, stretchOf } from "./shared/booking.js";
export {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDay,
  formatInstant,
  formatMinutes,
  type Instant,
  type IsoDate,
  isIsoDate,
  type Minutes,
  mondayOf,
  overlaps,
  type Period,
  readDay,
  readDuration,
  type Toward,
  weekdayOf,
  weekNumberOf,
} from "./shared/calendar.js";
export { type CalendarEvent, type CalendarEventStatus, eventUid } from "./shared/calendar-event.js";
export { amountCell, type Cell, choiceCell, countCell, dayCell, durationCell, listCell, textCell, yesNoCell } from "./shared/cells.js";
export {
  type ClockTime,
  clockAt,
  clockTimeSchema,
  type EpochMinutes,
  epochMinutes,
  instantAt,
  laterBy,
  minutesBetween,
  minutesFrom,
  type WorkingStretch,
  workingStretchSchema,
} from "./shared/clock.js";
export { type DatedValue, inForce } from "./shared/dated.js";
export { type Element, element } from "./shared/element.js";
export type { FileFault } from "./shared/file-faults.js";
export { type FileLimit, fileRules, type XmlFault } from "./shared/file-rules.js";
export {
  easterOf,
  type HolidayArea,
  holidayAreaLabels,
  holidayAreas,
  type PublicHoliday,
  publicHolidayOn,
  publicHolidaysOf,
} from "./shared/holidays.js";
export { ibanLengths, isIban } from "./shared/iban.js";
export { identifierRules } from "./shared/identifier-rules.js";
export {
  type ActivityNumber,
  activityNumberSchema,
  bicSchema,
  certificationSchema,
  type FranceTravailId,
  formacodeSchema,
  franceTravailIdMatching,
  franceTravailIdPattern,
  franceTravailIdSchema,
  ibanSchema,
  type Siren,
  type Siret,
  sirenOf,
  sirenSchema,
  siretSchema,
  vatNumberSchema,
} from "./shared/identifiers.js";
export { type InputProblem, inputRules } from "./shared/input-rules.js";
export type { Label, Language, Sentence } from "./shared/language.js";
export { type ReadLink, readLink } from "./shared/links.js";
export {
  applyRate,
  type BasisPoints,
  type Cents,
  divideHalfUp,
  formatCents,
  formatRate,
  type ReadAmount,
  readAmount,
  readRate,
  splitCents,
  sumCents,
} from "./shared/money.js";
export { type OverlapIndex, overlapIndex } from "./shared/overlap-index.js";
export { type Interval, type Overlap, overlapsAmong } from "./shared/overlaps.js";
export { parse } from "./shared/parse.js";
export { findNir, holdsNir } from "./shared/personal-data.js";
export { foremost, hasErrors, type Path, type Problem, type Severity, type Undecided } from "./shared/problem.js";
export type { ReportDocument, ReportSection } from "./shared/report.js";
export { failure, type Result, success } from "./shared/result.js";
export { type ProblemOf, type RaisedBy, type Row, type Rule, raise, refusal, ruleAbout } from "./shared/rules.js";
export { line, paragraph } from "./shared/schemas.js";
export { isSiren, isSiret } from "./shared/sirene.js";
export { type Source, type SourceId, sources } from "./shared/sources.js";
export type { TableRow } from "./shared/table-row.js";
export { tableRules } from "./shared/table-rules.js";
export { afterColon, counted, enumerate, excerpt, fold, sentenceCase } from "./shared/text.js";
export { formatWeek, readClock, readStretch, readWeek, type TypedStretch } from "./shared/week.js";
export { weekdayLabels, weekRules } from "./shared/week-rules.js";
export { actionsFrom, type Transition, type Workflow, workflowOf } from "./shared/workflow.js";
export { writeXml } from "./shared/write-xml.js";
export { say } from "./wording.js";
