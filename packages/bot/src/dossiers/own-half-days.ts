import {
  addDays,
  daysAround,
  type Enrolment,
  holdsFor,
  type Instant,
  type Mac,
  type OwnHalfDay,
  rosterOf,
  type Schedule,
  type Session,
  type SignableHalfDay,
  signableHalfDays,
  type Trainee,
} from "@kairos/core";
import type { Store } from "../store/store.js";

/** A session that a trainee follows, and how. */
interface OwnSession {
  readonly session: Session;
  readonly schedule: Schedule | undefined;
  readonly enrolment: Enrolment;
}

/** The half-days around an instant of the sessions somebody is in, whichever of their records says so. */
export async function ownHalfDays(store: Store, trainees: readonly Trainee[], now: Instant): Promise<readonly OwnHalfDay[]> {
  const days = daysAround(now);
  const found: OwnHalfDay[] = [];
  for (const trainee of trainees) {
    for (const { session, schedule, enrolment } of await sessionsOf(store, trainee, now)) {
      const halfDays = signableHalfDays(session, schedule, await settingsAt(store, session), days);
      const signed = halfDays.length === 0 ? [] : await store.signIns.of({ session: session.reference, trainee: trainee.id, ...days });
      for (const one of halfDays) {
        const { day, half } = one.halfDay;
        found.push({ ...one, enrolment, signed: signed.find((other) => other.day === day && other.half === half) });
      }
    }
  }
  return found;
}

/** Does a code hold for a group that somebody is not in. */
export async function isOfAnotherGroup(store: Store, own: readonly OwnHalfDay[], code: string, now: Instant, mac: Mac): Promise<boolean> {
  const days = daysAround(now);
  const mine = new Set(own.map(({ session }) => session.reference));
  const others = (await store.sessions.list(days)).filter(({ reference }) => !mine.has(reference));
  const schedules = await store.schedules.list(others.map(({ reference }) => reference));
  const scheduleOf = new Map(schedules.map((schedule) => [schedule.sessionReference, schedule]));
  const halfDays: SignableHalfDay[] = [];
  for (const session of others) {
    halfDays.push(...signableHalfDays(session, scheduleOf.get(session.reference), await settingsAt(store, session), days));
  }
  return holdsFor(halfDays, code, now, mac);
}

/** The sessions a trainee is in around an instant, enrolled or by an accepted quote. */
async function sessionsOf(store: Store, { id }: Trainee, now: Instant): Promise<readonly OwnSession[]> {
  const { from, until } = daysAround(now);
  const enrolments = await store.enrolments.ofTrainee(id);
  const quotes = await store.quotes.list({ traineeId: id, status: "accepted" });
  const references = new Set([...enrolments, ...quotes].flatMap(({ sessionReference = [] }) => sessionReference));
  const sessions: OwnSession[] = [];
  for (const reference of references) {
    const session = await store.sessions.get(reference);
    if (session === undefined || session.endsOn < addDays(from, -1) || session.startsOn > addDays(until, 1)) continue;
    const enrolled = enrolments.filter(({ sessionReference }) => sessionReference === reference);
    const agreed = quotes
      .filter(({ sessionReference }) => sessionReference === reference)
      .map(({ startsOn, endsOn }) => ({ traineeId: id, startsOn, endsOn }));
    const [enrolment] = rosterOf(session, enrolled, agreed);
    if (enrolment !== undefined) sessions.push({ session, schedule: await store.schedules.get(reference), enrolment });
  }
  return sessions;
}

async function settingsAt(store: Store, { reference, siret }: Session): Promise<SignableHalfDay["settings"]> {
  const provider = await store.providers.get(siret);
  if (provider === undefined) throw new Error(`${reference} has no establishment`);
  return provider.settings.attendance;
}
