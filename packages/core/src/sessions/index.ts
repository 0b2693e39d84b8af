export { advanceListing, type ListingAct, listingActionsOn, listingStatusOn } from "./advance-listing.js";
export { bookingsOfSession } from "./bookings.js";
export { type Course, type CourseInput, courseSchema } from "./course.js";
export { checkDisplay, type DisplayProblem, type DisplaySituation, displayRules } from "./display-rules.js";
export { type DistanceMeans, distanceMeans, distanceMeansLabels } from "./distance.js";
export { type Duplicates, findDuplicates } from "./duplicates.js";
export { editHalfDay, type HalfDayChange } from "./edit-half-day.js";
export { type CatalogueEntry, isInWholeHours, placeOf } from "./entries.js";
export { eventsOfSchedule, type ScheduleEventFacts } from "./events.js";
export { explainHours, type HoursExplained, type HoursPart, patternOf, scheduleHours } from "./explain-hours.js";
export { type CourseProblem, checkCourse, type SessionGiven, sessionFromCourse } from "./from-course.js";
export { type DaysOff, dayOff, type GeneratedSchedule, type GenerateRequest, generateSchedule, type LeftOut } from "./generate.js";
export { handEdits } from "./hand-edits.js";
export { differenceOf, hoursPartLabel, moreOrLess, splitDifferences } from "./hours-words.js";
export {
  type ImportFormat,
  type ImportNature,
  type ImportRecord,
  type ImportStatus,
  importFormats,
  importNatureLabels,
  importNatures,
  importSchema,
  importStatuses,
  importStatusLabels,
} from "./import.js";
export { duplicatesAmong, type SessionChange } from "./import-duplicates.js";
export {
  type Before,
  type Fate,
  type JudgedEntry,
  judgeEntries,
  leaveOut,
  mergedCourse,
  mergedSession,
  planImport,
} from "./import-plan.js";
export { importRules } from "./import-rules.js";
export type { LheoVersion } from "./lheo/content.js";
export { type LheoReading, readFormation } from "./lheo/read.js";
export { lheoRules } from "./lheo/rules.js";
export { type LheoCatalogue, lheoNamespaces, lheoOf } from "./lheo/write.js";
export {
  type Listing,
  type ListingAction,
  type ListingStatus,
  lastJourney,
  listingActions,
  listingSchema,
  listingStatuses,
  listingStatusLabels,
} from "./listing.js";
export {
  checkDuplicates,
  checkListing,
  type ListingField,
  type ListingProblem,
  type ListingSituation,
  listingFieldLabels,
  listingRules,
} from "./listing-rules.js";
export { type ListingStanding, listingStanding } from "./listing-standing.js";
export type { ListingParty, ListingStandingKind } from "./listing-standing-rows.js";
export { type ListingRefusal, type ListingTransition, listingActionLabels, listingRefusals, listingWorkflow } from "./listing-workflow.js";
export { resourceName, type SessionOverlap, type SessionOverlaps, sessionOverlaps } from "./overlaps.js";
export { formatPattern, halfAt, readPattern } from "./pattern.js";
export { patternRefusals } from "./pattern-refusals.js";
export { checkSession, type SessionProblem, type SessionSituation, sessionRules } from "./rules.js";
export {
  type Half,
  type HalfDay,
  halfDayKey,
  halfDaySchema,
  halfLabels,
  halves,
  type LearningPlace,
  learningPlaceLabels,
  learningPlaces,
  minutesOf,
  mostHalfDays,
  type PatternRow,
  patternRowSchema,
  type Schedule,
  type ScheduleInput,
  scheduleSchema,
  type WeeklyPattern,
  weeklyPatternSchema,
} from "./schedule.js";
export {
  clashRefusals,
  type Kept,
  reachOf,
  refuseClashes,
  type ScheduleClash,
  scheduleClashes,
} from "./schedule-clashes.js";
export { checkSchedule, type ScheduleProblem, type ScheduleSituation, scheduleRules } from "./schedule-rules.js";
export {
  type Hours,
  hoursSchema,
  type Intake,
  intakeLabels,
  intakes,
  type Modality,
  modalities,
  modalityFor,
  modalityLabels,
  type Session,
  type SessionInput,
  sessionSchema,
  totalMinutes,
} from "./session.js";
export {
  type CalendarDay,
  type CalendarHalfDay,
  type CalendarTrainer,
  type CalendarWeek,
  type DayOff,
  type ExpectedPeople,
  type SessionCalendar,
  type SessionCalendarFacts,
  sessionCalendar,
  withInitials,
} from "./session-calendar.js";
export { readSessionRow, type SessionColumn, sessionColumns, sessionTable } from "./table.js";
export { fullName, type Trainee, type TraineeInput, traineeSchema, traineeSchemaMatching } from "./trainee.js";
export {
  type CourseSituation,
  checkTraining,
  courseRules,
  type TrainingProblem,
  type TrainingSituation,
  trainingRules,
} from "./training-rules.js";
export {
  type Display,
  displayAfter,
  type ExportFault,
  exportedDays,
  exportFaultLabels,
  exportFaultsOf,
  type Visibility,
  type VisibilityOptions,
  visibilityOf,
} from "./visibility.js";
