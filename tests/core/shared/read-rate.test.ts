import { formatRate, readRate } from "@kairos/core";
import fc from "fast-check";
import { expect, it } from "vitest";

it.each([
  ["30 %", 3000],
  ["30", 3000],
  ["30\u00a0%", 3000],
  ["12,5 %", 1250],
  ["12.5%", 1250],
  ["12,05 pour cent", 1205],
  ["5 pourcent", 500],
  ["0", 0],
  [" 100 % ", 10_000],
])("reads « %s »", (text, rate) => {
  expect(readRate(text)).toBe(rate);
});

it.each(["", "%", "trente", "-5 %", "12,345", "1 000 %", "30 %%", "30 €", "1e3", "٣٠", "30\u0000", "9".repeat(50)])(
  "does not guess « %s »",
  (text) => {
    expect(readRate(text)).toBeUndefined();
  },
);

it("reads back every rate that is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom("fr" as const, "en" as const), (rate, language) => {
      expect(readRate(formatRate(rate, language))).toBe(rate);
    }),
  );
});
