import type { Instant } from "./calendar.js";
import { instantAt } from "./clock.js";
import type { Siret } from "./identifiers.js";
import { fold } from "./text.js";

/** Somebody or some room, by a key that two bookings share when they mean the same one. */
export type ResourceKey = string;

/** What keeps a person or a room: from an instant, up to another that is free again. */
export interface Booking {
  readonly resource: ResourceKey;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly owner: BookingOwner;
}

/** What a booking is for. */
export interface BookingOwner {
  readonly kind: "session" | "appointment";
  readonly reference: string;
  readonly siret: Siret;
}

/** The key of each kind of resource: one row a kind. */
export const resourceKeys = {
  /** Somebody of the workspace, by their id. */
  person: (id: string): ResourceKey => `person:${id}`,
  trainee: (id: string): ResourceKey => `trainee:${id}`,
  /** Somebody of France Travail, known by a name only. */
  adviser: (siret: Siret, name: string): ResourceKey => `adviser:${siret}:${hyphened(name)}`,
  /** A room is one of its establishment. */
  room: (siret: Siret, name: string): ResourceKey => `room:${siret}:${hyphened(name)}`,
  /** The whole group of a session: what its trainees follow. */
  session: (reference: string): ResourceKey => `session:${reference}`,
};

/** Is it the key of one kind of resource. */
export function isKeyOf(kind: keyof typeof resourceKeys, resource: ResourceKey): boolean {
  return resource.startsWith(`${kind}:`);
}

/** The instants of a stretch of one day, as clocks of a zone show it. */
export function stretchOf(day: string, from: string, until: string, zone: string): Pick<Booking, "startsAt" | "endsAt"> {
  return { startsAt: instantAt(day, from, zone), endsAt: instantAt(day, until, zone) };
}

/** Letters and digits; a name that has none of them is its own key. */
function hyphened(name: string): string {
  const folded = fold(name);
  const key = folded.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return key === "" ? folded : key;
}
