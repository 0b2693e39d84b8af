export { addressOf } from "./addresses.js";
export { causes } from "./causes.js";
export { type NameWords, nameWordsIn, nameWordsOf } from "./hidden/names.js";
export {
  type Contact,
  contactLabels,
  contacts,
  type Incident,
  type IncidentInput,
  type IncidentStatus,
  type IncidentStep,
  incidentSchema,
  incidentStatuses,
  incidentStatusLabels,
  incidentStepSchema,
  type Screenshot,
  type Symptom,
  screenshotSchema,
  symptomLabels,
  symptoms,
} from "./incident.js";
export { knownFrom, knownIncident, knownWithin, pastSolutions } from "./known.js";
export {
  type MaskedKind,
  type MaskedText,
  type MaskingContext,
  maskedKindLabels,
  maskedKinds,
  masksOf,
  maskText,
  secretKinds,
} from "./masking.js";
export { readMoment } from "./moment.js";
export { type Answers, type Question, type QuestionId, questionIds, questions, tasks } from "./questions.js";
export { answersIn, recogniseSymptom } from "./recognise.js";
export type { IncidentSituation } from "./situation.js";
export { type IncidentCount, incidentsOf } from "./statistics.js";
export { prepareTicket, type Ticket, type TicketFacts, ticketFields } from "./ticket.js";
export { checkTicket, type TicketProblem, ticketRules } from "./ticket-rules.js";
export {
  type Attached,
  attachedLabels,
  type Cause,
  type CauseId,
  type Conclusion,
  type DeskFacts,
  type Diagnosis,
  diagnose,
  presumeCause,
  type TriageFacts,
} from "./triage.js";
export { type IncidentWait, type IncidentWaitKind, incidentWait, incidentWaits, isOpenIncident } from "./waiting.js";
export {
  advanceIncident,
  type IncidentAct,
  type IncidentAction,
  type IncidentRefusal,
  incidentActionLabels,
  incidentRefusals,
  incidentWorkflow,
} from "./workflow.js";
