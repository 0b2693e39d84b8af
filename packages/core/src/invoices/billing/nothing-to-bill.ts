import { gatherHalfDays, type HalfDaysOf, type IsoMonth, monthOf, traineeSlotKey } from "../../attendance/index.js";
import type { Preparation } from "./preparation.js";
import type { PreparedRow } from "./prepared-lines.js";
import { billedSoFar } from "./standing.js";

/** Why nothing can be billed, in the order in which it is to be mended. */
export const nothingReasons = [
  "no-deposit",
  "deposit-billed",
  "nobody",
  "unplanned",
  "to-come",
  "unrecorded",
  "open-months",
  "order-used",
  "billed",
  "absent",
] as const;
export type NothingReason = (typeof nothingReasons)[number];

export interface NothingToBill {
  readonly why: NothingReason;
  readonly session: string;
  /** The order or the quote. */
  readonly origin: string;
  /** Months that nobody closed. */
  readonly months: readonly IsoMonth[];
  /** Half-days that lack a fact. */
  readonly trainees: readonly HalfDaysOf[];
  /** Invoices that bill it already. */
  readonly invoices: readonly string[];
}

export function whyNothing(preparation: Preparation, rows: readonly PreparedRow[]): NothingToBill {
  const { from, session, proof, period, today, others } = preparation;
  const origin = "order" in from ? from.order.reference : from.quote.reference;
  const soFar = billedSoFar(others, "order" in from ? { order: origin } : { quote: origin });
  const meant = "order" in from ? from.order.traineeIds : [from.quote.traineeId].flatMap((id) => id ?? []);
  const planned = proof.planned.filter(
    ({ traineeId, day }) =>
      meant?.includes(traineeId) !== false && (period === undefined || (period.startsOn <= day && day <= period.endsOn)),
  );
  const come = planned.filter(({ day }) => day <= today);
  const facts = new Set(proof.records.map(traineeSlotKey));
  const unrecorded = come.filter((one) => !facts.has(traineeSlotKey(one)));
  const closed = new Set(proof.months.filter(({ status }) => status === "closed").map(({ month }) => month));
  const months = [...new Set(come.map(({ day }) => monthOf(day)))].filter((month) => !closed.has(month)).sort();
  const said = { session: session.reference, origin, months, trainees: gatherHalfDays(unrecorded), invoices: soFar.numbers };
  return { why: reasonOf(), ...said };

  function reasonOf(): NothingReason {
    if (preparation.kind === "deposit") return soFar.depositCents > 0 ? "deposit-billed" : "no-deposit";
    if (!proof.roster.some(({ traineeId }) => meant?.includes(traineeId) !== false)) return "nobody";
    if (planned.length === 0) return "unplanned";
    if (come.length === 0) return "to-come";
    if (rows.some(({ billableMinutes }) => billableMinutes > 0)) return "order-used";
    if (unrecorded.length > 0) return "unrecorded";
    if (months.length > 0) return "open-months";
    return rows.some(({ billedMinutes }) => billedMinutes > 0) ? "billed" : "absent";
  }
}
