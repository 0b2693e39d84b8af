import {
  type Appointment,
  accessOn,
  accessRefusals,
  addDays,
  appointmentKindLabels,
  appointmentStatusLabels,
  can,
  clockAt,
  type Instant,
  type IsoDate,
  instantAt,
  type Label,
  laterBy,
  raise,
  resourceKeys,
  type Siret,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { both, done, line, type NextStep, type Reply, refused, same } from "../reply.js";
import type { Person, SeenBooking } from "../store/store.js";
import { zoneOf } from "../zone.js";
import { calledFor } from "./appointment-people.js";
import { dayWords, whereOf } from "./appointment-words.js";
import { personFrom } from "./people.js";
import { unknownReference } from "./unknown.js";

type Desk = Omit<CommandContext<unknown>, "input">;

/** One thing of somebody's day, as far as the asker may know it. */
export interface AgendaEntry {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly reference?: string;
  readonly what: Label;
  readonly where: Label;
  readonly appointment?: Appointment;
}

/** Somebody's days from one on, sessions and appointments together: one's own, or another's for whoever may see appointments. */
export async function agendaAnswer(desk: Desk, typed: string | undefined, first: IsoDate, days: number): Promise<Reply> {
  const zone = zoneOf(desk.provider);
  const person = typed === undefined ? desk.actor : await personFrom(desk.store, typed);
  if (person === undefined) return refused([unknownReference("person", "personne", typed ?? "")]);
  const isOwn = person.id === desk.actor.id;
  if (!isOwn && !desk.rights.has("appointment.read"))
    return refused([raise(accessRefusals, "access.missing-permission", ["personne"], { permission: "appointment.read", managers: [] })]);
  if (!isOwn && (await desk.store.people.get(person.id)) === undefined)
    return refused([unknownReference("person", "personne", typed ?? "")]);
  const entries = await entriesOf(desk, person, isOwn, instantAt(first, "00:00", zone), instantAt(addDays(first, days), "00:00", zone));
  const last = addDays(first, days - 1);
  const period = both((language) => {
    const [from, until] = [dayWords(first, language), dayWords(last, language)];
    return days === 1 ? from : `${from} → ${until}`;
  });
  return done({
    title: { fr: `Agenda de ${person.name} · ${period.fr}`, en: `${person.name}'s agenda · ${period.en}` },
    lines: entries.length === 0 ? [line("plain", "Rien de prévu.", "Nothing planned.")] : [],
    ...(entries.length > 0 && { table: { columns: columnsFor(days), rows: entries.map((entry) => rowOf(entry, zone, days)) } }),
    next: stepsOf(entries, desk),
    data: { person: person.id, entries: entries.map(({ startsAt, endsAt, reference }) => ({ startsAt, endsAt, reference })) },
    trace: { details: { person: person.id, days } },
  });
}

async function entriesOf(desk: Desk, person: Person, isOwn: boolean, from: Instant, until: Instant): Promise<readonly AgendaEntry[]> {
  const { store, today, actor } = desk;
  const kept = await store.bookings.between([resourceKeys.person(person.id)], from, until);
  const access = accessOn(await store.grants.of(actor.id), today, { own: await store.ownProfiles.list() });
  const maySee = (siret: Siret, kind: SeenBooking["kind"]) =>
    isOwn || can(access, kind === "session" ? "session.read" : "appointment.read", siret);
  const over = (await store.appointments.list({ from, until })).filter(
    ({ siret, status, participants }) =>
      (status === "done" || status === "no-show") &&
      maySee(siret, "appointment") &&
      participants.some((one) => "person" in one && one.person === person.id),
  );
  const entries = await Promise.all([
    ...kept.map((booking) => {
      const { reference, siret } = booking;
      if (reference === undefined || siret === undefined || !maySee(siret, booking.kind)) return Promise.resolve(hidden(booking));
      return booking.kind === "session" ? lessonOf(desk, booking, reference) : meetingOf(desk, reference, booking);
    }),
    ...over.map((appointment) => meetingEntry(desk, appointment)),
  ]);
  return entries.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

function hidden({ startsAt, endsAt }: SeenBooking): AgendaEntry {
  return { startsAt, endsAt, what: { fr: "autre engagement", en: "another engagement" }, where: same("—") };
}

async function lessonOf({ store }: Desk, booking: SeenBooking, reference: string): Promise<AgendaEntry> {
  const { startsAt, endsAt } = booking;
  const [session, schedule] = [await store.sessions.get(reference), await store.schedules.get(reference)];
  const shown = clockAt(startsAt, schedule?.timeZone ?? "Europe/Paris");
  const half = schedule?.halfDays.find(({ day, from }) => day === shown.day && from === shown.time);
  const room = half?.room ?? session?.room;
  return {
    startsAt,
    endsAt,
    reference,
    what: both(
      (language) => `${language === "fr" ? "session" : "session"} ${reference}${session === undefined ? "" : ` · ${session.title}`}`,
    ),
    where: both(
      (language) => [session?.place, room && `${language === "fr" ? "salle" : "room"} ${room}`].filter(Boolean).join(" · ") || "—",
    ),
  };
}

async function meetingOf(desk: Desk, reference: string, booking: SeenBooking): Promise<AgendaEntry> {
  const appointment = await desk.store.appointments.get(reference);
  return appointment === undefined ? hidden(booking) : meetingEntry(desk, appointment, booking.endsAt);
}

async function meetingEntry(desk: Desk, appointment: Appointment, endsAt = endOf(appointment)): Promise<AgendaEntry> {
  const { reference, startsAt, kind, status } = appointment;
  const who = (await calledFor(desk, appointment)).filter(({ one }) => !("person" in one)).map(({ name }) => name);
  const people = who.length > 3 ? `${who.length}` : who.join(", ");
  return {
    startsAt,
    endsAt,
    reference,
    appointment,
    what: both((language) =>
      [reference, appointmentKindLabels[kind][language], appointmentStatusLabels[status][language], people].filter(Boolean).join(" · "),
    ),
    where: whereOf(appointment),
  };
}

/** What to do next: say what became of what is past, open what is to come. */
function stepsOf(entries: readonly AgendaEntry[], { now }: Desk): readonly NextStep[] {
  const meetings = entries.flatMap(({ appointment }) => appointment ?? []);
  const past = meetings.filter((one) => one.status !== "done" && one.status !== "no-show" && endOf(one) <= now);
  return past.slice(0, 3).map(({ reference }) => ({
    text: { fr: `${reference} est passé : a-t-il eu lieu ?`, en: `${reference} is past: did it take place?` },
    command: `/rdv tenu reference:${reference}`,
  }));
}

function rowOf({ startsAt, endsAt, what, where }: AgendaEntry, zone: string, days: number): readonly Label[] {
  const { day, time } = clockAt(startsAt, zone);
  const hours = same(`${time} → ${clockAt(endsAt, zone).time}`);
  return [...(days === 1 ? [] : [both((language) => dayWords(day, language))]), hours, what, where];
}

function columnsFor(days: number): readonly Label[] {
  const columns = [
    { fr: "Heure", en: "Time" },
    { fr: "Quoi", en: "What" },
    { fr: "Où", en: "Where" },
  ];
  return days === 1 ? columns : [{ fr: "Jour", en: "Day" }, ...columns];
}

function endOf({ startsAt, minutes }: Appointment): Instant {
  return laterBy(startsAt, minutes);
}
