import { stretchOf } from "../shared/booking.js";
import { formatMinutes, type Instant } from "../shared/calendar.js";
import { type CalendarEvent, eventUid } from "../shared/calendar-event.js";
import { sentenceCase } from "../shared/text.js";
import { type HalfDay, halfLabels, learningPlaceLabels, minutesOf, type Schedule } from "./schedule.js";
import type { Session } from "./session.js";

export interface ScheduleEventFacts {
  /** When the session or its schedule last changed. */
  readonly changedAt: Instant;
  /** How somebody who teaches is called. */
  readonly nameOf: (trainer: string) => string;
}

/** The half-days of a session as a calendar shows them; all cancelled once the session is. */
export function eventsOfSchedule(session: Session, schedule: Schedule, facts: ScheduleEventFacts): readonly CalendarEvent[] {
  const { reference, siret, title, listing } = session;
  const isCancelled = listing?.status === "cancelled";
  return schedule.halfDays.map((halfDay) => {
    const location = locationOf(session, halfDay);
    const trainers = (halfDay.trainers ?? session.trainers ?? []).map(facts.nameOf);
    return {
      uid: eventUid(`${reference}.${halfDay.day}.${halfDay.half}`, siret),
      // Both only grow, so a calendar never goes back, cancelled or not.
      sequence: schedule.version + (listing?.steps.length ?? 0),
      ...stretchOf(halfDay.day, halfDay.from, halfDay.until, schedule.timeZone),
      summary: `${title} · ${reference}`,
      ...(location !== "" && { location }),
      description: [
        `${sentenceCase(halfLabels[halfDay.half].fr)}, ${formatMinutes(minutesOf(halfDay))}, ${learningPlaceLabels[halfDay.at].fr}`,
        ...(trainers.length === 0 ? [] : [`Formation assurée par ${trainers.join(", ")}`]),
      ].join("\n"),
      status: isCancelled ? "cancelled" : "confirmed",
      changedAt: facts.changedAt,
    };
  });
}

function locationOf({ place, room }: Session, halfDay: HalfDay): string {
  if (halfDay.at !== "centre") return sentenceCase(learningPlaceLabels[halfDay.at].fr);
  return [halfDay.room ?? room, place].filter(Boolean).join(", ");
}
