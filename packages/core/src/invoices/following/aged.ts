import type { Siret } from "../../shared/identifiers.js";
import type { Label } from "../../shared/language.js";
import type { Cents } from "../../shared/money.js";
import type { Receivable } from "./receivable.js";

/** How late money is, in days; what was rejected is not late, but not on its way either. */
export const ages = ["not-due", "late-30", "late-60", "late-90", "late-more", "rejected"] as const;
export type Age = (typeof ages)[number];
export type CentsByAge = Readonly<Record<Age, Cents>>;

export const ageLabels: Readonly<Record<Age, Label>> = {
  "not-due": { fr: "pas encore échu", en: "not due yet" },
  "late-30": { fr: "1 à 30 jours de retard", en: "1 to 30 days late" },
  "late-60": { fr: "31 à 60 jours de retard", en: "31 to 60 days late" },
  "late-90": { fr: "61 à 90 jours de retard", en: "61 to 90 days late" },
  "late-more": { fr: "plus de 90 jours de retard", en: "more than 90 days late" },
  rejected: { fr: "rejeté, à corriger", en: "rejected, to correct" },
};

/** What is left to receive by age. The ages of every customer add up to the whole. */
export interface AgedBalance {
  readonly customers: readonly AgedCustomer[];
  readonly byAge: CentsByAge;
  readonly totalCents: Cents;
}

export interface AgedCustomer {
  readonly customerSiret: Siret;
  readonly byAge: CentsByAge;
  readonly totalCents: Cents;
}

export function ageOf({ isRejected, daysLate }: Pick<Receivable, "isRejected" | "daysLate">): Age {
  if (isRejected) return "rejected";
  if (daysLate === 0) return "not-due";
  if (daysLate <= 30) return "late-30";
  if (daysLate <= 60) return "late-60";
  return daysLate <= 90 ? "late-90" : "late-more";
}

/** Every customer who owes something, those who owe most first. */
export function agedBalance(receivables: readonly Receivable[]): AgedBalance {
  const open = receivables.filter(({ due }) => due.leftCents > 0);
  const customers = [...new Set(open.map(({ invoice }) => invoice.customerSiret))]
    .map((customerSiret) => ({ customerSiret, ...sumsOf(open.filter(({ invoice }) => invoice.customerSiret === customerSiret)) }))
    .sort((a, b) => b.totalCents - a.totalCents || (a.customerSiret < b.customerSiret ? -1 : 1));
  return { customers, ...sumsOf(open) };
}

function sumsOf(receivables: readonly Receivable[]): { readonly byAge: CentsByAge; readonly totalCents: Cents } {
  const byAge: Record<Age, Cents> = { "not-due": 0, "late-30": 0, "late-60": 0, "late-90": 0, "late-more": 0, rejected: 0 };
  let totalCents = 0;
  for (const receivable of receivables) {
    byAge[ageOf(receivable)] += receivable.due.leftCents;
    totalCents += receivable.due.leftCents;
  }
  return { byAge, totalCents };
}
