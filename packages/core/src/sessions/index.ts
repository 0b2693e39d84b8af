export { checkSession, type SessionProblem, type SessionSituation, sessionRules } from "./rules.js";
export {
  type Hours,
  hoursSchema,
  type Modality,
  modalities,
  modalityLabels,
  type Session,
  type SessionInput,
  sessionSchema,
  totalMinutes,
} from "./session.js";
export { fullName, type Trainee, type TraineeInput, traineeSchema, traineeSchemaMatching } from "./trainee.js";
