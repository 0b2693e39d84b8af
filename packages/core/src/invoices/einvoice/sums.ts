import { type Cents, sumCents } from "../../shared/money.js";
import type { VatBreakdown, VatOf } from "./electronic-invoice.js";
import type { Lenient, ReadTerms } from "./read-invoice.js";
import type { Term } from "./terms.js";

/** An invoice whose figures are held against each other: ours before it leaves, or anybody's. What lacks is not summed. */
export interface SumsSituation {
  readonly terms: ReadTerms;
  /** A summary has totals without lines. */
  readonly hasLines: boolean;
  /** The least profile does not say what was paid. */
  readonly hasPrepaid?: boolean;
  /** Others may put in a line what no rule asks them to tell. */
  readonly isOurs?: true;
}

/** Every group of VAT that is used or summed up, and how often it is summed up: once, when all is well. */
export function groupsOf({ terms, hasLines }: SumsSituation): readonly (VatGroup & { readonly count: number })[] {
  const { lines, allowances, charges = [], vat } = terms;
  const all = distinct([...(hasLines ? lines : []), ...allowances, ...charges, ...vat]);
  return all.map((group) => ({ ...group, count: vat.filter((one) => isOfGroup(one, group)).length }));
}

/** Quantity times price, rounded half up to the cent. */
export function lineAmount(quantity: number, price: number): Cents {
  const product = BigInt(quantity) * BigInt(price);
  const half = product < 0n ? -centsOfProduct / 2n : centsOfProduct / 2n;
  return Number((product + half) / centsOfProduct);
}

/** How many ten-thousandths of a unit, at a millionth of a euro, make a cent. */
const centsOfProduct = 100_000_000n;

/**
 * Is the amount quantity times price, rounded: to the cent, and as far as a quantity or a price was itself rounded to its last decimal
 * (20 minutes are 0.3333 hour).
 */
export function isProduct(netCents: Cents, quantity: number, price: number): boolean {
  const gap = BigInt(netCents) * centsOfProduct - BigInt(quantity) * BigInt(price);
  const ofQuantity = quantity % 10_000 === 0 ? 0n : BigInt(Math.abs(price));
  const ofPrice = price % 10_000 === 0 ? 0n : BigInt(Math.abs(quantity));
  return (gap < 0n ? -gap : gap) * 2n <= centsOfProduct + ofQuantity + ofPrice;
}

export interface Total {
  readonly rule: string;
  readonly term: Term;
  readonly path: readonly string[];
  readonly said: Cents | undefined;
  readonly computed: Cents | undefined;
}

export function totalsOf({ terms, hasLines, hasPrepaid = true }: SumsSituation): readonly Total[] {
  const { lines, allowances, charges = [], vat, totals } = terms;
  const { linesCents, allowancesCents = 0, chargesCents = 0, netCents, vatCents, grossCents, dueCents } = totals;
  const { prepaidCents = 0, roundingCents = 0 } = totals;
  const total = (rule: string, term: Term, name: string, said: Cents | undefined, computed: Cents | undefined): Total => {
    return { rule, term, path: ["totals", name], said, computed };
  };
  const ofLines = hasLines ? together(lines.map((line) => line.netCents)) : undefined;
  // A summary tells its reductions in total only.
  const ofAllowances = hasLines || allowances.length > 0 ? together(allowances.map((one) => one.amountCents)) : undefined;
  const ofCharges = hasLines || charges.length > 0 ? together(charges.map((one) => one.amountCents)) : undefined;
  return [
    total("BR-CO-10", "BT-106", "linesCents", linesCents, ofLines),
    total("BR-CO-11", "BT-107", "allowancesCents", allowancesCents, ofAllowances),
    total("BR-CO-12", "BT-108", "chargesCents", chargesCents, ofCharges),
    total("BR-CO-13", "BT-109", "netCents", netCents, together([linesCents, -allowancesCents, chargesCents])),
    total("BR-CO-14", "BT-110", "vatCents", vatCents, vat.length === 0 ? undefined : together(vat.map((group) => group.taxCents))),
    total("BR-CO-15", "BT-112", "grossCents", grossCents, together([netCents, vatCents ?? 0])),
    total("BR-CO-16", "BT-115", "dueCents", dueCents, hasPrepaid ? together([grossCents, -prepaidCents, roundingCents]) : undefined),
  ];
}

/** The sum, or nothing when one of them is not known. */
function together(amounts: readonly (Cents | undefined)[]): Cents | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === amounts.length ? sumCents(known) : undefined;
}

export function taxableOf({ lines, allowances, charges = [] }: ReadTerms, group: Lenient<VatBreakdown>): Cents | undefined {
  const of = (one: Lenient<VatOf>) => isOfGroup(one, group);
  return together([
    ...lines.filter(of).map((line) => line.netCents),
    ...allowances.filter(of).map(({ amountCents }) => (amountCents === undefined ? undefined : -amountCents)),
    ...charges.filter(of).map(({ amountCents }) => amountCents),
  ]);
}

/** A category that bears no VAT may say no rate. */
function isOfGroup(one: Lenient<VatOf>, group: Lenient<VatOf>): boolean {
  return one.category === group.category && (one.rate ?? 0) === (group.rate ?? 0);
}

function distinct(amounts: readonly Lenient<VatOf>[]): readonly VatGroup[] {
  const groups = new Map<string, VatGroup>();
  for (const { category, rate = 0 } of amounts) if (category !== undefined) groups.set(`${category} ${rate}`, { category, rate });
  return [...groups.values()];
}

interface VatGroup {
  readonly category: string;
  readonly rate: number;
}
