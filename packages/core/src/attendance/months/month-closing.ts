import type { Instant, Minutes } from "../../shared/calendar.js";
import type { Claim } from "../claim.js";
import type { PlannedHalfDay } from "../planned.js";
import { type AttendanceRecord, attendedMinutes } from "../record.js";
import { compareSlots, type Slot, traineeSlotKey } from "../slot.js";
import { type AttendanceMonth, monthOf } from "./month.js";
import type { MonthStatement } from "./statement.js";

/** What a month is closed with. */
export interface MonthFacts {
  readonly month: Pick<AttendanceMonth, "sessionReference" | "siret" | "month">;
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
}

/** What closing a month declares: each planned half-day that has a fact, with the minutes attended, be they none. */
export function declaredClaims({ month: { sessionReference, siret, month }, planned, records }: MonthFacts, at: Instant): readonly Claim[] {
  const facts = new Map(records.map((one) => [traineeSlotKey(one), one]));
  return planned.flatMap(({ traineeId, day, half, minutes }): readonly Claim[] => {
    const fact = facts.get(traineeSlotKey({ traineeId, day, half }));
    if (fact === undefined || monthOf(day) !== month) return [];
    return [
      { kind: "declared", sessionReference, siret, traineeId, day, half, minutes: attendedMinutes(fact, minutes), reference: month, at },
    ];
  });
}

/** All that is signed off, in one order: two statements that say the same are the same value. */
export function signedOff({ sessionReference }: MonthFacts["month"], statement: MonthStatement, claims: readonly Claim[]): unknown {
  return [
    sessionReference,
    statement.month,
    statement.trainees.map(({ traineeId, planned, minutes }) => [traineeId, planned, Object.entries(minutes)]),
    claims.map(({ traineeId, day, half, minutes }) => [traineeId, day, half, minutes]),
  ];
}

/** One trainee of whom something else was declared before. */
export interface DeclaredChange {
  readonly traineeId: string;
  readonly before: Minutes;
  readonly after: Minutes;
  /** The half-days whose minutes differ; the totals may not. */
  readonly slots: readonly Slot[];
}

/** What closing again changes of what was declared, by trainee. */
export function declaredChanges(before: readonly Claim[], after: readonly Claim[]): readonly DeclaredChange[] {
  const [was, is] = [minutesBy(traineeSlotKey, before), minutesBy(traineeSlotKey, after)];
  const changed = new Map<string, Slot[]>();
  for (const [key, { traineeId, day, half }] of new Map([...before, ...after].map((claim) => [traineeSlotKey(claim), claim]))) {
    if ((was.get(key) ?? 0) !== (is.get(key) ?? 0)) changed.set(traineeId, [...(changed.get(traineeId) ?? []), { day, half }]);
  }
  const [totalBefore, totalAfter] = [minutesBy(traineeOf, before), minutesBy(traineeOf, after)];
  return [...changed]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([traineeId, slots]) => ({
      traineeId,
      before: totalBefore.get(traineeId) ?? 0,
      after: totalAfter.get(traineeId) ?? 0,
      slots: slots.sort(compareSlots),
    }));
}

function minutesBy(key: (claim: Claim) => string, claims: readonly Claim[]): ReadonlyMap<string, Minutes> {
  const sums = new Map<string, Minutes>();
  for (const claim of claims) sums.set(key(claim), (sums.get(key(claim)) ?? 0) + claim.minutes);
  return sums;
}

function traineeOf({ traineeId }: Claim): string {
  return traineeId;
}
