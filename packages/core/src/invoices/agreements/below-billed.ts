import { formatMinutes } from "../../shared/calendar.js";
import type { Language } from "../../shared/language.js";
import { formatCents } from "../../shared/money.js";
import { counted } from "../../shared/text.js";
import type { PriceBasis } from "../agreement.js";
import type { Ordered } from "../order.js";
import type { Billed } from "./billed.js";

/** By what an order falls short of its invoices. */
export type Measure = "minutes" | "trainees" | "netCents";

export interface Shortfall {
  readonly measure: Measure;
  readonly ordered: number;
  readonly billed: number;
  readonly invoices: readonly string[];
}

/** What was billed beyond what is ordered: by what the price counts, then by the amount. */
export function belowBilled(ordered: Ordered, billed: Billed, basis: PriceBasis): Shortfall | undefined {
  const measure = basis === "trainee" ? "trainees" : "minutes";
  const { invoices } = billed;
  if (ordered[measure] < billed[measure]) return { measure, ordered: ordered[measure], billed: billed[measure], invoices };
  const asked = Math.max(billed.netCents, billed.depositCents);
  return ordered.netCents < asked ? { measure: "netCents", ordered: ordered.netCents, billed: asked, invoices } : undefined;
}

/** `700 h`, `10 stagiaires`, `11 900,00 €`. */
export function measured(measure: Measure, value: number, language: Language): string {
  if (measure === "minutes") return formatMinutes(value);
  if (measure === "netCents") return formatCents(value, language);
  return language === "fr" ? counted(value, "stagiaire") : counted(value, "trainee", "trainees", language);
}
