import { appointmentRefusals, appointmentRules, momentRefusals } from "../appointments/index.js";
import { appointmentsEnglish } from "../locales/en/appointments.js";
import { sayOf } from "./common.js";

export * from "../appointments/index.js";
export { type Session, type SessionInput, sessionSchema, type Trainee, type TraineeInput, traineeSchema } from "../sessions/index.js";
export * from "./common-names.js";

/** A problem of appointments in words. */
export const say = sayOf([appointmentRefusals, appointmentRules, momentRefusals], { ...appointmentsEnglish });
