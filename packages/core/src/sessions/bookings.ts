import { type Booking, resourceKeys, stretchOf } from "../shared/booking.js";
import type { HalfDay, Schedule } from "./schedule.js";
import type { Session } from "./session.js";

/** What a session keeps: its group, and for each half-day its trainers and, in the centre, its room. Nothing once it is cancelled. */
export function bookingsOfSession(session: Session, schedule: Schedule): readonly Booking[] {
  if (session.listing?.status === "cancelled") return [];
  const owner = { kind: "session", reference: session.reference, siret: session.siret } as const;
  return schedule.halfDays.flatMap((halfDay) => {
    const when = stretchOf(halfDay.day, halfDay.from, halfDay.until, schedule.timeZone);
    // A change of clocks may leave nothing of a half-day that was written before it was refused.
    if (when.startsAt >= when.endsAt) return [];
    return resourcesOf(session, halfDay).map((resource) => ({ resource, ...when, owner }));
  });
}

function resourcesOf(session: Session, halfDay: HalfDay): readonly string[] {
  const trainers = halfDay.trainers ?? session.trainers ?? [];
  const room = halfDay.at === "centre" ? (halfDay.room ?? session.room) : undefined;
  return [
    resourceKeys.session(session.reference),
    ...new Set(trainers.map(resourceKeys.person)),
    ...(room === undefined ? [] : [resourceKeys.room(session.siret, room)]),
  ];
}
