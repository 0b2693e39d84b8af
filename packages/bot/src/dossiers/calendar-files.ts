import {
  type Appointment,
  addDays,
  type CalendarEvent,
  eventOfAppointment,
  eventsOfSchedule,
  fullName,
  type Instant,
  type IsoDate,
  instantAt,
  type NameOf,
  resourceKeys,
  type Schedule,
  type Session,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { mayIn } from "./appointment-people.js";
import { namesIn } from "./people.js";
import { callingIn } from "./trainers.js";

type Desk = Pick<CommandContext<unknown>, "store" | "today" | "now" | "actor" | "commands">;

/** Does somebody of the workspace take part. */
export function takesPart({ participants }: Appointment, person: string): boolean {
  return participants.some((one) => "person" in one && one.person === person);
}

/** Appointments as calendars show them; candidates by their references, and by name where it is asked for and allowed. */
export async function eventsOfAppointments(
  desk: Desk,
  appointments: readonly Appointment[],
  withNames: boolean,
): Promise<readonly CalendarEvent[]> {
  const people = await namesIn(desk.store);
  const candidates = new Map<string, string>();
  for (const { siret, participants } of withNames ? appointments : []) {
    if (!(await mayIn(desk, "trainee.read", siret))) continue;
    for (const one of participants) {
      const trainee = one.role === "candidate" ? await desk.store.trainees.get(one.trainee) : undefined;
      if (trainee !== undefined) candidates.set(trainee.id, `${trainee.id} · ${fullName(trainee)}`);
    }
  }
  const nameOf: NameOf = (one) => {
    if (one.role === "adviser") return one.name;
    return one.role === "candidate" ? (candidates.get(one.trainee) ?? one.trainee) : (people.get(one.person) ?? one.person);
  };
  return appointments.map((appointment) => eventOfAppointment(appointment, nameOf));
}

/** The half-days of a session as calendars show them. */
export async function eventsOfSession(desk: Desk, session: Session, schedule: Schedule): Promise<readonly CalendarEvent[]> {
  const [changedAt, nameOf] = [await lastChangeOf(desk, session), await callingIn(desk.store)];
  return eventsOfSchedule(session, schedule, { changedAt, nameOf });
}

/**
 * Seven days from a Monday, of somebody of the workspace: whom they meet and what they teach, as far as the asker may know of
 * others. What is cancelled is there too, so that calendars forget it.
 */
export async function eventsOfWeek(
  desk: Desk,
  person: string,
  { monday, zone, withNames }: { readonly monday: IsoDate; readonly zone: string; readonly withNames: boolean },
): Promise<readonly CalendarEvent[]> {
  const [from, until] = [instantAt(monday, "00:00", zone), instantAt(addDays(monday, 7), "00:00", zone)];
  const isOwn = person === desk.actor.id;
  const appointments: Appointment[] = [];
  for (const one of await desk.store.appointments.list({ from, until }))
    if (takesPart(one, person) && (isOwn || (await mayIn(desk, "appointment.read", one.siret)))) appointments.push(one);
  const met = await eventsOfAppointments(desk, appointments, withNames);
  const kept = await desk.store.bookings.between([resourceKeys.person(person)], from, until);
  const references = new Set(kept.flatMap(({ kind, reference }) => (kind === "session" && reference !== undefined ? [reference] : [])));
  const taught: CalendarEvent[] = [];
  for (const reference of references) {
    const session = await desk.store.sessions.get(reference);
    const schedule = await desk.store.schedules.get(reference);
    if (session === undefined || schedule === undefined || !(isOwn || (await mayIn(desk, "session.read", session.siret)))) continue;
    const own = schedule.halfDays.filter((halfDay) => (halfDay.trainers ?? session.trainers ?? []).includes(person));
    taught.push(...(await eventsOfSession(desk, session, { ...schedule, halfDays: own })));
  }
  return [...met, ...taught]
    .filter(({ startsAt, endsAt }) => from < endsAt && startsAt < until)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** When somebody last changed a session, as far as the trail goes back. */
async function lastChangeOf({ store, commands, now }: Desk, { reference, listing }: Session): Promise<Instant> {
  const acts = [...commands.values()].flatMap(({ needs, path }) => (needs === "session.manage" ? [path.replace(" ", ".")] : []));
  const [entry] = await store.audit.search({ objects: [reference], acts, outcome: "done", limit: 1 });
  return entry?.at ?? listing?.steps.at(-1)?.at ?? now;
}
