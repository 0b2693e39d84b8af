import { type AttendanceRecord, attendedMinutes, type PlannedHalfDay, traineeSlotKey } from "../../attendance/index.js";
import type { Quote } from "../../quotes/index.js";
import type { Minutes } from "../../shared/calendar.js";
import { applyRate, type Cents, divideHalfUp, sumCents } from "../../shared/money.js";
import type { TrainingAgreement } from "../agreement.js";
import { lineShare, paidLines } from "../billing/prepare-quote.js";
import { type BilledScheme, type Invoice, isIssued } from "../invoice.js";
import { orderedIn, type PurchaseOrder } from "../order.js";
import { paidCents } from "../totals.js";
import { askedCents } from "./due.js";

/** How far money follows the work, from what was ordered to what was paid. */
export const coverageSteps = ["ordered", "delivered", "billed", "paid"] as const;
export type CoverageStep = (typeof coverageSteps)[number];
/** In cents, VAT included. */
export type CentsByStep = Readonly<Record<CoverageStep, Cents>>;

/** An order, an accepted quote, or invoices that name neither. */
export interface CoverageRow {
  readonly scheme: BilledScheme | undefined;
  readonly reference: string | undefined;
  readonly cents: CentsByStep;
}

/** A session: the rows add up to the whole, step by step. */
export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly cents: CentsByStep;
}

export interface CoverageFacts {
  readonly orders: readonly { readonly order: PurchaseOrder; readonly agreement: TrainingAgreement }[];
  /** Accepted, of the schemes that are billed. */
  readonly quotes: readonly Quote[];
  /** Of every trainee; those whom no quote names belong to the orders. */
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
  /** Of the session, of every status. */
  readonly invoices: readonly Invoice[];
}

/**
 * Delivered is what attendance is worth at the price that was agreed: no tolerance, no penalty. Two orders that name
 * nobody share what is attended in the measure of what they order.
 */
export function coverageOf({ orders, quotes, planned, records, invoices }: CoverageFacts): Coverage {
  const attendance = attendedBy(planned, records);
  const issued = invoices.filter(isIssued);
  const quoted = new Set(quotes.map(({ traineeId }) => traineeId));
  const ofOrders = orders.filter(({ order }) => order.cancelled === undefined);
  const open = ofOrders.filter(({ order }) => order.traineeIds === undefined);
  const named = new Set(ofOrders.flatMap(({ order }) => order.traineeIds ?? []));
  const unnamed = [...attendance].filter(([id]) => !quoted.has(id) && !named.has(id));
  const openMinutes = open.reduce((sum, { order, agreement }) => sum + orderedIn(order, agreement).minutes, 0);
  const rows: CoverageRow[] = [
    ...ofOrders.map(({ order, agreement }): CoverageRow => {
      const { minutes, netCents, unitPriceCents } = orderedIn(order, agreement);
      const mine = order.traineeIds === undefined ? unnamed : [...attendance].filter(([id]) => order.traineeIds?.includes(id));
      const share = order.traineeIds === undefined ? { of: minutes, in: openMinutes } : { of: 1, in: 1 };
      const worth = sumCents(mine.map(([, one]) => worthOf(one, unitPriceCents, agreement)));
      const [ordered, delivered] = [netCents, divideHalfUp(worth * share.of, share.in)].map(
        (cents) => cents + applyRate(cents, agreement.vatRate),
      ) as [Cents, Cents];
      const billed = issued.filter((invoice) => invoice.order === order.reference);
      return { scheme: "afc", reference: order.reference, cents: { ordered, delivered, ...received(billed) } };
    }),
    ...quotes.map((quote): CoverageRow => {
      const paid = paidLines(quote);
      const attended = attendance.get(quote.traineeId ?? "")?.attended ?? 0;
      const ordered = sumCents(paid.map(({ line, shareCents }) => shareCents + applyRate(shareCents, line.vatRate)));
      const done = paid.map((one) => ({ line: one.line, cents: lineShare(quote, one, attended) }));
      const delivered = sumCents(done.map(({ line, cents }) => cents + applyRate(cents, line.vatRate)));
      const billed = issued.filter((invoice) => invoice.order === undefined && invoice.quote === quote.reference);
      const scheme = quote.scheme === "aif" || quote.scheme === "poei" ? quote.scheme : undefined;
      return { scheme, reference: quote.reference, cents: { ordered, delivered, ...received(billed) } };
    }),
  ];
  const known = new Set(rows.map(({ reference }) => reference));
  const others = issued.filter(({ order, quote }) => !known.has(order ?? quote));
  if (others.length > 0) rows.push({ scheme: undefined, reference: undefined, cents: { ordered: 0, delivered: 0, ...received(others) } });
  return { rows, cents: addSteps(rows.map(({ cents }) => cents)) };
}

/** The same steps of several things, added up. */
export function addSteps(all: readonly CentsByStep[]): CentsByStep {
  return Object.fromEntries(coverageSteps.map((step) => [step, sumCents(all.map((cents) => cents[step]))])) as Record<CoverageStep, Cents>;
}

interface Attended {
  readonly planned: Minutes;
  readonly attended: Minutes;
}

function attendedBy(planned: readonly PlannedHalfDay[], records: readonly AttendanceRecord[]): ReadonlyMap<string, Attended> {
  const facts = new Map(records.map((fact) => [traineeSlotKey(fact), fact]));
  const found = new Map<string, Attended>();
  for (const halfDay of planned) {
    const fact = facts.get(traineeSlotKey(halfDay));
    const known = found.get(halfDay.traineeId) ?? { planned: 0, attended: 0 };
    const attended = fact === undefined ? 0 : attendedMinutes(fact, halfDay.minutes);
    found.set(halfDay.traineeId, { planned: known.planned + halfDay.minutes, attended: known.attended + attended });
  }
  return found;
}

/** VAT excluded. */
function worthOf({ planned, attended }: Attended, unitPriceCents: Cents, { basis }: TrainingAgreement): Cents {
  if (basis === "trainee-hour") return divideHalfUp(attended * unitPriceCents, 60);
  return planned === 0 ? 0 : divideHalfUp(unitPriceCents * attended, planned);
}

/** What a balance takes off was billed by its deposits; what a credit note takes back is billed no more. */
function received(invoices: readonly Invoice[]): Pick<CentsByStep, "billed" | "paid"> {
  const ofEach = invoices.map((invoice) => {
    const billed = askedCents(invoice);
    if (invoice.kind === "credit-note") return { billed: -billed, paid: 0 };
    return { billed, paid: invoice.alreadyPaid === undefined ? paidCents(invoice) : billed };
  });
  return { billed: sumCents(ofEach.map(({ billed }) => billed)), paid: sumCents(ofEach.map(({ paid }) => paid)) };
}
