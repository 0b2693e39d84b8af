import { type Provider, type Settings, settingsSchema } from "../membership/index.js";
import type { Session, Trainee } from "../sessions/index.js";
import type { IsoDate } from "../shared/calendar.js";
import type { Cents } from "../shared/money.js";
import { ruleAbout } from "../shared/rules.js";
import type { Quote, QuoteSummary } from "./quote.js";
import { type QuoteTotals, quoteTotals } from "./totals.js";

/** A quote and what it is compared with. What is left out makes the rules that need it undecided, never wrong. */
export interface QuoteSituation {
  readonly quote: Quote;
  readonly today: IsoDate;
  readonly provider?: Provider | undefined;
  readonly session?: Session | undefined;
  readonly trainee?: Trainee | undefined;
  /** Other quotes of the same trainee or the same session. */
  readonly otherQuotes?: readonly QuoteSummary[] | undefined;
  /** Hourly costs of the provider's other quotes for the same course. */
  readonly comparableHourlyCents?: readonly Cents[] | undefined;
}

/** The situation with what every rule would compute again. */
export interface QuoteFacts extends QuoteSituation {
  readonly totals: QuoteTotals;
  readonly settings: Settings;
}

export const rule = ruleAbout<QuoteFacts>();

export function factsOf(situation: QuoteSituation): QuoteFacts {
  return { ...situation, totals: quoteTotals(situation.quote), settings: situation.provider?.settings ?? defaults };
}

const defaults = settingsSchema.parse({});
