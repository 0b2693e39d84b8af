import { formatDay } from "../../shared/calendar.js";
import type { Label, Language } from "../../shared/language.js";
import { type Cents, formatCents, formatRate } from "../../shared/money.js";
import { counted } from "../../shared/text.js";
import type { Due } from "./due.js";
import type { Interest, InterestRow } from "./interest.js";
import type { Term } from "./term.js";

/** What the days to pay are counted from, in words. */
export function explainTerm({ from, startsOn }: Term, language: Language): string {
  const day = formatDay(startsOn, language);
  if (language === "fr") return from === "receipt" ? `comptée depuis la réception, le ${day}` : `comptée depuis l'émission, le ${day}`;
  return from === "receipt" ? `counted from receipt, on ${day}` : `counted from issue, on ${day}`;
}

/** `total 1 190,00 € - déjà payé 200,00 € = 990,00 €`: only what takes something off. */
export function explainDue({ totalCents, prepaidCents, creditedCents, paidCents, leftCents }: Due, language: Language): string {
  const off: readonly (readonly [Label, Cents])[] = [
    [{ fr: "acomptes et paiements d'avance", en: "deposits and advance payments" }, prepaidCents],
    [{ fr: "avoirs", en: "credit notes" }, creditedCents],
    [{ fr: "déjà payé", en: "paid already" }, paidCents],
  ];
  const taken = off.flatMap(([name, cents]) => (cents === 0 ? [] : ` - ${name[language]} ${formatCents(cents, language)}`));
  const rest = taken.length === 0 ? "" : ` = ${formatCents(leftCents, language)}`;
  return `total ${formatCents(totalCents, language)}${taken.join("")}${rest}`;
}

/** `1 190,00 € × 10,15 % × 12 jours / 365 = 3,97 €`, a term for each row. */
export function explainInterest({ rows, cents }: Interest, language: Language): string {
  const shown = rows.slice(0, most).map((row) => explainRow(row, language));
  const rest = rows.length - most;
  if (rest > 0) shown.push(language === "fr" ? `${rest} autres périodes` : `${rest} more periods`);
  if (cents === undefined) return shown.join(" + ");
  return `${shown.join(" + ")} = ${formatCents(cents, language)}`;
}

/** How many terms a sentence bears. */
const most = 4;

function explainRow({ baseCents, rate, days }: InterestRow, language: Language): string {
  const late = language === "fr" ? counted(days, "jour") : counted(days, "day", "days", "en");
  const unknown = language === "fr" ? "taux à régler" : "rate to be set";
  return `${formatCents(baseCents, language)} × ${rate === undefined ? unknown : formatRate(rate, language)} × ${late} / 365`;
}
