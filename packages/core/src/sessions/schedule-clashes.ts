import { type Booking, type ResourceKey, resourceKeys } from "../shared/booking.js";
import { formatDay, type Instant } from "../shared/calendar.js";
import { clockAt } from "../shared/clock.js";
import type { Problem } from "../shared/problem.js";
import { raise, refusal } from "../shared/rules.js";
import { bookingsOfSession } from "./bookings.js";
import type { Schedule } from "./schedule.js";
import type { Session } from "./session.js";

/** What keeps a trainer or a room already; what for is left out where the asker may not know it. */
export interface Kept extends Omit<Booking, "owner"> {
  readonly kind: "session" | "appointment";
  readonly reference?: string | undefined;
}

/** Somebody or some room that a schedule and something else keep at one time. */
export interface ScheduleClash {
  readonly kind: Kept["kind"];
  readonly resource: ResourceKey;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly reference?: string;
}

export const clashRefusals = {
  "session.schedule-over-appointment": refusal<{
    who: string;
    what: "person" | "room";
    day: string;
    from: string;
    until: string;
    reference?: string;
  }>({
    severity: "error",
    source: "desk-practice",
    fr: ({ who, what, day, from, until, reference }) => ({
      what: `Le ${formatDay(day)} de ${from} à ${until}, ${what === "room" ? `la salle ${who} est prise` : `${who} est pris`} par ${reference === undefined ? "un rendez-vous" : `le rendez-vous ${reference}`}.`,
      why: "Un rendez-vous donné est tenu : on ne peut pas former et recevoir quelqu'un à la même heure.",
      mend: "Déplacez le rendez-vous, ou donnez à cette demi-journée un autre horaire, un autre formateur ou une autre salle.",
    }),
  }),
};

/** The instants and resources a schedule keeps, from the first to the last: what to look for others in. Nothing for an empty one. */
export function reachOf(session: Session, schedule: Schedule) {
  const bookings = bookingsOfSession(session, schedule);
  const [from] = bookings.map(({ startsAt }) => startsAt).sort();
  const until = bookings
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  if (from === undefined || until === undefined) return undefined;
  return { resources: [...new Set(bookings.map(({ resource }) => resource))], from, until };
}

/** Where a schedule meets what keeps its trainers and its rooms, by time. */
export function scheduleClashes(session: Session, schedule: Schedule, kept: readonly Kept[]): readonly ScheduleClash[] {
  const byResource = new Map<ResourceKey, Booking[]>();
  for (const booking of bookingsOfSession(session, schedule)) {
    const own = byResource.get(booking.resource) ?? [];
    own.push(booking);
    byResource.set(booking.resource, own);
  }
  return kept
    .filter(({ resource, startsAt, endsAt }) => byResource.get(resource)?.some((own) => own.startsAt < endsAt && startsAt < own.endsAt))
    .map(({ kind, resource, startsAt, endsAt, reference }) => ({
      kind,
      resource,
      startsAt,
      endsAt,
      ...(reference !== undefined && { reference }),
    }))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** Refuses a schedule laid over appointments, a problem each; `nameOf` calls people of the workspace by their id. */
export function refuseClashes(
  clashes: readonly ScheduleClash[],
  session: Session,
  schedule: Schedule,
  nameOf: (person: string) => string,
): readonly Problem[] {
  return clashes
    .filter(({ kind }) => kind === "appointment")
    .slice(0, mostTold)
    .map(({ resource, startsAt, endsAt, reference }) => {
      const [start, end] = [clockAt(startsAt, schedule.timeZone), clockAt(endsAt, schedule.timeZone)];
      return raise(clashRefusals, "session.schedule-over-appointment", ["halfDays"], {
        ...calledIn(resource, session, schedule, nameOf),
        day: start.day,
        from: start.time,
        until: end.time,
        ...(reference !== undefined && { reference }),
      });
    });
}

/** Beyond, the list helps nobody. */
const mostTold = 10;

function calledIn(resource: ResourceKey, session: Session, { halfDays }: Schedule, nameOf: (person: string) => string) {
  const rooms = [session.room, ...halfDays.map(({ room }) => room)].filter((room) => room !== undefined);
  const room = rooms.find((one) => resourceKeys.room(session.siret, one) === resource);
  if (room !== undefined) return { who: room, what: "room" as const };
  const people = [...(session.trainers ?? []), ...halfDays.flatMap(({ trainers = [] }) => trainers)];
  const person = people.find((id) => resourceKeys.person(id) === resource) ?? resource;
  return { who: nameOf(person), what: "person" as const };
}
