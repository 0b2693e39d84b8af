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
  type Symptom,
  symptomLabels,
  symptoms,
} from "./incident.js";
export { type MaskedKind, type MaskedText, type MaskingContext, maskedKindLabels, maskedKinds, maskText } from "./masking.js";
export { readMoment } from "./moment.js";
