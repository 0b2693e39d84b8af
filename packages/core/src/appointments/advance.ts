import type { Instant, Minutes } from "../shared/calendar.js";
import { inputRules } from "../shared/input-rules.js";
import type { Problem } from "../shared/problem.js";
import { failure, type Result, success } from "../shared/result.js";
import { raise } from "../shared/rules.js";
import { actionsFrom } from "../shared/workflow.js";
import { type Appointment, type AppointmentAction, standingStatuses } from "./appointment.js";
import { type AppointmentTransition, appointmentRefusals, appointmentWorkflow } from "./workflow.js";

/** An act on an appointment: by whom and when; for a move, where it goes. */
export interface AppointmentAct {
  readonly by: string;
  readonly at: Instant;
  /** On whose clocks hours are told. */
  readonly zone: string;
  /** The new start and the new length of a move; what is left out stays. */
  readonly startsAt?: Instant | undefined;
  readonly minutes?: Minutes | undefined;
}

/** What is said of an appointment before it is one. */
export type ProposedAppointment = Omit<Appointment, "status" | "steps" | "sequence">;

/** The first step of every appointment: a time is kept, and waits for an answer. */
export function proposeAppointment(content: ProposedAppointment, { by, at }: Pick<AppointmentAct, "by" | "at">): Appointment {
  return { ...content, status: "proposed", steps: [{ action: "propose", by, at }], sequence: 0 };
}

/**
 * Takes an appointment one step further, or says why not: the step does not follow, its hour has not come, the move changes
 * nothing. Whether the new time is free is judged by the rules; rights are checked before, by the `needs` of the row.
 */
export function advanceAppointment(appointment: Appointment, action: AppointmentAction, act: AppointmentAct): Result<Appointment, Problem> {
  const { status, startsAt, steps, sequence } = appointment;
  const step: AppointmentTransition = appointmentWorkflow[action];
  if (!step.from.includes(status)) {
    const possible = actionsFrom(appointmentWorkflow, status);
    return failure(raise(appointmentRefusals, "appointment.transition-illegal", ["status"], { action, status, possible }));
  }
  if (step.begun === true && act.at < startsAt) {
    return failure(raise(appointmentRefusals, "appointment.not-begun", ["startsAt"], { action, startsAt, zone: act.zone }));
  }
  const fault = action === "move" ? faultOfMove(appointment, act) : undefined;
  if (fault !== undefined) return failure(fault);
  const { at, by } = act;
  const moved = action === "move" ? { startsAt: act.startsAt ?? startsAt, minutes: act.minutes ?? appointment.minutes } : {};
  return success({
    ...appointment,
    ...moved,
    status: step.to as Appointment["status"],
    steps: [...steps, { action, by, at, ...(action === "move" && { from: startsAt }) }],
    sequence: step.shown === true ? sequence + 1 : sequence,
  });
}

/** Adds candidates to a collective meeting. Whether they fit, and are free, is judged by the rules. */
export function enrolCandidates(appointment: Appointment, trainees: readonly string[]): Result<Appointment, Problem> {
  const { kind, status, participants, sequence } = appointment;
  if (kind !== "information") return failure(raise(appointmentRefusals, "appointment.not-collective", ["kind"], {}));
  if (!stillStands(appointment)) return failure(raise(appointmentRefusals, "appointment.over", ["status"], { status }));
  const known = new Set(candidatesOf(appointment));
  const twice = [...new Set(trainees)].filter((trainee) => known.has(trainee));
  if (twice.length > 0) {
    return failure(raise(appointmentRefusals, "appointment.already-enrolled", ["participants"], { trainees: twice }));
  }
  const added = [...new Set(trainees)].map((trainee) => ({ role: "candidate" as const, trainee }));
  return success({ ...appointment, participants: [...participants, ...added], sequence: sequence + 1 });
}

/** What may be said anew of an appointment without another answer being asked for. */
export type AppointmentDetails = Partial<
  Pick<Appointment, "kind" | "way" | "place" | "room" | "places" | "session" | "reminderMinutes" | "participants">
>;

/** Says the details of an appointment anew, while it stands. Calendars show the change. */
export function amendAppointment(appointment: Appointment, details: AppointmentDetails): Result<Appointment, Problem> {
  const { status, sequence } = appointment;
  if (!stillStands(appointment)) return failure(raise(appointmentRefusals, "appointment.over", ["status"], { status }));
  return success({ ...appointment, ...details, sequence: sequence + 1 });
}

/** The references of the candidates who come. */
export function candidatesOf({ participants }: Pick<Appointment, "participants">): readonly string[] {
  return participants.flatMap((one) => (one.role === "candidate" ? [one.trainee] : []));
}

/** Does it still keep people and rooms. */
export function stillStands({ status }: Pick<Appointment, "status">): boolean {
  return standingStatuses.some((standing) => standing === status);
}

function faultOfMove({ startsAt, minutes }: Appointment, act: AppointmentAct): Problem | undefined {
  if (act.startsAt === undefined && act.minutes === undefined) return raise(inputRules, "input.nothing-given", [], {});
  const isSame = (act.startsAt ?? startsAt) === startsAt && (act.minutes ?? minutes) === minutes;
  return isSame ? raise(appointmentRefusals, "appointment.not-moved", ["startsAt"], { startsAt, zone: act.zone }) : undefined;
}
