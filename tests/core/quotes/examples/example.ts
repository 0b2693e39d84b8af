import type { Path, ProblemCode, Provider, QuoteInput, QuoteSituation, QuoteSummary } from "@kairos/core";
import { aPoeiQuote, aPoeiSituation, aProvider, aQuote, aQuoteSituation, type Overrides } from "../../../examples/index.js";

/** One dossier that breaks a rule, where the finding points, and dossiers at the edge that do not break it. */
export interface RuleExample {
  readonly broken: QuoteSituation;
  readonly path: Path;
  /** Other codes that the same fault cannot but raise. */
  readonly also?: readonly ProblemCode[];
  readonly silent: Readonly<Record<string, QuoteSituation>>;
}

/** A rule without an example does not compile. */
export type Examples<Table> = { readonly [Code in keyof Table]: RuleExample };

type Beside = Partial<Omit<QuoteSituation, "quote">>;

export function aif(overrides: Overrides<QuoteInput> = {}, beside: Beside = {}): QuoteSituation {
  return aQuoteSituation({ quote: aQuote(overrides), ...beside });
}

export function poei(overrides: Overrides<QuoteInput> = {}, beside: Beside = {}): QuoteSituation {
  return aPoeiSituation({ quote: aPoeiQuote(overrides), ...beside });
}

export function providerWith(settings: Overrides<Provider["settings"]>): Pick<QuoteSituation, "provider"> {
  return { provider: aProvider({ settings }) };
}

/** Another quote of the same trainee, by default in another session the month after. */
export function another(overrides: Partial<QuoteSummary> = {}): QuoteSummary {
  return {
    reference: "DEV-2026-0009",
    scheme: "aif",
    status: "awaiting-candidate",
    sessionReference: "SE-2026-030",
    traineeId: "T-0007",
    startsOn: "2027-01-11",
    endsOn: "2027-01-22",
    ...overrides,
  };
}
