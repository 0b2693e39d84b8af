import {
  type AttendanceRecord,
  failure,
  findNamed,
  type Half,
  type Instant,
  inputRules,
  type Result,
  raise,
  recordRefusals,
  type Said,
  type Slot,
  success,
  type Trainee,
} from "@kairos/core";
import { line, type ReplyLine } from "../reply.js";
import type { Store } from "../store/store.js";
import type { AttendedSession } from "./attendance.js";
import { slotMeant } from "./attendance-options.js";
import { saidWords } from "./attendance-words.js";
import type { NamedHalfDay } from "./half-day-option.js";
import { unknown } from "./unknown.js";

/** The trainee who is meant: of the session by name or reference, else anybody by reference. */
export async function traineeMeant(
  store: Store,
  { roster, trainees }: AttendedSession,
  typed: string,
): Promise<Result<Pick<Trainee, "id">>> {
  const meant = findNamed(
    typed,
    roster.map(({ traineeId: id }) => trainees.get(id) ?? { id }),
  );
  if ("id" in meant) return success(meant);
  if (meant.fault === "several-people") {
    return failure(raise(inputRules, "input.unknown-value", ["stagiaire"], { value: typed, allowed: oneOfThem }));
  }
  const known = await store.trainees.get(typed.toUpperCase());
  return known === undefined ? unknown("trainee", "stagiaire", typed) : success(known);
}

const oneOfThem = {
  fr: "la référence du stagiaire, comme T-0001 : plusieurs portent ce nom",
  en: "the reference of the trainee, such as T-0001: several bear this name",
};

/** The trainee who is meant, when they are of the session. */
export async function enrolledMeant(store: Store, attended: AttendedSession, typed: string): Promise<Result<string>> {
  const meant = await traineeMeant(store, attended, typed);
  if (!meant.ok) return meant;
  const { id } = meant.value;
  if (attended.roster.some(({ traineeId }) => traineeId === id)) return success(id);
  return failure(raise(recordRefusals, "attendance.not-expected", ["stagiaire"], { trainee: id, why: "not-enrolled" }));
}

interface Meant {
  /** Is it something that is known before the half-day begins. */
  readonly isAhead?: boolean | undefined;
  readonly trainee: string;
  readonly on: NamedHalfDay;
  readonly half?: Half | undefined;
}

/** The half-day that is meant and what it says. A fact outside of the schedule is reached too, so that it can be erased. */
export async function factMeant(
  store: Store,
  attended: AttendedSession,
  { trainee, on, half, isAhead }: Meant,
  now: Instant,
): Promise<Result<{ readonly slot: Slot; readonly current: AttendanceRecord | undefined }>> {
  const facts = await store.attendance.of({ session: attended.session.reference, trainee, from: on.day, until: on.day });
  const slot = slotMeant(attended, { on, half, isAhead }, now);
  const told = half ?? on.half;
  if (slot.ok) {
    const { day, half } = slot.value;
    // The schedule has one half-day left, and a fact says that there were others: which one is not guessed.
    if (told === undefined && facts.some((one) => one.half !== half)) {
      return failure(raise(recordRefusals, "attendance.half-day-to-choose", ["demi-journee"], { day }));
    }
    return success({ slot: { day, half }, current: facts.find((one) => one.half === half) });
  }
  const current = told === undefined ? undefined : facts.find((one) => one.half === told);
  return current === undefined ? slot : success({ slot: { day: current.day, half: current.half }, current });
}

/** `Avant : présent → après : en retard (20 min)` */
export function changedLine(before: Said | undefined, after: Said | undefined): ReplyLine {
  const [old, next] = [factWords(before), factWords(after)];
  return line("good", `Corrigé. Avant : ${old.fr} → après : ${next.fr}.`, `Corrected. Before: ${old.en} → after: ${next.en}.`);
}

/** What a fact says, or that there is none. */
export function factWords(said: Said | undefined) {
  return said === undefined ? { fr: "rien", en: "nothing" } : saidWords(said);
}
