import { traineeSlotKey } from "../../attendance/index.js";
import type { Minutes } from "../../shared/calendar.js";
import { type Cents, sumCents } from "../../shared/money.js";
import { type Invoice, type IssuedInvoice, isIssued } from "../invoice.js";
import { invoiceTotals } from "../totals.js";

/** What an invoice rests on: an order or a quote. */
export type Origin = Pick<Invoice, "order" | "quote"> & Partial<Pick<Invoice, "kind" | "reference">>;

/** What was billed so far of an order or a quote: issued invoices, less their credit notes; deposits stand apart. */
export interface BilledSoFar {
  /** VAT excluded, penalties not taken off. */
  readonly netCents: Cents;
  readonly minutes: Minutes;
  readonly traineeCents: ReadonlyMap<string, Cents>;
  readonly traineeMinutes: ReadonlyMap<string, Minutes>;
  /** By the label of the lines. */
  readonly labelCents: ReadonlyMap<string, Cents>;
  /** Deposits, VAT excluded. */
  readonly depositCents: Cents;
  /** The numbers of the invoices that bill it. */
  readonly numbers: readonly string[];
}

/** Do two invoices bear on the same order or the same quote. */
export function shareOrigin(one: Origin, other: Origin): boolean {
  return one.order === undefined ? one.quote !== undefined && one.quote === other.quote : one.order === other.order;
}

export function billedSoFar(others: readonly Invoice[], origin: Origin): BilledSoFar {
  const issued = others.filter((one): one is IssuedInvoice => isIssued(one) && shareOrigin(origin, one));
  const deposits = new Set([origin, ...issued].filter(({ kind }) => kind === "deposit").map(({ reference }) => reference));
  const sums = { netCents: 0, minutes: 0, depositCents: 0 };
  const [traineeCents, traineeMinutes, labelCents] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (const invoice of issued) {
    const sign = invoice.kind === "credit-note" ? -1 : 1;
    if (deposits.has(invoice.credits?.reference ?? invoice.reference)) {
      sums.depositCents += sign * linesCents(invoice);
      continue;
    }
    sums.netCents += sign * linesCents(invoice);
    for (const { traineeId, label, amountCents, halfDays } of invoice.lines) {
      // Money given back without its half-days is a lower price, not work to be billed again.
      if (sign < 0 && traineeId !== undefined && halfDays.length === 0) continue;
      add(labelCents, label, sign * amountCents);
      if (traineeId !== undefined) add(traineeCents, traineeId, sign * amountCents);
    }
    for (const [traineeId, minutes] of minutesByTrainee(invoice)) {
      sums.minutes += sign * minutes;
      add(traineeMinutes, traineeId, sign * minutes);
    }
  }
  const numbers = issued.filter(({ kind, status }) => kind !== "credit-note" && status !== "credited").map(({ issue }) => issue.number);
  return { ...sums, traineeCents, traineeMinutes, labelCents, numbers };
}

/** A half-day of a trainee that an invoice bills, once though several lines point at it: the most minutes stand. */
export interface BilledSlot {
  readonly traineeId: string;
  readonly halfDay: Invoice["lines"][number]["halfDays"][number];
}

export function billedSlots({ lines }: Pick<Invoice, "lines">): ReadonlyMap<string, BilledSlot> {
  const slots = new Map<string, BilledSlot>();
  for (const { traineeId, halfDays } of lines) {
    if (traineeId === undefined) continue;
    for (const halfDay of halfDays) {
      const key = traineeSlotKey({ traineeId, day: halfDay.day, half: halfDay.half });
      const before = slots.get(key);
      if (before === undefined || before.halfDay.minutes < halfDay.minutes) slots.set(key, { traineeId, halfDay });
    }
  }
  return slots;
}

/** The half-days that an invoice bills once more than it may: the lines of a quote share those of their trainee, the lines of an order do not. */
export function repeatedSlots({ scheme, lines }: Pick<Invoice, "scheme" | "lines">): readonly BilledSlot[] {
  const seen = new Set<string>();
  return lines.flatMap(({ traineeId, halfDays }, index) =>
    halfDays.flatMap((halfDay): readonly BilledSlot[] => {
      if (traineeId === undefined) return [];
      const key = traineeSlotKey({ traineeId, day: halfDay.day, half: halfDay.half });
      const billing = scheme === "afc" ? key : `${key}/${index}`;
      if (seen.has(billing)) return [{ traineeId, halfDay }];
      seen.add(billing);
      return [];
    }),
  );
}

/** Minutes that prove an invoice, by trainee. */
export function minutesByTrainee(invoice: Pick<Invoice, "lines">): ReadonlyMap<string, Minutes> {
  const sums = new Map<string, Minutes>();
  for (const { traineeId, halfDay } of billedSlots(invoice).values()) add(sums, traineeId, halfDay.minutes);
  return sums;
}

export function linesCents({ lines }: Pick<Invoice, "lines">): Cents {
  return sumCents(lines.map(({ amountCents }) => amountCents));
}

/** What is left of each deposit of an order, once credit notes and balances have had their part; VAT included, the oldest first. */
export function depositsLeft(others: readonly Invoice[], origin: Origin): Invoice["deposits"] {
  const issued = others.filter((one): one is IssuedInvoice => isIssued(one) && shareOrigin(origin, one));
  return issued
    .filter(({ kind, status }) => kind === "deposit" && status !== "credited")
    .sort((a, b) => (a.issue.number < b.issue.number ? -1 : 1))
    .map((deposit) => {
      const credited = issued.filter(({ credits }) => credits?.reference === deposit.reference).map((one) => invoiceTotals(one).totalCents);
      const taken = issued
        .filter(({ kind, status }) => kind === "balance" && status !== "credited")
        .flatMap(({ deposits }) => deposits.filter(({ number }) => number === deposit.issue.number).map(({ amountCents }) => amountCents));
      const { number, issuedOn } = deposit.issue;
      return { number, issuedOn, amountCents: invoiceTotals(deposit).totalCents - sumCents(credited) - sumCents(taken) };
    })
    .filter(({ amountCents }) => amountCents > 0);
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
