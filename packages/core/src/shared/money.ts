import type { Language } from "./language.js";

/** An amount of euros as an integer number of cents. */
export type Cents = number;

/** A rate in hundredths of a percent: 2000 is 20 %. */
export type BasisPoints = number;

export function sumCents(amounts: readonly Cents[]): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** `numerator / denominator` rounded half up, away from zero for negatives, in integers only. */
export function divideHalfUp(numerator: number, denominator: number): number {
  const sign = numerator < 0 !== denominator < 0 ? -1 : 1;
  const n = Math.abs(numerator);
  const d = Math.abs(denominator);
  const remainder = n % d;
  const quotient = (n - remainder) / d;
  const rounded = remainder * 2 >= d ? quotient + 1 : quotient;
  return rounded === 0 ? 0 : sign * rounded;
}

/** A share of an amount, rounded half up to the cent. */
export function applyRate(amountCents: Cents, rate: BasisPoints): Cents {
  return divideHalfUp(amountCents * rate, 10_000);
}

/** `amount × part / whole` rounded half up, none of them negative: exact whatever the size of the product. */
export function shareOf(amount: number, part: number, whole: number): number {
  const product = amount * part;
  if (Number.isSafeInteger(product)) return divideHalfUp(product, whole);
  const [exact, divisor] = [BigInt(amount) * BigInt(part), BigInt(whole)];
  return Number((exact * 2n + divisor) / (divisor * 2n));
}

/** Splits an amount by weights without losing a cent: the largest remainders take the cents left over. */
export function splitCents(totalCents: Cents, weights: readonly number[]): readonly Cents[] {
  const weight = weights.reduce((sum, w) => sum + w, 0);
  if (weight <= 0) return weights.map((_, index) => (index === 0 ? totalCents : 0));
  // Adding 0 turns -0 into 0.
  const shares = weights.map((w) => Math.floor((totalCents * w) / weight) + 0);
  const order = weights
    .map((w, index) => ({ index, remainder: (totalCents * w) / weight - (shares[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = totalCents - sumCents(shares);
  for (const { index } of order) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}

const narrowSpace = "\u202f";
const hardSpace = "\u00a0";

/** `1 190,00 €` in French typography, `€1,190.00` in English. */
export function formatCents(cents: Cents, language: Language = "fr"): string {
  const digits = Math.abs(cents).toString().padStart(3, "0");
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, language === "fr" ? narrowSpace : ",");
  const sign = cents < 0 ? "-" : "";
  return language === "fr" ? `${sign}${units},${digits.slice(-2)}${hardSpace}€` : `${sign}€${units}.${digits.slice(-2)}`;
}

/** `20 %` or `5,5 %`. */
export function formatRate(rate: BasisPoints, language: Language = "fr"): string {
  const text = (rate / 100).toString();
  return language === "fr" ? `${text.replace(".", ",")}${hardSpace}%` : `${text}%`;
}

/** Reads a rate as people type it: `30 %`, `30`, `12,5 pour cent`; nothing when it is not one, or finer than a hundredth. */
export function readRate(text: string): BasisPoints | undefined {
  const [, whole, fraction = ""] = /^\s*(\d{1,5})(?:[.,](\d{1,2}))?\s*(?:%|pour ?cent|percent)?\s*$/i.exec(text.slice(0, 40)) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}

export type ReadAmount = { readonly cents: Cents } | { readonly fault: "not-an-amount" | "ambiguous" | "currency" | "too-precise" };

const largest = 999_999_999_99;
/** No amount is written with more characters, and long runs of blanks are slow to search. */
const longest = 60;

/**
 * Reads an amount as people type it: `1 190,00 €`, `1190.5`, `1.190,00`, `12 euros`.
 * A single separator before three digits (`1.190`) could be 1,19 or 1190: it is refused rather than guessed.
 */
export function readAmount(text: string): ReadAmount {
  const trimmed = text.trim();
  if (trimmed.length > longest) return { fault: "not-an-amount" };
  const bare = trimmed.replace(/^(-?)(€|eur)\s*/i, "$1").replace(/\s*(€|eur|euros?)$/i, "");
  if (/[$£¥]|usd|gbp|chf/i.test(bare)) return { fault: "currency" };
  const match = /^(-?)(\d[\d\s.,'’\u00a0\u202f]*)$/.exec(bare);
  if (match === null) return { fault: "not-an-amount" };
  const number = (match[2] ?? "").trim();
  const decimal = decimalSeparator(number);
  if (decimal === "ambiguous") return { fault: "ambiguous" };
  const at = decimal === undefined ? number.length : number.lastIndexOf(decimal);
  const whole = number.slice(0, at);
  const fraction = number.slice(at + 1);
  if (!/^\d{1,3}([\s.,'’\u00a0\u202f]\d{3})*$|^\d+$/.test(whole)) return { fault: "not-an-amount" };
  if (fraction.length > 2) return { fault: "too-precise" };
  if (!/^\d*$/.test(fraction) || (decimal !== undefined && fraction === "")) return { fault: "not-an-amount" };
  const cents = Number(whole.replace(/\D/g, "")) * 100 + Number(fraction.padEnd(2, "0"));
  if (cents > largest) return { fault: "not-an-amount" };
  return { cents: match[1] === "-" && cents > 0 ? -cents : cents };
}

function decimalSeparator(number: string): "." | "," | "ambiguous" | undefined {
  const separators = number.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last !== "." && last !== ",") return undefined;
  const afterLast = number.length - number.lastIndexOf(last) - 1;
  const distinct = new Set(separators).size;
  if (distinct === 2) return last;
  if (separators.length > 1) return undefined;
  if (afterLast !== 3) return last;
  return /[\s'’\u00a0\u202f]/.test(number) || /^0/.test(number) ? last : "ambiguous";
}
