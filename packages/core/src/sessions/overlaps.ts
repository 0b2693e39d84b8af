import { type Booking, isKeyOf, type ResourceKey, resourceKeys } from "../shared/booking.js";
import type { Instant } from "../shared/calendar.js";
import { type EpochMinutes, epochMinutes } from "../shared/clock.js";
import type { Siret } from "../shared/identifiers.js";
import { type Interval, overlapsAmong } from "../shared/overlaps.js";

/** Two sessions that need the same trainer or the same room at the same time. */
export interface SessionOverlap {
  readonly kind: "trainer" | "room";
  readonly resource: ResourceKey;
  /** Their references, in order. */
  readonly sessions: readonly [string, string];
  /** The first stretch they share. */
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** How many stretches they share. */
  readonly times: number;
}

export interface SessionOverlaps {
  readonly overlaps: readonly SessionOverlap[];
  /** There are more than were looked at: thousands of half-days in the same room say one thing, not millions. */
  readonly cut: boolean;
}

/** What overlaps among the bookings of sessions, earliest first; a session never overlaps itself. */
export function sessionOverlaps(bookings: readonly Booking[], most = 200_000): SessionOverlaps {
  const kept = intervalsOf(bookings.filter(({ resource, owner }) => owner.kind === "session" && kindOf(resource) !== undefined));
  const found = overlapsAmong(kept, { most });
  const pairs = new Map<string, SessionOverlap>();
  for (const { resource, first, second } of found) {
    if (first.owner === second.owner) continue;
    const sessions: [string, string] = first.owner < second.owner ? [first.owner, second.owner] : [second.owner, first.owner];
    const key = [resource, ...sessions].join("\n");
    const known = pairs.get(key);
    const startsAt = second.booking.startsAt;
    const endsAt = first.until < second.until ? first.booking.endsAt : second.booking.endsAt;
    const kind = kindOf(resource) ?? "room";
    pairs.set(key, known === undefined ? { kind, resource, sessions, startsAt, endsAt, times: 1 } : { ...known, times: known.times + 1 });
  }
  const overlaps = [...pairs.values()].sort((a, b) => compared(a.startsAt, b.startsAt) || compared(a.resource, b.resource));
  return { overlaps, cut: found.length >= most };
}

/** How a trainer or a room is called: by its own name where it is known, else by what its key keeps of it. */
export function resourceName(
  resource: ResourceKey,
  names: ReadonlyMap<string, string> = new Map(),
  rooms: readonly (string | undefined)[] = [],
): string {
  const [, scope = "", ...rest] = resource.split(":");
  if (isKeyOf("person", resource)) {
    const id = [scope, ...rest].join(":");
    return names.get(id) ?? id;
  }
  return (
    rooms.find((room) => room !== undefined && resourceKeys.room(scope as Siret, room) === resource) ?? rest.join(" ").replaceAll("-", " ")
  );
}

interface BookedInterval extends Interval {
  readonly booking: Booking;
}

/** Half-days begin and end at the same few instants: each is read once. */
function intervalsOf(bookings: readonly Booking[]): readonly BookedInterval[] {
  const read = new Map<Instant, EpochMinutes>();
  const minutesAt = (instant: Instant) => {
    const known = read.get(instant);
    if (known !== undefined) return known;
    const minutes = epochMinutes(instant);
    read.set(instant, minutes);
    return minutes;
  };
  return bookings.map((booking) => ({
    resource: booking.resource,
    from: minutesAt(booking.startsAt),
    until: minutesAt(booking.endsAt),
    owner: booking.owner.reference,
    booking,
  }));
}

function kindOf(resource: ResourceKey): SessionOverlap["kind"] | undefined {
  if (isKeyOf("person", resource)) return "trainer";
  return isKeyOf("room", resource) ? "room" : undefined;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
