import { lineAmount, type Quote, type QuoteLine, quoteTotals } from "../../quotes/index.js";
import { totalMinutes } from "../../sessions/index.js";
import { formatMinutes, type Minutes, type Period } from "../../shared/calendar.js";
import { type Cents, divideHalfUp, formatCents, shareOf, splitCents, sumCents } from "../../shared/money.js";
import { termsSchema } from "../agreement.js";
import type { Invoice, InvoiceLine } from "../invoice.js";
import type { BillingProof } from "../situation.js";
import { billableHalfDays } from "./billable.js";
import { daysOf, hoursAt, type PreparedLines, sumOf } from "./prepared-lines.js";
import { billedSoFar } from "./standing.js";

/** A quote has no contract beside it: no absence is tolerated, nothing is paid beforehand, no penalty is agreed. */
export const quoteTerms = termsSchema.parse({});

export interface QuoteFacts {
  readonly quote: Quote;
  readonly proof: BillingProof;
  /** Other invoices of the quote. */
  readonly others: readonly Invoice[];
  readonly period?: Period | undefined;
}

/** A line of a quote that France Travail pays, under a label that no other line bears. */
interface PaidLine {
  readonly line: QuoteLine;
  readonly label: string;
  /** France Travail's share of it, VAT excluded. */
  readonly shareCents: Cents;
}

/** What France Travail pays of a quote, VAT excluded: of an AIF the pedagogical cost, of a POEI the quote it validated; its own share when others fund too. */
export function paidLines(quote: Quote): readonly PaidLine[] {
  const lines = quote.lines.filter(({ kind }) => quote.scheme !== "aif" || kind === "pedagogical");
  const { totalCents, netCents } = quoteTotals({ ...quote, lines });
  const paid = Math.min(quote.funding?.franceTravailCents ?? totalCents, totalCents);
  const amounts = lines.map(lineAmount);
  const shares = paid === totalCents ? amounts : splitCents(shareOf(netCents, paid, totalCents), amounts);
  const seen = new Map<string, number>();
  return lines.map((line, index) => {
    const times = (seen.get(line.label) ?? 0) + 1;
    seen.set(line.label, times);
    const label = times === 1 ? line.label : `${line.label.slice(0, 190)} (${times})`;
    return { line, label, shareCents: shares[index] ?? 0 };
  });
}

/** What France Travail pays of a quote in all, VAT excluded. */
export function quotePaidCents(quote: Quote): Cents {
  return sumCents(paidLines(quote).map(({ shareCents }) => shareCents));
}

/** Of a line, what so many minutes of the training are worth: a fee is whole from the first hour on. */
export function lineShare(quote: Quote, { line, shareCents }: PaidLine, followed: Minutes): Cents {
  if (line.kind === "ancillary") return followed > 0 ? shareCents : 0;
  const planned = plannedIn(quote);
  const done = Math.min(followed, planned);
  if (line.unit !== "hour" || shareCents !== lineAmount(line)) return shareOf(shareCents, done, planned);
  return divideHalfUp(hoursDone(line, done, planned) * line.unitPriceCents, 60);
}

/** A quote's own hours: what its price was accepted for. */
function plannedIn({ hours }: Quote): Minutes {
  return Math.max(1, totalMinutes(hours));
}

/** Rounded down, so that the hours of several lines never exceed those followed; whole at the end. */
function hoursDone({ quantity }: QuoteLine, done: Minutes, planned: Minutes): Minutes {
  return Math.floor((quantity * done) / planned);
}

/**
 * The lines of an accepted quote, in proportion of what was followed of its hours, less what was billed of each before: hours stay
 * hours, other costs a share of their amount, and the parts add up to the whole.
 */
export function prepareQuoteLines({ quote, proof, others, period }: QuoteFacts): PreparedLines {
  const { traineeId } = quote;
  if (traineeId === undefined) return { lines: [], rows: [] };
  const [one] = billableHalfDays({ proof, terms: quoteTerms, period, traineeIds: [traineeId] });
  if (one === undefined) return { lines: [], rows: [] };
  const soFar = billedSoFar(others, { order: undefined, quote: quote.reference });
  const planned = plannedIn(quote);
  const before = Math.min(soFar.traineeMinutes.get(traineeId) ?? 0, planned);
  const after = Math.min(before + one.billableMinutes, planned);
  const lines = one.billableMinutes === 0 ? [] : paidLines(quote).flatMap((paid) => lineOf(paid));
  const amountCents = sumCents(lines.map((line) => line.amountCents));
  return { lines, rows: [{ ...one, takenMinutes: one.billableMinutes, amountCents }] };

  function lineOf(paid: PaidLine): readonly InvoiceLine[] {
    const { line, label, shareCents } = paid;
    const billedBefore = soFar.labelCents.get(label) ?? 0;
    const amountCents = lineShare(quote, paid, after) - billedBefore;
    if (amountCents <= 0) return [];
    const isWhole = amountCents === shareCents && shareCents === line.amountCents && shareCents === lineAmount(line);
    const shared = { label, vatRegime: line.vatRegime, vatRate: line.vatRate, halfDays: [] };
    if (line.kind === "ancillary") return [{ ...shared, ...(isWhole ? asQuoted(line) : sumOf(amountCents)) }];
    const minutes = hoursDone(line, after, planned) - hoursDone(line, before, planned);
    const isHours = line.unit === "hour" && shareCents === lineAmount(line);
    return [
      {
        ...shared,
        ...(isHours ? hoursAt(minutes, line.unitPriceCents, amountCents) : isWhole ? asQuoted(line) : sumOf(amountCents)),
        ...(isWhole ? {} : { description: describeShare(paid, one?.billableMinutes ?? 0, planned) }),
        traineeId,
        ...daysOf(one?.halfDays ?? []),
        halfDays: [...(one?.halfDays ?? [])],
      },
    ];
  }
}

function asQuoted({ unit, quantity, unitPriceCents, amountCents }: QuoteLine) {
  return { unit, quantity, unitPriceCents, amountCents };
}

function describeShare({ line, shareCents }: PaidLine, minutes: Minutes, planned: Minutes): string {
  const followed = `${formatMinutes(minutes)} suivies sur ${formatMinutes(planned)} prévues`;
  const whole = lineAmount(line);
  return shareCents === whole ? followed : `${followed} ; part de France Travail : ${formatCents(shareCents)} sur ${formatCents(whole)}`;
}
