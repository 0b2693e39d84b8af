import {
  accessRefusals,
  type Enrolment,
  failure,
  fullName,
  type Permission,
  type Provider,
  type Result,
  raise,
  rosterOf,
  type Schedule,
  type Session,
  success,
  type Trainee,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { reference } from "../options.js";
import type { Store } from "../store/store.js";
import { loadSession } from "./sessions.js";

/** Whose attendance, declared by every command that is about one session. */
export const sessionOption = reference("session", { fr: ["session", "Référence de la session"], en: ["session", "Session reference"] });

/** Who may look at attendance, and who may record it: a trainer for their own sessions only. */
export const mayRead: readonly Permission[] = ["attendance.read", "attendance.record", "attendance.record-own"];
export const mayRecord: readonly Permission[] = ["attendance.record", "attendance.record-own"];

/** A session with all that its attendance is judged with. */
export interface AttendedSession {
  readonly session: Session;
  readonly schedule: Schedule | undefined;
  readonly provider: Provider;
  readonly roster: readonly Enrolment[];
  readonly trainees: ReadonlyMap<string, Trainee>;
}

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "may">;

/** The session that is meant, if the asker may see its attendance, or with `mayRecord` record it. */
export async function loadAttendedSession(
  { store, actor, may }: Desk,
  typed: string,
  rights: readonly Permission[] = mayRead,
): Promise<Result<AttendedSession>> {
  const found = await loadSession(store, typed, "session");
  if (!found.ok) return found;
  const session = found.value;
  const schedule = await store.schedules.get(session.reference);
  if (!reaches({ actor, may }, session, schedule, rights)) {
    return failure(raise(accessRefusals, "access.not-own-session", ["session"], { session: session.reference }));
  }
  return success(await attendedSession(store, session, schedule));
}

/** Is the session one that somebody reaches with these rights: a trainer, only where they teach. */
export function reaches(
  { actor, may }: Pick<Desk, "actor" | "may">,
  session: Session,
  schedule: Schedule | undefined,
  rights: readonly Permission[] = mayRead,
): boolean {
  const isWide = rights.some((right) => right !== "attendance.record-own" && may(right, session.siret));
  return isWide || teaches(actor.id, session, schedule);
}

/** A session as its attendance is judged, whoever asks. */
export async function attendedSession(store: Store, session: Session, schedule: Schedule | undefined): Promise<AttendedSession> {
  const provider = await store.providers.get(session.siret);
  if (provider === undefined) throw new Error(`${session.reference} has no establishment`);
  const [enrolments, quotes] = [
    await store.enrolments.ofSession(session.reference),
    await store.quotes.list({ sessionReference: session.reference, status: "accepted" }),
  ];
  const agreed = quotes.flatMap(({ traineeId, startsOn, endsOn }) => (traineeId === undefined ? [] : [{ traineeId, startsOn, endsOn }]));
  const roster = rosterOf(session, enrolments, agreed);
  const known = await store.trainees.list({ ids: roster.map(({ traineeId }) => traineeId) });
  const trainees = new Map(known.map((trainee) => [trainee.id, trainee]));
  return { session, schedule, provider, roster, trainees };
}

/** Does somebody teach in the session, or in one of its half-days. */
export function teaches(person: string, session: Session, schedule: Schedule | undefined): boolean {
  return (
    session.trainers?.includes(person) === true || schedule?.halfDays.some(({ trainers }) => trainers?.includes(person) === true) === true
  );
}

/** `T-0007 · Camille DURAND`. */
export function calledTrainee({ trainees }: Pick<AttendedSession, "trainees">, id: string): string {
  const trainee = trainees.get(id);
  return trainee === undefined ? id : `${id} · ${fullName(trainee)}`;
}
