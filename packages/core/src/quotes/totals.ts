import type { VatRegime } from "../membership/index.js";
import { totalMinutes } from "../sessions/index.js";
import type { Minutes } from "../shared/calendar.js";
import { applyRate, type BasisPoints, type Cents, divideHalfUp } from "../shared/money.js";
import type { Quote, QuoteLine } from "./quote.js";

export interface VatGroup {
  readonly regime: VatRegime;
  readonly rate: BasisPoints;
  readonly netCents: Cents;
  readonly vatCents: Cents;
}

export interface QuoteTotals {
  /** VAT included. */
  readonly pedagogicalCents: Cents;
  /** VAT included. */
  readonly ancillaryCents: Cents;
  /** VAT excluded, as the lines are. */
  readonly pedagogicalNetCents: Cents;
  /** VAT excluded, as the lines are. */
  readonly ancillaryNetCents: Cents;
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly totalCents: Cents;
  readonly vatGroups: readonly VatGroup[];
  readonly minutes: Minutes;
  /** Pedagogical cost of an hour, VAT included; nothing while the hours are unknown. */
  readonly hourlyCents: Cents | undefined;
}

/** What the lines add up to. VAT is rounded once per rate; the two kinds always add up to the total. */
export function quoteTotals(quote: Pick<Quote, "lines" | "hours">): QuoteTotals {
  const vatGroups = groupByVat(quote.lines);
  const netCents = sumOf(vatGroups, "netCents");
  const vatCents = sumOf(vatGroups, "vatCents");
  const pedagogical = groupByVat(quote.lines.filter((line) => line.kind === "pedagogical"));
  const pedagogicalNetCents = sumOf(pedagogical, "netCents");
  const pedagogicalCents = pedagogicalNetCents + sumOf(pedagogical, "vatCents");
  const totalCents = netCents + vatCents;
  const minutes = totalMinutes(quote.hours);
  return {
    pedagogicalCents,
    ancillaryCents: totalCents - pedagogicalCents,
    pedagogicalNetCents,
    ancillaryNetCents: netCents - pedagogicalNetCents,
    netCents,
    vatCents,
    totalCents,
    vatGroups,
    minutes,
    hourlyCents: minutes > 0 ? divideHalfUp(pedagogicalCents * 60, minutes) : undefined,
  };
}

/** Quantity times unit price, rounded half up; the quantity of an hourly line is in minutes. */
export function lineAmount(line: Pick<QuoteLine, "unit" | "quantity" | "unitPriceCents">): Cents {
  return line.unit === "hour" ? divideHalfUp(line.quantity * line.unitPriceCents, 60) : line.quantity * line.unitPriceCents;
}

function groupByVat(lines: readonly QuoteLine[]): readonly VatGroup[] {
  const groups: { regime: VatRegime; rate: BasisPoints; netCents: Cents }[] = [];
  for (const line of lines) {
    const group = groups.find((candidate) => candidate.regime === line.vatRegime && candidate.rate === line.vatRate);
    if (group === undefined) groups.push({ regime: line.vatRegime, rate: line.vatRate, netCents: line.amountCents });
    else group.netCents += line.amountCents;
  }
  return groups.map((group) => ({ ...group, vatCents: applyRate(group.netCents, group.rate) }));
}

function sumOf(groups: readonly VatGroup[], key: "netCents" | "vatCents"): Cents {
  return groups.reduce((sum, group) => sum + group[key], 0);
}
