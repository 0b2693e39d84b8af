import { compareSlots } from "../../attendance/index.js";
import { formatMinutes, type Minutes, type Period } from "../../shared/calendar.js";
import { divideHalfUp, shareOf } from "../../shared/money.js";
import type { TrainingAgreement } from "../agreement.js";
import type { BilledHalfDay, Invoice, InvoiceLine } from "../invoice.js";
import { orderedIn, type PurchaseOrder } from "../order.js";
import type { BillingProof } from "../situation.js";
import { billableHalfDays, type TraineeBillable } from "./billable.js";
import { daysOf, hoursAt, type PreparedLines, type PreparedRow, sumOf } from "./prepared-lines.js";
import { type BilledSoFar, billedSoFar } from "./standing.js";

export interface AfcFacts {
  readonly agreement: TrainingAgreement;
  readonly order: PurchaseOrder;
  readonly proof: BillingProof;
  /** Other invoices of the order: what they bill is not left. */
  readonly others: readonly Invoice[];
  readonly period?: Period | undefined;
}

/**
 * A line for each trainee, never beyond what the order leaves. Per trainee-hour, the minutes at the price of an hour; per
 * trainee, the price in proportion of the hours ordered for one, less what was billed of it before: parts add up to the whole.
 */
export function prepareAfcLines(facts: AfcFacts): PreparedLines {
  const { agreement, order, proof, others, period } = facts;
  const { traineeIds } = order;
  const billable = billableHalfDays({ proof, terms: agreement.terms, period, traineeIds });
  const soFar = billedSoFar(others, { order: order.reference, quote: undefined });
  const ordered = orderedIn(order, agreement);
  const isHourly = agreement.basis === "trainee-hour";
  const taken = isHourly ? takeInTime(billable, Math.max(0, ordered.minutes - soFar.minutes)) : billable.map(({ halfDays }) => halfDays);
  let leftCents = Math.max(0, ordered.netCents - soFar.netCents);
  const lines: InvoiceLine[] = [];
  const rows = billable.map((one, index): PreparedRow => {
    const halfDays = taken[index] ?? [];
    const takenMinutes = halfDays.reduce((sum, { minutes }) => sum + minutes, 0);
    const asked = isHourly ? divideHalfUp(takenMinutes * ordered.unitPriceCents, 60) : shareLeft(one.traineeId, takenMinutes, facts, soFar);
    const amountCents = takenMinutes === 0 ? 0 : Math.min(asked, leftCents);
    leftCents -= amountCents;
    if (takenMinutes > 0) {
      lines.push({
        label: agreement.title,
        description: describe(halfDays),
        traineeId: one.traineeId,
        ...(isHourly ? hoursAt(takenMinutes, ordered.unitPriceCents, amountCents) : sumOf(amountCents)),
        vatRegime: agreement.vatRegime,
        vatRate: agreement.vatRate,
        ...daysOf(halfDays),
        halfDays: [...halfDays],
      });
    }
    return { ...one, takenMinutes, amountCents };
  });
  return { lines, rows };
}

/** Of a price per trainee, what the hours followed so far come to, less what was billed of it. */
function shareLeft(traineeId: string, minutes: Minutes, { agreement, order }: AfcFacts, soFar: BilledSoFar): number {
  const followed = (soFar.traineeMinutes.get(traineeId) ?? 0) + minutes;
  return Math.max(0, traineeShare(order, agreement, followed) - (soFar.traineeCents.get(traineeId) ?? 0));
}

/** What one trainee's hours are worth of a price per trainee: in proportion of the hours ordered for each, never above it. */
export function traineeShare(order: PurchaseOrder, agreement: TrainingAgreement, followed: Minutes): number {
  const { minutes, trainees, unitPriceCents } = orderedIn(order, agreement);
  const each = Math.max(1, divideHalfUp(minutes, trainees));
  return shareOf(unitPriceCents, Math.min(followed, each), each);
}

/** The first half-days of all trainees together that the minutes left pay for, the last one in part. */
function takeInTime(billable: readonly TraineeBillable[], leftMinutes: Minutes): readonly (readonly BilledHalfDay[])[] {
  const wanted = billable.reduce((sum, { billableMinutes }) => sum + billableMinutes, 0);
  if (wanted <= leftMinutes) return billable.map(({ halfDays }) => halfDays);
  const taken = billable.map((): BilledHalfDay[] => []);
  const inTime = billable
    .flatMap(({ halfDays }, index) => halfDays.map((halfDay) => ({ index, halfDay })))
    .sort((a, b) => compareSlots(a.halfDay, b.halfDay) || a.index - b.index);
  let left = leftMinutes;
  for (const { index, halfDay } of inTime) {
    if (left === 0) break;
    const minutes = Math.min(left, halfDay.minutes);
    taken[index]?.push({ ...halfDay, minutes });
    left -= minutes;
  }
  return taken;
}

/** `63 h suivies, 7 h d'absences tolérées`. */
export function describe(halfDays: readonly BilledHalfDay[]): string {
  const minutesOf = (basis: BilledHalfDay["basis"]) =>
    halfDays.reduce((sum, halfDay) => (halfDay.basis === basis ? sum + halfDay.minutes : sum), 0);
  const tolerated = minutesOf("tolerated");
  const attended = `${formatMinutes(minutesOf("attended"))} suivies`;
  return tolerated === 0 ? attended : `${attended}, ${formatMinutes(tolerated)} d'absences tolérées`;
}
