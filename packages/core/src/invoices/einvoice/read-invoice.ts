import type { Cents } from "../../shared/money.js";
import type { Problem } from "../../shared/problem.js";
import type { FacturXProfile } from "./codes.js";
import type { ElectronicAllowance, ElectronicInvoice, ElectronicLine, ElectronicTotals } from "./electronic-invoice.js";

/** The same terms, of which any may lack, and with any code: what somebody else's file says, right or wrong. */
export type Lenient<Term> = Term extends readonly (infer Item)[]
  ? readonly Lenient<Item>[]
  : Term extends object
    ? { readonly [Name in keyof Term as Term[Name] extends object ? Name : never]: Lenient<Term[Name]> } & {
        readonly [Name in keyof Term as Term[Name] extends object ? never : Name]?: Lenient<Term[Name]>;
      }
    : Term extends string
      ? string
      : Term extends number
        ? number
        : Term;

/** A line as read; its amount is not only quantity times price where a discount or a price for several comes in. */
export type ReadLine = Lenient<ElectronicLine> & { readonly isAdjusted?: true };

export type ReadTotals = Lenient<ElectronicTotals> & {
  /** BT-108. */
  readonly chargesCents?: Cents;
  /** BT-114. */
  readonly roundingCents?: Cents;
};

/** The terms of an invoice of anybody's: those of `ElectronicInvoice`, and what ours never has. */
export type ReadTerms = Omit<Lenient<ElectronicInvoice>, "lines" | "totals"> & {
  readonly lines: readonly ReadLine[];
  readonly totals: ReadTotals;
  /** BG-21. */
  readonly charges?: readonly Lenient<ElectronicAllowance>[];
};

/** The profiles of Factur-X; the first two have no lines, so that France takes them for a summary, not for an invoice. */
export type ReadProfile = "minimum" | "basic-wl" | "basic" | FacturXProfile;

export interface ReadInvoice {
  /** BT-24, as written. */
  readonly guideline?: string;
  /** The profile it names, when it is one of Factur-X. */
  readonly profile?: ReadProfile;
  readonly terms: ReadTerms;
  /** What could not be read, what is missing, what does not add up: the invoice is shown all the same. */
  readonly problems: readonly Problem[];
}
