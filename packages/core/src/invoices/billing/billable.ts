import { traineeSlotKey } from "../../attendance/index.js";
import type { Minutes, Period } from "../../shared/calendar.js";
import type { Terms } from "../agreement.js";
import type { BilledHalfDay } from "../invoice.js";
import type { BillingProof } from "../situation.js";
import { type ProvenHalfDay, provenHalfDays } from "./proven.js";

/** What may be billed of one trainee in a period, and what the figure is made of. */
export interface TraineeBillable {
  readonly traineeId: string;
  /** Of the period, until a withdrawal. */
  readonly plannedMinutes: Minutes;
  readonly attendedMinutes: Minutes;
  /** Absences that the contract lets be billed. */
  readonly toleratedMinutes: Minutes;
  /** Billed already, by an invoice or outside of the desk. */
  readonly billedMinutes: Minutes;
  /** Attended or tolerated in months that nobody closed: not billable yet. */
  readonly openMinutes: Minutes;
  readonly billableMinutes: Minutes;
  /** The half-days that prove it, in the order of time; their minutes add up to `billableMinutes`. */
  readonly halfDays: readonly BilledHalfDay[];
}

export interface BillableFacts {
  readonly proof: BillingProof;
  readonly terms: Terms;
  /** The whole session unless said. */
  readonly period?: Period | undefined;
  /** Everybody unless said. */
  readonly traineeIds?: readonly string[] | undefined;
}

/**
 * The billable half-days of each trainee who had any planned in the period: attended or tolerated, in a closed month, billed by
 * nobody yet. It computes only: what an invoice makes of them is judged by the rules.
 */
export function billableHalfDays({ proof, terms, period, traineeIds }: BillableFacts): readonly TraineeBillable[] {
  const billed = new Map(proof.billed.map((claim) => [traineeSlotKey(claim), claim.minutes]));
  const wanted = traineeIds && new Set(traineeIds);
  const byTrainee = new Map<string, ProvenHalfDay[]>();
  for (const halfDay of provenHalfDays(proof, terms)) {
    const { traineeId, day } = halfDay;
    if (wanted?.has(traineeId) === false || (period !== undefined && (day < period.startsOn || day > period.endsOn))) continue;
    const mine = byTrainee.get(traineeId);
    if (mine === undefined) byTrainee.set(traineeId, [halfDay]);
    else mine.push(halfDay);
  }
  return [...byTrainee].map(([traineeId, mine]) => billableOf(traineeId, mine, billed));
}

function billableOf(traineeId: string, mine: readonly ProvenHalfDay[], billed: ReadonlyMap<string, Minutes>): TraineeBillable {
  const halfDays: BilledHalfDay[] = [];
  const sums = { plannedMinutes: 0, attendedMinutes: 0, toleratedMinutes: 0, billedMinutes: 0, openMinutes: 0, billableMinutes: 0 };
  for (const one of mine) {
    const { day, half, attended, tolerated } = one;
    const minutes = attended + tolerated;
    const before = billed.get(traineeSlotKey(one));
    sums.plannedMinutes += one.minutes;
    sums.attendedMinutes += attended;
    sums.toleratedMinutes += tolerated;
    if (before !== undefined) sums.billedMinutes += before;
    else if (!one.isClosed) sums.openMinutes += minutes;
    else if (minutes > 0) {
      sums.billableMinutes += minutes;
      halfDays.push({ day, half, minutes, basis: tolerated > 0 ? "tolerated" : "attended" });
    }
  }
  return { traineeId, ...sums, halfDays };
}
