import type { Settings } from "../../membership/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import type { BasisPoints } from "../../shared/money.js";
import { lateInterestAboveBank } from "../figures.js";

/** The European Central Bank's rate from a day on, as the provider entered it: the desk knows none by itself. */
export type BankRate = Settings["invoices"]["bankRates"][number];

/** What a late payer owes a year on a day. */
export interface LateRate {
  readonly bank: BasisPoints;
  /** The points above it included. */
  readonly rate: BasisPoints;
}

/** The rates with one more, in their order; that of the same day is replaced. */
export function withBankRate(rates: readonly BankRate[], added: BankRate): BankRate[] {
  return [...rates.filter(({ from }) => from !== added.from), added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Nothing while no rate is known for that day. */
export function lateRateOn(rates: readonly BankRate[], day: IsoDate): LateRate | undefined {
  const bank = inForce(
    rates.map(({ from, rate }) => ({ from, value: rate, source: "public-payment-terms" as const })),
    day,
  );
  const above = inForce(lateInterestAboveBank, day);
  return bank === undefined || above === undefined ? undefined : { bank, rate: bank + above };
}

/** The days on which the rate of a late payer may change. */
export function rateChanges(rates: readonly BankRate[]): readonly IsoDate[] {
  return [...rates, ...lateInterestAboveBank].map(({ from }) => from);
}
