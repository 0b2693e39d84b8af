import type { Minutes } from "../../shared/calendar.js";
import { type Cents, divideHalfUp } from "../../shared/money.js";
import type { InvoiceLine } from "../invoice.js";
import type { TraineeBillable } from "./billable.js";

/** A trainee's part of an invoice under preparation: what the figure is made of, and what it comes to. */
export interface PreparedRow extends TraineeBillable {
  /** What the invoice takes of `billableMinutes`: less when the order leaves less. */
  readonly takenMinutes: Minutes;
  readonly amountCents: Cents;
}

export interface PreparedLines {
  readonly lines: readonly InvoiceLine[];
  readonly rows: readonly PreparedRow[];
}

type Priced = Pick<InvoiceLine, "unit" | "quantity" | "unitPriceCents" | "amountCents">;

/** Hours at a price; written as a sum where the cent of the order, or of the invoices before, is not that of the product. */
export function hoursAt(minutes: Minutes, unitPriceCents: Cents, amountCents: Cents): Priced {
  return minutes > 0 && divideHalfUp(minutes * unitPriceCents, 60) === amountCents
    ? { unit: "hour", quantity: minutes, unitPriceCents, amountCents }
    : sumOf(amountCents);
}

/** A sum, once. */
export function sumOf(amountCents: Cents): Priced {
  return { unit: "flat", quantity: 1, unitPriceCents: amountCents, amountCents };
}

/** The first and the last day that half-days fall on. */
export function daysOf(halfDays: TraineeBillable["halfDays"]): Pick<InvoiceLine, "startsOn" | "endsOn"> {
  const days = halfDays.map(({ day }) => day).sort();
  return { startsOn: days[0], endsOn: days.at(-1) };
}
