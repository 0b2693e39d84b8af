import type { Settings } from "../../membership/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import type { InvoiceKind } from "../invoice.js";

/** Where a number stands: `FAC`, 2026, 1 for `FAC-2026-0001`. Ranks begin at 1, each year anew. */
export interface InvoiceNumber {
  readonly series: string;
  readonly year: number;
  readonly rank: number;
}

/** A number that was taken. */
export interface TakenNumber {
  readonly number: string;
  readonly rank: number;
  readonly issuedOn: IsoDate;
}

/** What Chorus Pro takes: twenty characters of a few kinds. */
const printable = /^[A-Z0-9+_/-]{1,20}$/;

/** `FAC-2026-0001`; past 9999 it grows by a digit, and ranks keep the order. */
export function writeNumber({ series, year, rank }: InvoiceNumber): string {
  const number = `${series}-${year}-${rank.toString().padStart(4, "0")}`;
  if (!printable.test(number) || rank < 1) throw new RangeError(`${number} is no invoice number`);
  return number;
}

/** Reads a number back; nothing when the desk would not have written it so. */
export function readNumber(number: string): InvoiceNumber | undefined {
  const match = /^([A-Z0-9]{1,6})-(\d{4})-(\d{4,8})$/.exec(number);
  if (match === null) return undefined;
  const [, series = "", year, rank] = match;
  const read = { series, year: Number(year), rank: Number(rank) };
  return read.rank >= 1 && writeNumber(read) === number ? read : undefined;
}

/** The series of a document: credit notes have their own. */
export function seriesOf(kind: InvoiceKind, { invoices }: Pick<Settings, "invoices">): string {
  return kind === "credit-note" ? invoices.creditNoteSeries : invoices.series;
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

/** What counts the numbers of a series in a year; apart from the desk's other series, whatever the provider calls its own. */
export function counterOf(series: string, year: number): string {
  return `invoice:${series}-${year}`;
}
