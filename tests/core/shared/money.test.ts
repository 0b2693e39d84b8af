import { applyRate, divideHalfUp, formatCents, formatRate, splitCents, sumCents } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareOf } from "../../../packages/core/src/shared/money.js";

const anAmount = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

/** The same in unlimited integers: twice the numerator, plus the denominator, over twice the denominator. */
function exactHalfUp(numerator: number, denominator: number): number {
  const negative = numerator < 0 !== denominator < 0;
  const n = BigInt(Math.abs(numerator));
  const d = BigInt(Math.abs(denominator));
  const rounded = Number((2n * n + d) / (2n * d));
  return negative && rounded !== 0 ? -rounded : rounded;
}

describe("dividing", () => {
  it("rounds half a cent away from zero", () => {
    expect([1, -1, 3, -3, 2, 0].map((n) => divideHalfUp(n, 2))).toEqual([1, -1, 2, -2, 1, 0]);
    expect(divideHalfUp(1, -2)).toBe(-1);
    expect(divideHalfUp(-1, -2)).toBe(1);
    expect(divideHalfUp(-1, 3)).toBe(0);
  });

  it("agrees with unlimited integers, whatever the signs", () => {
    const denominators = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((d) => d !== 0);
    fc.assert(
      fc.property(fc.maxSafeInteger(), denominators, (n, d) => {
        expect(divideHalfUp(n, d)).toBe(exactHalfUp(n, d));
      }),
      { numRuns: 5000 },
    );
  });

  it("finds the exact halves too", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10_000 }), (quotient, half) => {
        expect(divideHalfUp(2 * quotient * half + half, 2 * half)).toBe(exactHalfUp(2 * quotient + 1, 2));
      }),
    );
  });
});

describe("a share", () => {
  it("is rounded half up, and stays exact where the product is beyond safe integers", () => {
    expect([shareOf(100, 1, 3), shareOf(100, 1, 8), shareOf(0, 1, 3)]).toEqual([33, 13, 0]);
    const largest = Number.MAX_SAFE_INTEGER;
    expect(shareOf(largest, 3, 3)).toBe(largest);
    expect(shareOf(largest, 3, 6)).toBe(4_503_599_627_370_496);
    expect(shareOf(largest - 1, 3, 6)).toBe(4_503_599_627_370_495);
    expect(shareOf(largest, 3, 7)).toBe(Number((2n * 3n * BigInt(largest) + 7n) / 14n));
    expect(shareOf(99_999_999_999, 100_000_000, 99_999_999_999)).toBe(100_000_000);
  });
});

describe("a rate", () => {
  it("applies to an amount, to the cent", () => {
    expect(applyRate(1190_00, 2000)).toBe(238_00);
    expect(applyRate(1, 5000)).toBe(1);
    expect(applyRate(-1, 5000)).toBe(-1);
    expect(applyRate(333_33, 550)).toBe(18_33);
    expect(applyRate(0, 2000)).toBe(0);
  });

  it("takes nothing at 0 %, all at 100 %, and the opposite of the opposite", () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 10_000 }), (amount, rate) => {
        expect(applyRate(amount, 0)).toBe(0);
        expect(applyRate(amount, 10_000)).toBe(amount);
        expect(applyRate(-amount, rate) + applyRate(amount, rate)).toBe(0);
      }),
    );
  });

  it("is written in each language", () => {
    expect([2000, 550, 0, 1, 210].map((rate) => formatRate(rate))).toEqual([
      "20\u00a0%",
      "5,5\u00a0%",
      "0\u00a0%",
      "0,01\u00a0%",
      "2,1\u00a0%",
    ]);
    expect(formatRate(550, "en")).toBe("5.5%");
  });
});

describe("adding and splitting", () => {
  it("adds nothing to zero", () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([1190_00, -120_00, 1])).toBe(1070_01);
  });

  it("gives the cents left over to the largest remainders, the first of equals first", () => {
    expect(splitCents(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitCents(1000, [1, 2, 4])).toEqual([143, 286, 571]);
    expect(splitCents(5, [1, 1, 1, 1])).toEqual([2, 1, 1, 1]);
    expect(splitCents(7, [1, 1, 1, 1])).toEqual([2, 2, 2, 1]);
    expect(splitCents(-100, [1, 1, 1])).toEqual([-33, -33, -34]);
    expect(splitCents(5, [0, 1, 0])).toEqual([0, 5, 0]);
    expect(splitCents(-5, [0, 1, 0])).toEqual([0, -5, 0]);
    expect(splitCents(5, [0, 0])).toEqual([5, 0]);
    expect(splitCents(5, [])).toEqual([]);
  });

  it("loses no cent, gives nothing to a weight of zero, and stays within a cent of the exact share", () => {
    const weights = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60_000 })), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anAmount, weights, (total, all) => {
        const shares = splitCents(total, all);
        const weight = all.reduce((sum, one) => sum + one, 0);
        expect(shares).toHaveLength(all.length);
        expect(sumCents(shares)).toBe(total);
        if (weight === 0) return;
        for (const [index, share] of shares.entries()) {
          const own = all[index] ?? 0;
          if (own === 0) expect(share).toBe(0);
          expect(Math.abs(share - (total * own) / weight)).toBeLessThan(1 + 1e-3);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives equal weights shares that differ by one cent at most", () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 1, max: 300 }), (total, count) => {
        const shares = splitCents(
          total,
          Array.from({ length: count }, () => 1),
        );
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("an amount in words", () => {
  it("is written as each language writes it", () => {
    expect(formatCents(1190_00)).toBe("1\u202f190,00\u00a0€");
    expect(formatCents(1190_00, "en")).toBe("€1,190.00");
    expect([0, 5, -5, 100, 123_456_789_01].map((cents) => formatCents(cents, "en"))).toEqual([
      "€0.00",
      "€0.05",
      "-€0.05",
      "€1.00",
      "€123,456,789.01",
    ]);
    expect(formatCents(-1_000_000_00)).toBe("-1\u202f000\u202f000,00\u00a0€");
    expect(formatCents(-0)).toBe("0,00\u00a0€");
  });

  it("holds the very digits of the amount", () => {
    fc.assert(
      fc.property(anAmount, fc.constantFrom("fr" as const, "en" as const), (cents, language) => {
        const kept = formatCents(cents, language).replace(/[^\d-]/g, "");
        expect(Number(kept)).toBe(cents);
      }),
    );
  });
});
