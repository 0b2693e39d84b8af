import {
  type AttendanceRecord,
  type AttendanceSheet,
  attendingStatuses,
  compareSlots,
  failure,
  halfDayKey,
  halves,
  type PlannedHalfDay,
  plannedHalfDays,
  type Result,
  raise,
  type Slot,
  signInRules,
  success,
  traineeSlotKey,
} from "@kairos/core";
import type { Store } from "../store/store.js";
import type { AttendedSession } from "./attendance.js";
import type { NamedHalfDay } from "./half-day-option.js";
import { trainersNamed } from "./trainers.js";
import { unknown } from "./unknown.js";

/** What somebody reads on a sheet, as they type it. */
export interface SheetTyped {
  readonly from: NamedHalfDay | undefined;
  readonly until: NamedHalfDay | undefined;
  readonly trainers: readonly string[];
  /** Who signed; all who are recorded as present when nobody is named. */
  readonly signers: readonly string[] | undefined;
  readonly except: readonly string[];
}

/** What a sheet covers, what is recorded of it, and who signed. */
export interface SheetRead {
  readonly covered: readonly Slot[];
  readonly trainers: readonly string[];
  readonly records: readonly AttendanceRecord[];
  readonly signatures: readonly PlannedHalfDay[];
}

/** Understands what was typed of a sheet; what it makes of it is not judged yet. */
export async function readSheet(store: Store, attended: AttendedSession, typed: SheetTyped): Promise<Result<SheetRead>> {
  const covered = coveredBy(attended, typed);
  if (!covered.ok) return covered;
  const named = await trainersNamed(store, typed.trainers);
  if (!named.ok) return named;
  const signers = onRoster(attended, typed.signers ?? [], "signataires");
  if (!signers.ok) return signers;
  const except = onRoster(attended, typed.except, "sans-signature");
  if (!except.ok) return except;
  const [first, last] = [covered.value[0], covered.value.at(-1)];
  const records =
    first === undefined || last === undefined
      ? []
      : await store.attendance.of({ session: attended.session.reference, from: first.day, until: last.day });
  const wanted = { named: typed.signers && signers.value, except: except.value };
  const signatures = signaturesOn(attended, covered.value, records, wanted);
  return success({ covered: covered.value, trainers: named.value.map(({ person }) => person.id), records, signatures });
}

/** The same scan, for a half-day it was attached for already. */
export async function sheetAlreadyThere(
  store: Store,
  { digest, halfDays, sessionReference }: AttendanceSheet,
): Promise<string | undefined> {
  const standing = (await store.sheets.ofSession(sessionReference)).filter(({ removed }) => removed === undefined);
  return standing.find((one) => one.digest === digest && one.halfDays.some((key) => halfDays.includes(key)))?.reference;
}

/** The half-days from one to the other, in whichever order they were typed; none when the sheet dates nothing. */
function coveredBy({ session, schedule }: AttendedSession, { from, until }: SheetTyped): Result<readonly Slot[]> {
  const [first, last] = [from ?? until, until ?? from];
  if (first === undefined || last === undefined) return success([]);
  const [start, end] = first.day <= last.day ? [startOf(first), endOf(last)] : [startOf(last), endOf(first)];
  const covered = (schedule?.halfDays ?? []).filter((slot) => compareSlots(start, slot) <= 0 && compareSlots(slot, end) <= 0);
  if (covered.length > 0) return success(covered.map(({ day, half }) => ({ day, half })));
  // A half-day that was named is on the sheet, though the schedule does not have it: a rule tells.
  if (compareSlots(start, end) === 0) return success([start]);
  return failure(raise(signInRules, "attendance.nothing-to-sign", ["du"], { session: session.reference, day: start.day }));
}

function startOf({ day, half = halves[0] }: NamedHalfDay): Slot {
  return { day, half };
}

function endOf({ day, half = "evening" }: NamedHalfDay): Slot {
  return { day, half };
}

/** Trainees of the session by their references, as they were typed under an option. */
function onRoster({ roster }: AttendedSession, typed: readonly string[], option: string): Result<readonly string[]> {
  const known = new Set(roster.map(({ traineeId }) => traineeId));
  const references = typed.map((one) => one.toUpperCase());
  const stranger = references.find((one) => !known.has(one));
  return stranger === undefined ? success(references) : unknown("trainee", option, stranger);
}

/** Who signed which of the half-days they follow. */
function signaturesOn(
  { schedule, roster }: AttendedSession,
  covered: readonly Slot[],
  records: readonly AttendanceRecord[],
  { named, except }: { readonly named: readonly string[] | undefined; readonly except: readonly string[] },
): readonly PlannedHalfDay[] {
  const keys = new Set(covered.map(halfDayKey));
  const attending = new Set(records.filter(({ status }) => attendingStatuses.has(status)).map(traineeSlotKey));
  return plannedHalfDays(schedule, roster).filter((one) => {
    if (!keys.has(halfDayKey(one)) || except.includes(one.traineeId)) return false;
    return named === undefined ? attending.has(traineeSlotKey(one)) : named.includes(one.traineeId);
  });
}
