import {
  type BillingProof,
  type HalfDay,
  minutesOf,
  monthOf,
  plannedHalfDays,
  type Schedule,
  type Session,
  type Trainee,
  totalMinutes,
} from "@kairos/core";
import { aFact, anEnrolment, aSignIn } from "../examples/attendance.js";
import { aSchedule } from "../examples/schedule.js";
import { once } from "./once.js";
import type { Dossier } from "./seeded.js";

/** The training of a dossier once it is over: its trainee was there at every half-day and signed, and its months are closed. */
export interface Followed {
  readonly session: Session;
  readonly trainee: Trainee;
  readonly schedule: Schedule;
  readonly proof: BillingProof;
}

/** Nothing when the hours do not fit between the days of the session, at seven hours a day. */
export const followed = once(({ situation }: Dossier): Followed | undefined => {
  const { session, trainee } = situation;
  const schedule = session && scheduleOf(session);
  if (session === undefined || trainee === undefined || schedule === undefined) return undefined;
  const of = { sessionReference: session.reference, siret: session.siret };
  const roster = [anEnrolment({ ...of, traineeId: trainee.id })];
  const months = [...new Set(schedule.halfDays.map(({ day }) => monthOf(day)))];
  return {
    session,
    trainee,
    schedule,
    proof: {
      roster,
      planned: plannedHalfDays(schedule, roster),
      records: schedule.halfDays.map((halfDay) => aFact(trainee.id, halfDay, of)),
      signIns: schedule.halfDays.map((halfDay) => aSignIn(trainee.id, halfDay, of)),
      months: months.map((month) => ({ ...of, month, status: "closed" as const, closings: [] })),
      billed: [],
    },
  };
});

/** Half-days from the first day of the session on, the last one shorter; first those in the centre, then in the company, then remote. */
function scheduleOf(session: Session): Schedule | undefined {
  const { hours } = session;
  const all = totalMinutes(hours);
  let planned = 0;
  const whole = aSchedule(session);
  const halfDays = whole.halfDays.flatMap((halfDay): readonly HalfDay[] => {
    const left = all - planned;
    if (left <= 0) return [];
    const at = planned < hours.centreMinutes ? "centre" : planned < hours.centreMinutes + hours.companyMinutes ? "company" : "distance";
    planned += Math.min(left, minutesOf(halfDay));
    return [{ ...halfDay, at, until: left < minutesOf(halfDay) ? later(halfDay.from, left) : halfDay.until }];
  });
  return planned === all && all > 0 ? { ...whole, halfDays } : undefined;
}

function later(clock: string, minutes: number): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const until = hour * 60 + minute + minutes;
  return `${String(Math.floor(until / 60)).padStart(2, "0")}:${String(until % 60).padStart(2, "0")}`;
}
