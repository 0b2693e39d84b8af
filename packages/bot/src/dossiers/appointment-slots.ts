import {
  type Appointment,
  candidatesOf,
  clockAt,
  dayOf,
  epochMinutes,
  type FreeSlot,
  formatDay,
  freeSlots,
  type Instant,
  instantAt,
  laterBy,
  type Provider,
  resourceKeys,
  slotHorizonDays,
} from "@kairos/core";
import type { NextStep } from "../reply.js";
import { zoneOf } from "../zone.js";
import { shortWhen } from "./appointment-words.js";
import { type Desk, dayOffOn, hoursOf, keptBy, sessionsFollowed } from "./appointments.js";

type Wanted = Pick<Appointment, "siret" | "room" | "participants" | "minutes"> & { readonly reference?: string };

/** The free times of everybody who comes and of the room, out of the sessions that candidates follow, from an instant on. */
export async function freeTimes(
  { store, now }: Pick<Desk, "store" | "now">,
  provider: Provider,
  wanted: Wanted,
  from: Instant,
  count: number,
): Promise<readonly FreeSlot[]> {
  const zone = zoneOf(provider);
  const earliest = from > now ? from : now;
  const until = laterBy(earliest, (slotHorizonDays + 1) * 24 * 60);
  const followed = await sessionsFollowed(store, candidatesOf(wanted));
  const resources = [...keptBy(wanted), ...followed.map(({ session }) => resourceKeys.session(session))];
  const itself = wanted.reference === undefined ? undefined : ({ kind: "appointment", reference: wanted.reference } as const);
  const hours = [...(await hoursOf(store, provider, wanted.participants)).values()];
  return freeSlots({
    busy: await store.bookings.between(resources, earliest, until, itself),
    hours: hours.length > 0 ? hours : [provider.settings.appointments.workingHours],
    minutes: wanted.minutes,
    from: earliest,
    zone,
    count,
    isDayOff: (day) => dayOffOn(provider, day) !== undefined,
  });
}

/** The free times nearest to one that is taken, before it the same day or after, each with the command that takes it. */
export async function nearestSteps(
  desk: Pick<Desk, "store" | "now">,
  provider: Provider,
  { startsAt, ...wanted }: Wanted & Pick<Appointment, "startsAt">,
  commandAt: (day: string, time: string) => string,
): Promise<readonly NextStep[]> {
  const zone = zoneOf(provider);
  const morning = instantAt(dayOf(startsAt, zone), "00:00", zone);
  const far = (slot: FreeSlot) => Math.abs(epochMinutes(slot.startsAt) - epochMinutes(startsAt));
  const slots = [...(await freeTimes(desk, provider, wanted, morning, 24))].sort((a, b) => far(a) - far(b)).slice(0, 3);
  return stepsTo(
    slots.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    zone,
    commandAt,
  );
}

/** A button for each free time. */
export function stepsTo(slots: readonly FreeSlot[], zone: string, commandAt: (day: string, time: string) => string): readonly NextStep[] {
  return slots.map(({ startsAt }) => {
    const { day, time } = clockAt(startsAt, zone);
    const label = shortWhen(startsAt, zone);
    return { text: { fr: `libre : ${label.fr}`, en: `free: ${label.en}` }, button: label, command: commandAt(formatDay(day), time) };
  });
}
