import { type Address, formatMinutes, type QuoteDocumentLine } from "@kairos/core";
import type { Fact } from "../layout/facts.js";

export const hardSpace = "\u00a0";
const narrowSpace = "\u202f";

/** `70 h`, `2 j`, or the bare count of a flat price. */
export function quantityOf({ unit, quantity }: Pick<QuoteDocumentLine, "unit" | "quantity">): string {
  if (unit === "hour") return formatMinutes(quantity);
  const count = String(quantity).replace(/\B(?=(\d{3})+$)/g, narrowSpace);
  return unit === "day" ? `${count}${hardSpace}j` : count;
}

/** `356 000 000 00048`. */
export function groupedSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, ["$1", "$2", "$3", "$4"].join(hardSpace));
}

/** `FR76 3000 6000 0112 3456 7890 189`. */
export function groupedIban(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, `$&${hardSpace}`);
}

/** `12 rue de la République, 69002 Lyon`. */
export function placeOf({ street, postalCode, city }: Address): string {
  return `${street}, ${postalCode} ${city}`;
}

/** Two facts in one place when both are known: `Certification · Formacode`. */
export function joined(one: Fact, other: Fact): Fact {
  if (one.value === undefined || other.value === undefined) return one.value === undefined ? other : one;
  return { label: `${one.label} · ${other.label}`, value: dotted(one.value, other.value) };
}

/** Known parts on one line, which breaks after a dot. */
export function dotted(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part.trim() !== "").join(`${hardSpace}· `);
}

/** A text by its lines, blank ones left out: each is a paragraph. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((paragraph) => paragraph.trim() !== "");
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
