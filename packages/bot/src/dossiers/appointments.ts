import {
  type Appointment,
  type AppointmentAction,
  type AppointmentSituation,
  accessRefusals,
  advanceAppointment,
  appointmentSchema,
  candidatesOf,
  checkAppointment,
  dayOf,
  deadStatuses,
  failure,
  hasErrors,
  type IsoDate,
  type Label,
  laterBy,
  type Participant,
  type Problem,
  type Provider,
  parse,
  publicHolidayOn,
  type ResourceKey,
  type Result,
  raise,
  resourceKeys,
  resourceOf,
  success,
  type WorkingStretch,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { fingerprintOf } from "../fingerprint.js";
import { done, type NextStep, type Reply, type ReplyLine, refused } from "../reply.js";
import type { Store } from "../store/store.js";
import { zoneOf } from "../zone.js";
import { fieldsOf } from "./appointment-card.js";
import { namesAmong } from "./appointment-people.js";
import { summaryOf, titleOf } from "./appointment-words.js";
import { unknown } from "./unknown.js";

export type Desk = Pick<CommandContext<unknown>, "store" | "today" | "actor" | "now">;

/** An appointment with its establishment, and everything its rules compare it with. */
export interface AppointmentDossier {
  readonly appointment: Appointment;
  readonly provider: Provider;
  readonly zone: string;
  readonly situation: AppointmentSituation;
}

export async function loadAppointment(desk: Pick<Desk, "store" | "now">, typed: string): Promise<Result<AppointmentDossier>> {
  const appointment = await desk.store.appointments.get(typed.toUpperCase());
  if (appointment === undefined) return unknown("appointment", "reference", typed);
  return dossierOf(desk, appointment);
}

export async function dossierOf(
  { store, now }: Pick<Desk, "store" | "now">,
  appointment: Appointment,
): Promise<Result<AppointmentDossier>> {
  const { reference, siret, startsAt, minutes, participants } = appointment;
  const provider = await store.providers.get(siret);
  if (provider === undefined) return failure(raise(accessRefusals, "access.not-founded", [], {}));
  const zone = zoneOf(provider);
  const followed = await sessionsFollowed(store, candidatesOf(appointment));
  const resources = [...keptBy(appointment), ...followed.map(({ session }) => resourceKeys.session(session))];
  const situation: AppointmentSituation = {
    appointment,
    now,
    zone,
    settings: provider.settings,
    followed,
    busy: await store.bookings.between(resources, startsAt, laterBy(startsAt, minutes), { kind: "appointment", reference }),
    hours: await hoursOf(store, provider, participants),
    dayOff: dayOffOn(provider, dayOf(startsAt, zone)),
    session: appointment.session === undefined ? undefined : await store.sessions.get(appointment.session),
    names: await namesAmong(store, participants),
  };
  return success({ appointment, provider, zone, situation });
}

/** Everybody who comes, and the room. */
export function keptBy({ siret, room, participants }: Pick<Appointment, "siret" | "room" | "participants">): readonly ResourceKey[] {
  return [...participants.map((one) => resourceOf(one, siret)), ...(room === undefined ? [] : [resourceKeys.room(siret, room)])];
}

/** The sessions that candidates follow or are about to, by their quotes that stand. */
export async function sessionsFollowed(store: Store, trainees: readonly string[]) {
  const followed: { readonly trainee: string; readonly session: string }[] = [];
  for (const trainee of trainees) {
    const quotes = (await store.quotes.list({ traineeId: trainee })).filter(({ status }) => !deadStatuses.has(status));
    const sessions = new Set(quotes.flatMap(({ sessionReference }) => sessionReference ?? []));
    followed.push(...[...sessions].map((session) => ({ trainee, session })));
  }
  return followed;
}

/** When the people of the team who come can be met: their own hours, else the establishment's. */
export async function hoursOf(
  store: Store,
  { siret, settings }: Provider,
  participants: readonly Participant[],
): Promise<ReadonlyMap<string, readonly WorkingStretch[]>> {
  const people = participants.flatMap((one) => ("person" in one ? [one.person] : []));
  const hours = await Promise.all(people.map((person) => store.workingHours.get(person, siret)));
  return new Map(people.map((person, index) => [person, hours[index]?.stretches ?? settings.appointments.workingHours]));
}

/** The session that was named, if one was. */
export async function knownSession(store: Store, typed: string | undefined): Promise<Result<string | undefined>> {
  if (typed === undefined) return success(undefined);
  const session = await store.sessions.get(typed.toUpperCase());
  return session === undefined ? unknown("session", "session", typed) : success(session.reference);
}

/** Keeps a new or changed appointment unless the rules forbid it; then `instead` says what else could be. */
export async function keepAndAnswer(
  desk: Desk,
  appointment: Appointment,
  told: {
    readonly lines: readonly ReplyLine[];
    readonly details: Readonly<Record<string, string | number>>;
    readonly next?: readonly NextStep[];
    /** As it stood: what was wrong already holds nothing back. */
    readonly before?: Appointment;
    readonly instead?: (dossier: AppointmentDossier) => Promise<readonly NextStep[]>;
  },
): Promise<Reply> {
  const { before, instead } = told;
  const object = before === undefined ? {} : { object: before.reference };
  const trace = { trace: { ...object, details: told.details } };
  const sound = parse(appointmentSchema, appointment);
  if (!sound.ok) return refused(sound.problems, trace);
  const dossier = await dossierOf(desk, sound.value);
  if (!dossier.ok) return refused(dossier.problems, trace);
  const known = before === undefined ? [] : await problemsOf(desk, before);
  const problems = checkAppointment(dossier.value.situation).filter(
    (one) => !known.includes(JSON.stringify(one)) || one.severity !== "error",
  );
  if (hasErrors(problems)) {
    const next = instead !== undefined && problems.some(({ code }) => code === "appointment.overlap") ? await instead(dossier.value) : [];
    return refused(
      problems.filter(({ severity }) => severity === "error"),
      { ...trace, next },
    );
  }
  await desk.store.appointments.save(sound.value);
  return answerWith(desk, dossier.value, told.lines, told.details, told.next);
}

/** Takes an appointment one step further, whatever keeps its people since: what happened is recorded. */
export async function advanceAndAnswer(
  desk: Desk,
  reference: string,
  action: Exclude<AppointmentAction, "propose" | "move">,
  say: (dossier: AppointmentDossier) => Promise<{ readonly lines: readonly ReplyLine[]; readonly next: readonly NextStep[] }>,
): Promise<Reply> {
  const loaded = await loadAppointment(desk, reference);
  if (!loaded.ok) return refused(loaded.problems);
  const { appointment, zone } = loaded.value;
  const advanced = advanceAppointment(appointment, action, { by: desk.actor.id, at: desk.now, zone });
  const details = { action };
  if (!advanced.ok) return refused(advanced.problems, { trace: { object: appointment.reference, details } });
  const sound = parse(appointmentSchema, advanced.value);
  if (!sound.ok) return refused(sound.problems, { trace: { object: appointment.reference, details } });
  await desk.store.appointments.save(sound.value);
  const dossier = { ...loaded.value, appointment: sound.value, situation: { ...loaded.value.situation, appointment: sound.value } };
  const { lines, next } = await say(dossier);
  return { ...(await answerWith(desk, dossier, lines, details, next)), basis: fingerprintOf([appointment]) };
}

/** The answer of every command about one appointment: its card, what the rules find, what comes next. */
export async function answerWith(
  desk: Desk,
  dossier: AppointmentDossier,
  lines: readonly ReplyLine[],
  details: Readonly<Record<string, string | number>> = {},
  next: readonly NextStep[] = [],
): Promise<Reply> {
  const { appointment, zone, situation } = dossier;
  return done({
    title: titleOf(appointment),
    lines: [{ tone: "plain", text: summaryOf(appointment, zone) }, ...lines],
    fields: await fieldsOf(desk, dossier),
    problems: checkAppointment(situation),
    next,
    data: { appointment },
    trace: { object: appointment.reference, details },
  });
}

/** Why a day is off, if it is: a public holiday, a closure of the establishment. */
export function dayOffOn({ settings: { sessions } }: Pick<Provider, "settings">, day: IsoDate): Label | undefined {
  const closure = sessions.closures.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const closed = closure && { fr: closure.label ?? "fermeture de l'établissement", en: closure.label ?? "the establishment is closed" };
  return publicHolidayOn(day, sessions.holidayArea) ?? closed;
}

async function problemsOf(desk: Desk, appointment: Appointment): Promise<readonly string[]> {
  const dossier = await dossierOf(desk, appointment);
  const problems: readonly Problem[] = dossier.ok ? checkAppointment(dossier.value.situation) : [];
  return problems.map((problem) => JSON.stringify(problem));
}
