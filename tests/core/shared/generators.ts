import fc from "fast-check";

/** Digits as text, zeros in front included. */
export function digits(length: number): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));
}

/** The groups of a social security number that exists nowhere in particular, and its key. */
export interface Nir {
  readonly groups: readonly string[];
  readonly key: string;
}

const two = (least: number, most: number) => fc.integer({ min: least, max: most }).map((number) => number.toString().padStart(2, "0"));

export const aNir: fc.Arbitrary<Nir> = fc
  .tuple(
    fc.constantFrom("1", "2", "3", "7", "8"),
    two(0, 99),
    two(1, 12),
    fc.oneof(two(1, 95), fc.constantFrom("2A", "2B", "97", "98", "99")),
    digits(3),
    digits(3),
  )
  .map((groups) => ({ groups, key: keyOf(groups.join("")) }));

/** The same as people write it: spaced or not, with its key or not, the letters of Corsica small or not. */
const separators = fc.constantFrom("", " ", "\u00a0", "\u202f", ".", "-", "_", "  ");
export const aWrittenNir: fc.Arbitrary<string> = fc
  .record({ nir: aNir, separator: separators, withKey: fc.boolean(), lower: fc.boolean() })
  .map(({ nir, separator, withKey, lower }) => {
    const text = (withKey ? [...nir.groups, nir.key] : nir.groups).join(separator);
    return lower ? text.toLowerCase() : text;
  });

/** The key by the other published way: A and B read as 0, and a million or two taken off. */
export function keyOf(body: string): string {
  const off = body.includes("A") ? 1_000_000n : body.includes("B") ? 2_000_000n : 0n;
  return (97n - ((BigInt(body.replace(/[AB]/, "0")) - off) % 97n)).toString().padStart(2, "0");
}

/** A real day, with its parts. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const aDay: fc.Arbitrary<Civil> = fc
  .record({ year: fc.integer({ min: 1900, max: 2200 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .filter(({ year, month, day }) => day <= monthLength(year, month));

export function isoOf({ year, month, day }: Civil): string {
  return `${year}-${month.toString().padStart(2, "0")}-${day.toString().padStart(2, "0")}`;
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of year 0, counted without any date library nor time zone. */
export function dayNumber({ year, month, day }: Civil): number {
  const shifted = month > 2 ? year : year - 1;
  const fromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((fromMarch * 306 + 5) / 10) + day - 1;
}
