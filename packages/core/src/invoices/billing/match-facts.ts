import { traineeSlotKey } from "../../attendance/index.js";
import type { Minutes } from "../../shared/calendar.js";
import type { Terms } from "../agreement.js";
import { type Invoice, isIssued } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { quoteTerms } from "./prepare-quote.js";
import { type ProvenHalfDay, provenHalfDays } from "./proven.js";
import { type BilledSlot, billedSlots } from "./standing.js";

/** One trainee of an invoice: what it bills, what attendance proves of that, and what it leaves. */
export interface TraineeMatch {
  /** Nothing for hours that no trainee is named for. */
  readonly traineeId: string | undefined;
  readonly billedMinutes: Minutes;
  /** Of what is billed. */
  readonly provedMinutes: Minutes;
  /** Proved in closed months of its period, and billed by nobody. */
  readonly leftMinutes: Minutes;
}

export function termsOf({ agreement }: Pick<InvoiceSituation, "agreement">): Terms {
  return agreement?.terms ?? quoteTerms;
}

/** Does it bill work, and does it still stand: what attendance has to prove. */
export function billsWork({ kind, status }: Invoice): boolean {
  return (kind === "invoice" || kind === "balance") && status !== "discarded" && status !== "credited";
}

/** Lays an invoice beside the attendance, half-day by half-day; what its credit notes gave back is not billed any more. */
export function traineeMatches(situation: InvoiceSituation): readonly TraineeMatch[] {
  const { invoice, proof, others } = situation;
  const slots = standingSlots(invoice, others);
  const billedElsewhere = new Set(proof.billed.map(traineeSlotKey));
  const sums = new Map<string | undefined, { billedMinutes: number; provedMinutes: number; leftMinutes: number }>();
  const sumOf = (traineeId: string | undefined) => {
    const known = sums.get(traineeId) ?? { billedMinutes: 0, provedMinutes: 0, leftMinutes: 0 };
    sums.set(traineeId, known);
    return known;
  };
  for (const { traineeId, halfDay } of slots.values()) sumOf(traineeId).billedMinutes += halfDay.minutes;
  for (const halfDay of provenHalfDays(proof, termsOf(situation))) {
    const key = traineeSlotKey(halfDay);
    const proved = halfDay.attended + halfDay.tolerated;
    const billed = slots.get(key);
    if (billed !== undefined) sumOf(halfDay.traineeId).provedMinutes += Math.min(proved, billed.halfDay.minutes);
    else if (proved > 0 && !billedElsewhere.has(key) && isMeant(situation, halfDay)) sumOf(halfDay.traineeId).leftMinutes += proved;
  }
  for (const [traineeId, minutes] of hoursWithoutProof(invoice)) {
    const sum = sumOf(traineeId);
    sum.billedMinutes += minutes;
    for (const other of traineeId === undefined ? sums.values() : [sum]) {
      const proved = Math.min(other.leftMinutes, sum.billedMinutes - sum.provedMinutes);
      other.leftMinutes -= proved;
      sum.provedMinutes += proved;
    }
  }
  return [...sums].map(([traineeId, sum]) => ({ traineeId, ...sum }));
}

/** Hours of lines beyond the half-days they point at; those of nobody prove nothing. */
function hoursWithoutProof({ lines }: Invoice): ReadonlyMap<string | undefined, Minutes> {
  const minutes = new Map<string | undefined, number>();
  for (const { traineeId, unit, quantity, halfDays } of lines) {
    if (unit !== "hour") continue;
    const beyond = quantity - (traineeId === undefined ? 0 : halfDays.reduce((sum, one) => sum + one.minutes, 0));
    if (beyond > 0) minutes.set(traineeId, (minutes.get(traineeId) ?? 0) + beyond);
  }
  return minutes;
}

/** What an invoice still bills of each half-day, its credit notes taken off. */
function standingSlots(invoice: Invoice, others: readonly Invoice[]): ReadonlyMap<string, BilledSlot> {
  const slots = new Map(billedSlots(invoice));
  for (const note of others) {
    if (!isIssued(note) || note.credits?.reference !== invoice.reference) continue;
    for (const [key, { halfDay: credited }] of billedSlots(note)) {
      const slot = slots.get(key);
      if (slot === undefined) continue;
      const minutes = slot.halfDay.minutes - credited.minutes;
      if (minutes > 0) slots.set(key, { ...slot, halfDay: { ...slot.halfDay, minutes } });
      else slots.delete(key);
    }
  }
  return slots;
}

/** Is a half-day one that the invoice could have billed. */
function isMeant(situation: InvoiceSituation, { traineeId, day, isClosed }: ProvenHalfDay): boolean {
  const { startsOn, endsOn } = situation.invoice;
  return isClosed && startsOn <= day && day <= endsOn && isCovered(situation, traineeId);
}

/** Is somebody one that the order or the quote is about. */
export function isCovered({ order, quote, invoice }: InvoiceSituation, traineeId: string): boolean {
  if (invoice.scheme === "afc") return order?.traineeIds === undefined || order.traineeIds.includes(traineeId);
  return quote?.traineeId === undefined || quote.traineeId === traineeId;
}

/** Whoever an invoice bills something of. */
export function traineesOf({ lines }: Invoice): ReadonlySet<string> {
  return new Set(lines.flatMap(({ traineeId }) => traineeId ?? []));
}
