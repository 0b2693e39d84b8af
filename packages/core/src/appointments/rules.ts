import { judgeBy, type ProblemOf } from "../shared/rules.js";
import { meetingRules } from "./meeting-rules.js";
import type { AppointmentSituation } from "./situation.js";
import { timeRules } from "./time-rules.js";

/** Everything that is judged of an appointment: its time first, then who and what it needs. */
export const appointmentRules = { ...timeRules, ...meetingRules };
export type AppointmentProblem = ProblemOf<typeof appointmentRules>;

/** Judges an appointment that still stands: one that is over or given up has nothing held against it. */
export const checkAppointment = judgeBy<AppointmentSituation, typeof appointmentRules>(appointmentRules);
