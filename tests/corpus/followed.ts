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
import { aFact, anEnrolment, aSignIn, manyTrainees } from "../examples/attendance.js";
import { aSchedule } from "../examples/schedule.js";
import { once } from "./once.js";
import type { Dossier } from "./seeded.js";

/** The trainees of the session of a dossier: its own, and as many others as its name tells. */
export const groupOf = once(({ name, situation }: Dossier): readonly Trainee[] => {
  const others = [...manyTrainees(name.length % 4).trainees.values()];
  return [...(situation.trainee === undefined ? [] : [situation.trainee]), ...others];
});

/** The training of a dossier once it is over: everybody was there at every half-day and signed, and its months are closed. */
export interface Followed {
  readonly session: Session;
  readonly schedule: Schedule;
  readonly proof: BillingProof;
}

/** Nothing when the hours do not fit between the days of the session, at seven hours a day. */
export const followed = once((dossier: Dossier): Followed | undefined => {
  const { session } = dossier.situation;
  const schedule = session && scheduleOf(session);
  if (session === undefined || schedule === undefined) return undefined;
  const of = { sessionReference: session.reference, siret: session.siret };
  const roster = groupOf(dossier).map(({ id }) => anEnrolment({ ...of, traineeId: id }));
  const months = [...new Set(schedule.halfDays.map(({ day }) => monthOf(day)))];
  return {
    session,
    schedule,
    proof: {
      roster,
      planned: plannedHalfDays(schedule, roster),
      records: roster.flatMap(({ traineeId }) => schedule.halfDays.map((halfDay) => aFact(traineeId, halfDay, of))),
      signIns: roster.flatMap(({ traineeId }) => schedule.halfDays.map((halfDay) => aSignIn(traineeId, halfDay, of))),
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
