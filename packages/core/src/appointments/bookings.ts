import { type Booking, type ResourceKey, resourceKeys } from "../shared/booking.js";
import { laterBy } from "../shared/clock.js";
import type { Siret } from "../shared/identifiers.js";
import { type Appointment, type Participant, standingStatuses } from "./appointment.js";

/** What an appointment keeps: everybody who comes, and its room; nothing once it is over or given up. */
export function bookingsOfAppointment(appointment: Appointment): readonly Booking[] {
  const { reference, siret, status, startsAt, minutes, participants, room } = appointment;
  if (!standingStatuses.some((standing) => standing === status)) return [];
  const owner = { kind: "appointment", reference, siret } as const;
  const resources = new Set([
    ...participants.map((one) => resourceOf(one, siret)),
    ...(room === undefined ? [] : [resourceKeys.room(siret, room)]),
  ]);
  return [...resources].map((resource) => ({ resource, startsAt, endsAt: laterBy(startsAt, minutes), owner }));
}

/** The key under which somebody is kept busy. */
export function resourceOf(participant: Participant, siret: Siret): ResourceKey {
  switch (participant.role) {
    case "candidate":
      return resourceKeys.trainee(participant.trainee);
    case "adviser":
      return resourceKeys.adviser(siret, participant.name);
    default:
      return resourceKeys.person(participant.person);
  }
}
