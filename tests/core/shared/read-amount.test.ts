import { formatCents, type ReadAmount, readAmount } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cents = (text: string): number | string => {
  const read: ReadAmount = readAmount(text);
  return "cents" in read ? read.cents : read.fault;
};

describe("reading an amount", () => {
  it.each([
    ["1190", 1190_00],
    ["1190.5", 1190_50],
    ["1190,50", 1190_50],
    ["1 190,00 €", 1190_00],
    ["1\u202f190,00\u00a0€", 1190_00],
    ["1.190,00", 1190_00],
    ["1,190.00", 1190_00],
    ["1'190.00", 1190_00],
    ["1’190,50", 1190_50],
    ["1 190 000", 1_190_000_00],
    ["1.190.000", 1_190_000_00],
    ["1,190,000.5", 1_190_000_50],
    ["€ 12", 12_00],
    ["€12.00", 12_00],
    ["EUR 12", 12_00],
    ["12 euros", 12_00],
    ["12 euro", 12_00],
    ["12€", 12_00],
    ["0,05", 5],
    ["0", 0],
    ["007", 7_00],
    ["-5", -5_00],
    ["-€5.00", -5_00],
    ["€-5", -5_00],
    ["-0", 0],
    ["  12  ", 12_00],
  ])("reads « %s »", (text, expected) => {
    expect(cents(text)).toBe(expected);
  });

  it.each(["1.190", "1,190", "12.345", "999,999", "€1,190", "1.190 €"])("refuses to guess « %s »", (text) => {
    expect(cents(text)).toBe("ambiguous");
  });

  it.each(["$12", "12 $", "£12", "12 USD", "12 chf", "¥12"])("says that « %s » is another currency", (text) => {
    expect(cents(text)).toBe("currency");
  });

  it.each(["1190,505", "0,190", "0.001", "1 190,000", "1.190,000", "1190.5555"])("says that « %s » is too precise", (text) => {
    expect(cents(text)).toBe(text === "1190,505" ? "ambiguous" : "too-precise");
  });

  it.each([
    "",
    " ",
    "€",
    "-",
    "--5",
    "+5",
    "12-",
    "1190.",
    ",50",
    ".5",
    "12 34",
    "1 19",
    "1,19,00",
    "1.19,00",
    "12,5,0",
    "1e3",
    "0x10",
    "Infinity",
    "NaN",
    "douze",
    "12 heures",
    "12💶",
    "💶",
    "１２",
    "١٢",
    "12\u0000",
    "12 + 3",
    "1/2",
    "9".repeat(13),
    "9".repeat(10_000),
  ])("refuses « %s »", (text) => {
    expect(cents(text)).toBe("not-an-amount");
  });

  it("reads back what it writes, in both languages", () => {
    const amounts = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
    fc.assert(
      fc.property(amounts, fc.constantFrom("fr" as const, "en" as const), (amount, language) => {
        expect(cents(formatCents(amount, language))).toBe(amount);
      }),
      { numRuns: 3000 },
    );
  });

  it("reads whole euros and cents with either decimal sign", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(",", "."),
        (euros, rest, sign) => {
          expect(cents(`${euros}${sign}${rest.toString().padStart(2, "0")}`)).toBe(euros * 100 + rest);
        },
      ),
    );
  });

  it("never throws, and never answers anything but whole cents", () => {
    const alphabet = fc.constantFrom(..."0123456789 .,'-€$eur\u00a0\u202f");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: alphabet, maxLength: 20 }), fc.string({ unit: "binary" })), (text) => {
        const read = readAmount(text);
        if ("cents" in read) expect(Number.isSafeInteger(read.cents)).toBe(true);
        else expect(["not-an-amount", "ambiguous", "currency", "too-precise"]).toContain(read.fault);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([" ", "1 ", "1", ",", "€", "1,190.00 "])("answers at once to a million characters of « %s »", (piece) => {
    const start = performance.now();
    expect(cents(`1${piece.repeat(1_000_000 / piece.length)}x`)).toBe("not-an-amount");
    expect(performance.now() - start).toBeLessThan(500);
  });
});
