import {
  bookingsOfSession,
  type Course,
  courseSchema,
  type Listing,
  type ListingAction,
  type ListingSituation,
  type ListingStatus,
  listingWorkflow,
  type Schedule,
  type Session,
  type SessionInput,
  scheduleSchema,
} from "@kairos/core";
import { aProvider, aSession, type Overrides, today } from "../../examples/index.js";

export const at = "2026-11-16T09:00:00Z";

/** A listing that stands there, its steps taken on given days. */
export function aListing(status: ListingStatus, ...steps: readonly (readonly [ListingAction, string])[]): Listing {
  return { status, steps: steps.map(([action, on]) => ({ action, on, by: "karim", at })) };
}

/** The shortest way to each status, all on one day. */
export function listedAs(status: ListingStatus, on = "2026-11-02"): Listing {
  return aListing(status, ...ways[status].map((action) => [action, on] as const));
}

/** Everything a listing asks for. */
export const forkliftCourse: Course = courseSchema.parse({
  reference: "FO-014",
  siret: "99900014400017",
  title: "Cariste CACES R489 catégories 1, 3 et 5",
  objectives: "Conduire en sécurité les chariots de catégories 1, 3 et 5.",
  expectedResults: "CACES R489, catégories 1, 3 et 5.",
  programme: "Réglementation\nPrise de poste\nConduite et gerbage",
  hours: { centreMinutes: 70 * 60 },
});

/** A session in order with everything, judged beside its course, its schedule and nobody else. */
export function aListingSituation(overrides: Overrides<SessionInput> = {}, beside: Partial<ListingSituation> = {}): ListingSituation {
  const session = aSession({ course: "FO-014", room: "Salle 2", trainers: ["omar"], ...overrides });
  return {
    session,
    today,
    provider: aProvider(),
    course: forkliftCourse,
    schedule: aMorning(session),
    otherSessions: [],
    otherBookings: [],
    ...beside,
  };
}

/** One morning in the centre, on the first day unless said. */
export function aMorning(session: Session, day = session.startsOn, [from, until] = ["09:00", "12:30"]): Schedule {
  const halfDays = [{ day, half: "morning" as const, from, until }];
  return scheduleSchema.parse({
    sessionReference: session.reference,
    siret: session.siret,
    timeZone: "Europe/Paris",
    halfDays,
    version: 1,
  });
}

export function bookingsOf(session: Session, day = session.startsOn) {
  return bookingsOfSession(session, aMorning(session, day));
}

const visible: readonly ListingAction[] = ["complete", "send", "see"];
const ways: Readonly<Record<ListingStatus, readonly ListingAction[]>> = {
  draft: [],
  ready: ["complete"],
  sent: ["complete", "send"],
  visible,
  open: [...visible, "open"],
  full: [...visible, "fill"],
  suspended: [...visible, "suspend"],
  running: [...visible, "start"],
  ended: [...visible, "start", "end"],
  archived: [...visible, "start", "end", "archive"],
  cancelled: ["cancel"],
};

export const actions = Object.keys(listingWorkflow) as ListingAction[];
