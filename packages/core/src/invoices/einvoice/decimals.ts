/** An integer of the last decimal's unit as XML writes it: `decimal(119_000, 2)` is `1190.00`; `least` decimals stay. Exact, without a float. */
export function decimal(value: number, scale: number, least = 0): string {
  const digits = Math.abs(value)
    .toString()
    .padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  let fraction = digits.slice(digits.length - scale);
  while (fraction.length > least && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/**
 * Reads what `decimal` writes, and what other programs do: `1190`, `1190.0`, `+1190.000`. Nothing when it is no number, is beyond safe
 * integers, or has more decimals than `scale`, unless these are to be rounded half up.
 */
export function readDecimal(text: string, scale: number, excess: "refused" | "rounded" = "refused"): number | undefined {
  if (text.length > longestNumber) return undefined;
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text) ?? /^([+-]?)()\.(\d+)$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = ""] = match;
  const kept = fraction.slice(0, scale).padEnd(scale, "0");
  const excessDigits = fraction.slice(scale);
  if (excess === "refused" && /[^0]/.test(excessDigits)) return undefined;
  const value = Number(whole + kept) + (/^[5-9]/.test(excessDigits) ? 1 : 0);
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === "-" && value !== 0 ? -value : value;
}

const longestNumber = 40;

/** Beyond a billion euros, an amount is a mistake; below, all sums of an invoice stay exact. */
export const largestCents = 99_999_999_999;
