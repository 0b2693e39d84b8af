export { bookingsOfSession } from "./bookings.js";
export { type Course, type CourseInput, courseSchema } from "./course.js";
export { type DistanceMeans, distanceMeans, distanceMeansLabels } from "./distance.js";
export {
  type ImportFormat,
  type ImportRecord,
  type ImportStatus,
  importFormats,
  importSchema,
  importStatuses,
  importStatusLabels,
} from "./import.js";
export {
  type Listing,
  type ListingAction,
  type ListingStatus,
  listingActions,
  listingSchema,
  listingStatuses,
  listingStatusLabels,
} from "./listing.js";
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
  type PatternRow,
  patternRowSchema,
  type Schedule,
  type ScheduleInput,
  scheduleSchema,
  type WeeklyPattern,
  weeklyPatternSchema,
} from "./schedule.js";
export {
  type Hours,
  hoursSchema,
  type Intake,
  intakeLabels,
  intakes,
  type Modality,
  modalities,
  modalityLabels,
  type Session,
  type SessionInput,
  sessionSchema,
  totalMinutes,
} from "./session.js";
export { fullName, type Trainee, type TraineeInput, traineeSchema, traineeSchemaMatching } from "./trainee.js";
