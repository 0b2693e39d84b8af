import { type IsoMonth, monthOf, type SignIn, traineeSlotKey } from "../../attendance/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import type { InvoiceSituation } from "../situation.js";

/** What goes with an invoice to prove it: whom it bills, over which months, on which sheets they signed. */
export interface Enclosures {
  /** References of the trainees billed, in their order. */
  readonly traineeIds: readonly string[];
  readonly months: readonly IsoMonth[];
  /** Of these months, those whose statement is not closed. */
  readonly openMonths: readonly IsoMonth[];
  /** Sheets that came back signed, and are attached: `FE-0001`. */
  readonly signedSheets: readonly string[];
  /** Half-days billed as attended that no signature kept here shows. */
  readonly unsigned: readonly { readonly traineeId: string; readonly day: IsoDate }[];
}

/** What must go with an invoice. A deposit and a credit note bill no attendance: nothing goes with them. */
export function enclosuresOf({ invoice, proof }: Pick<InvoiceSituation, "invoice" | "proof">): Enclosures {
  const isProved = invoice.kind === "invoice" || invoice.kind === "balance";
  const billed = (isProved ? invoice.lines : []).flatMap(({ traineeId, halfDays }) =>
    traineeId === undefined ? [] : halfDays.map((halfDay) => ({ ...halfDay, traineeId })),
  );
  const signatures = new Map<string, SignIn[]>();
  for (const one of proof.signIns) {
    const key = traineeSlotKey(one);
    signatures.set(key, [...(signatures.get(key) ?? []), one]);
  }
  const signed = billed.map((halfDay) => ({ halfDay, by: signatures.get(traineeSlotKey(halfDay)) ?? [] }));
  const closed = new Set(proof.months.filter(({ status }) => status === "closed").map(({ month }) => month));
  const months = distinct(billed.map(({ day }) => monthOf(day)));
  return {
    traineeIds: distinct(billed.map(({ traineeId }) => traineeId)),
    months,
    openMonths: months.filter((month) => !closed.has(month)),
    signedSheets: distinct(
      signed.flatMap(({ by }) => by.flatMap(({ method, proof: sheet }) => (method === "sheet" && sheet !== undefined ? [sheet] : []))),
    ),
    unsigned: signed
      .filter(({ halfDay, by }) => halfDay.basis === "attended" && !by.some(isKept))
      .map(({ halfDay: { traineeId, day } }) => ({ traineeId, day })),
  };
}

/** A signature on paper is worth its sheet: one that is not attached shows nothing. */
function isKept({ method, proof }: SignIn): boolean {
  return method !== "sheet" || proof !== undefined;
}

function distinct(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort();
}
