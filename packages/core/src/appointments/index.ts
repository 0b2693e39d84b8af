export {
  type AppointmentAct,
  type AppointmentDetails,
  advanceAppointment,
  amendAppointment,
  candidatesOf,
  enrolCandidates,
  type ProposedAppointment,
  proposeAppointment,
  stillStands,
} from "./advance.js";
export {
  type Appointment,
  type AppointmentAction,
  type AppointmentInput,
  type AppointmentKind,
  type AppointmentStatus,
  type AppointmentWay,
  appointmentActions,
  appointmentKindLabels,
  appointmentKinds,
  appointmentSchema,
  appointmentStatuses,
  appointmentStatusLabels,
  appointmentStatusMeanings,
  appointmentWayLabels,
  appointmentWays,
  type Participant,
  type ParticipantRole,
  participantRoleLabels,
  participantRoles,
  participantSchema,
  standingStatuses,
} from "./appointment.js";
export { bookingsOfAppointment, resourceOf } from "./bookings.js";
export { eventOfAppointment, type NameOf } from "./events.js";
export { type FreeSlot, type FreeSlotsQuery, freeSlots, slotHorizonDays } from "./free-slots.js";
export { momentAt, momentRefusals } from "./moment.js";
export { type AppointmentReminder, leadLabel, reminderDue, reminderPassed, remindersOf } from "./reminders.js";
export { type AppointmentProblem, appointmentRules, checkAppointment } from "./rules.js";
export type { AppointmentSituation, Engagement } from "./situation.js";
export {
  type AppointmentRefusal,
  type AppointmentStart,
  type AppointmentTransition,
  appointmentActionLabels,
  appointmentRefusals,
  appointmentWorkflow,
} from "./workflow.js";
export { type WorkingHours, workingHoursSchema } from "./working-hours.js";
