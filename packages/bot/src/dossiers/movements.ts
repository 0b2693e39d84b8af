import {
  addDays,
  formatDay,
  type IsoDate,
  type Label,
  type Movement,
  movementKindLabels,
  movementStateLabels,
  movementsOf,
  type Permission,
  plannedHalfDays,
  type Session,
  sentenceCase,
} from "@kairos/core";
import { both, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { type AttendedSession, attendedSession, calledTrainee } from "./attendance.js";

/** Who reads what the agency is told: a trainer does not. */
export const maySeeMovements: readonly Permission[] = ["attendance.read", "attendance.record"];

/** The movements of one session, with whom they are about. */
export interface MovementDossier extends AttendedSession {
  readonly movements: readonly Movement[];
}

export async function movementDossier(store: Store, attended: AttendedSession, today: IsoDate): Promise<MovementDossier> {
  const { session, schedule, roster, provider } = attended;
  const course = {
    session,
    roster,
    planned: plannedHalfDays(schedule, roster),
    records: await store.attendance.turns(session.reference),
    declarations: await store.movements.ofSession(session.reference),
  };
  return { ...attended, movements: movementsOf(course, today, provider.settings.attendance.movementDays) };
}

/** How long after its end a session is still looked at for what was never declared, unless it is named. */
export const lookedBackDays = 90;

/** Those of every session in scope that has facts. */
export async function movementDossiers(store: Store, today: IsoDate): Promise<readonly MovementDossier[]> {
  const dossiers: MovementDossier[] = [];
  for (const session of await sessionsLookedAt(store, today)) {
    const attended = await attendedSession(store, session, await store.schedules.get(session.reference));
    dossiers.push(await movementDossier(store, attended, today));
  }
  return dossiers;
}

async function sessionsLookedAt(store: Store, today: IsoDate): Promise<readonly Session[]> {
  const sessions = await store.sessions.list({ from: addDays(today, -lookedBackDays), until: today });
  const withFacts = new Set(await store.attendance.sessions(sessions.map(({ reference }) => reference)));
  return sessions.filter(({ reference }) => withFacts.has(reference));
}

/** Is it still to be declared, in time or not. */
export function isWaiting({ state }: Movement): boolean {
  return state === "due" || state === "late";
}

/** A movement a row, what is due first ahead. */
export function movementTable(dossiers: readonly MovementDossier[], isShown: (movement: Movement) => boolean): ReplyTable | undefined {
  const rows = dossiers
    .flatMap((dossier) => dossier.movements.filter(isShown).map((movement) => ({ dossier, movement })))
    .sort((a, b) => (a.movement.dueOn < b.movement.dueOn ? -1 : a.movement.dueOn > b.movement.dueOn ? 1 : 0));
  if (rows.length === 0) return undefined;
  return {
    columns: [
      { fr: "Session", en: "Session" },
      { fr: "Stagiaire", en: "Trainee" },
      { fr: "Mouvement", en: "Movement" },
      { fr: "Au plus tard", en: "By" },
      { fr: "État", en: "State" },
    ],
    rows: rows.map(({ dossier, movement }) => [
      same(movement.sessionReference),
      same(calledTrainee(dossier, movement.traineeId)),
      movementLabel(movement),
      both((language) => formatDay(movement.dueOn, language)),
      stateLabel(movement),
    ]),
  };
}

/** `Entrée du 07/12/2026`, `Sortie du 10/12/2026 (abandon)` */
export function movementLabel({ kind, on, cause }: Movement): Label {
  const why = cause === "withdrawal" ? { fr: " (abandon)", en: " (withdrawal)" } : { fr: "", en: "" };
  return {
    fr: `${sentenceCase(movementKindLabels[kind].fr)} du ${formatDay(on)}${why.fr}`,
    en: `${sentenceCase(movementKindLabels[kind].en)} of ${formatDay(on, "en")}${why.en}`,
  };
}

function stateLabel({ state, declaredOn, declaredFor }: Movement): Label {
  const { fr, en } = movementStateLabels[state];
  if (declaredOn !== undefined) return { fr: `${fr} le ${formatDay(declaredOn)}`, en: `${en} on ${formatDay(declaredOn, "en")}` };
  if (declaredFor === undefined) return { fr, en };
  return {
    fr: `${fr} ; avait été déclaré pour le ${formatDay(declaredFor)}`,
    en: `${en}; had been declared for ${formatDay(declaredFor, "en")}`,
  };
}
