import { type HalfDay, minutesOf, type Schedule } from "../sessions/index.js";
import type { Minutes } from "../shared/calendar.js";
import { type Enrolment, follows } from "./enrolment.js";

/** A half-day that a trainee should follow, and how long it lasts. */
export interface PlannedHalfDay extends Pick<HalfDay, "day" | "half" | "at"> {
  readonly traineeId: string;
  readonly minutes: Minutes;
}

/** Every half-day of everybody: by trainee, then in the order of the schedule. */
export function plannedHalfDays(schedule: Schedule | undefined, roster: readonly Enrolment[]): readonly PlannedHalfDay[] {
  const halfDays = (schedule?.halfDays ?? []).map((halfDay) => ({ halfDay, minutes: minutesOf(halfDay) }));
  return roster.flatMap((enrolment) =>
    halfDays.flatMap(({ halfDay: { day, half, at }, minutes }) =>
      follows(enrolment, { day, half }) ? [{ traineeId: enrolment.traineeId, day, half, at, minutes }] : [],
    ),
  );
}
