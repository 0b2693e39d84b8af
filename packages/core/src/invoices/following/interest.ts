import { addDays, daysBetween, type IsoDate } from "../../shared/calendar.js";
import type { BasisPoints, Cents } from "../../shared/money.js";
import type { Invoice } from "../invoice.js";
import { type BankRate, lateRateOn, rateChanges } from "./bank-rate.js";
import type { Due } from "./due.js";

/** Late days in a row on which nothing changed, both ends included. */
export interface InterestRow {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly days: number;
  /** What was unpaid. */
  readonly baseCents: Cents;
  readonly bankRate: BasisPoints | undefined;
  /** A year, the points above the bank's rate included. */
  readonly rate: BasisPoints | undefined;
  /** Of these days; nothing while no rate is known for them. */
  readonly cents: Cents | undefined;
}

export interface Interest {
  readonly rows: readonly InterestRow[];
  /** The sum of the rows; nothing while one of them is unknown. */
  readonly cents: Cents | undefined;
}

export interface InterestFacts {
  readonly payments: Invoice["payments"];
  readonly due: Pick<Due, "totalCents" | "prepaidCents" | "creditedCents">;
  /** The last day in time: the next one is late. */
  readonly dueOn: IsoDate;
  /** The last day counted. */
  readonly until: IsoDate;
  readonly bankRates: readonly BankRate[];
}

/**
 * Interest on what is unpaid: base × rate × days / 365, whatever the year, rounded once, half up, over the whole.
 * The day of a payment still bears interest on what it pays. What a credit note took back never bore any.
 */
export function lateInterest(facts: InterestFacts): Interest {
  const { bankRates } = facts;
  const stretches = lateStretches(facts);
  let whole = 0n;
  const rows = stretches.map(({ from, until, baseCents }): InterestRow => {
    const days = daysBetween(from, until) + 1;
    const late = lateRateOn(bankRates, from);
    const before = roundedCents(whole);
    whole += BigInt(baseCents) * BigInt(late?.rate ?? 0) * BigInt(days);
    const cents = late && roundedCents(whole) - before;
    return { from, until, days, baseCents, bankRate: late?.bank, rate: late?.rate, cents };
  });
  return { rows, cents: rows.some(({ cents }) => cents === undefined) ? undefined : roundedCents(whole) };
}

/** Basis points of cents times days of a year. */
const wholeCent = 10_000n * 365n;

function roundedCents(numerator: bigint): Cents {
  return Number((2n * numerator + wholeCent) / (2n * wholeCent));
}

interface Stretch {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly baseCents: Cents;
}

/** Late days cut where a payment or a rate changes what they bear, while something is unpaid. */
function lateStretches({ payments, due, dueOn, until, bankRates }: InterestFacts): readonly Stretch[] {
  const first = addDays(dueOn, 1);
  const changes = [...payments.map(({ on }) => addDays(on, 1)), ...rateChanges(bankRates)];
  const starts = [...new Set([first, ...changes.filter((day) => first < day && day <= until)])].sort();
  const owed = due.totalCents - due.prepaidCents - due.creditedCents;
  return starts.flatMap((from, rank) => {
    const next = starts[rank + 1];
    const paid = payments.reduce((sum, { on, amountCents }) => (on < from ? sum + amountCents : sum), 0);
    const stretch = { from, until: next === undefined ? until : addDays(next, -1), baseCents: owed - paid };
    return from <= until && stretch.baseCents > 0 ? [stretch] : [];
  });
}
