import { describe, expect, it } from "vitest";
import { decimal, readDecimal } from "../../../packages/core/src/invoices/einvoice/decimals.js";
import { groupsOf, isProduct, lineAmount } from "../../../packages/core/src/invoices/einvoice/sums.js";
import { anElectronicInvoice } from "../../examples/electronic-invoice.js";

describe("a decimal of XML", () => {
  it.each([
    [119_000, 2, 0, "1190"],
    [119_000, 2, 1, "1190.0"],
    [119_000, 2, 2, "1190.00"],
    [119_050, 2, 0, "1190.5"],
    [119_050, 2, 1, "1190.5"],
    [119_050, 2, 2, "1190.50"],
    [5, 2, 0, "0.05"],
    [0, 2, 0, "0"],
    [0, 2, 2, "0.00"],
    [-5, 2, 2, "-0.05"],
    [-119_000, 2, 0, "-1190"],
    [3333, 4, 0, "0.3333"],
    [17, 0, 0, "17"],
  ] as const)("of %i at %i decimals, %i of them kept, is %s", (value, scale, least, text) => {
    expect(decimal(value, scale, least)).toBe(text);
    expect(readDecimal(text, scale)).toBe(value);
  });

  it.each([
    ["1190", 119_000],
    ["1190.", 119_000],
    ["1190.0", 119_000],
    ["+1190.0000", 119_000],
    ["-1190.5", -119_050],
    [".5", 50],
    ["+.05", 5],
    ["-.05", -5],
    ["-.5", -50],
    ["-0.00", 0],
    [`${"0".repeat(39)}7`, 700],
    ["90071992547409.91", 9_007_199_254_740_991],
  ])("« %s » is read", (text, value) => {
    expect(readDecimal(text, 2)).toBe(value);
  });

  it.each([
    ["", "has no digit"],
    [".", "has no digit"],
    ["-", "has no digit"],
    ["1 190", "holds a blank"],
    ["1190,00", "holds a comma"],
    ["a1190", "begins with a letter"],
    ["1190a", "ends with a letter"],
    ["a.5", "begins with a letter"],
    ["x.5", "begins with a letter"],
    [".5a", "ends with a letter"],
    [".a", "ends with a letter"],
    ["1.001", "has a decimal too many"],
    ["1.0001", "has a decimal too many"],
    [`${"0".repeat(40)}7`, "is longer than any number"],
    ["90071992547409.92", "is beyond what is exact"],
  ])("« %s » %s: nothing is read", (text) => {
    expect(readDecimal(text, 2)).toBeUndefined();
  });

  it("is rounded half up where decimals in excess are allowed", () => {
    const rounded = ["1.004", "1.0049", "1.005", "1.0149", "1.9950", "-1.005", "1.0045"].map((text) => readDecimal(text, 2, "rounded"));
    expect(rounded).toEqual([100, 100, 101, 101, 200, -101, 100]);
  });
});

describe("quantity times price", () => {
  it("is rounded half away from zero", () => {
    const products = [
      [10_000, 5_000],
      [10_000, 4_999],
      [-10_000, 5_000],
      [-10_000, 4_999],
      [700_000, 17_000_000],
    ] as const;
    expect(products.map(([quantity, price]) => lineAmount(quantity, price))).toEqual([1, 0, -1, 0, 119_000]);
  });

  it("allows what a rounded quantity or a rounded price may hide, and not a cent more", () => {
    const whole = { hours: 700_000, price: 17_000_000 };
    expect([118_999, 119_000, 119_001].map((cents) => isProduct(cents, whole.hours, whole.price))).toEqual([false, true, false]);
    // Twenty minutes at 17,00 €, 5.67 €: 0.3333 of an hour would make 5.6661.
    const twentyMinutes = (sign: 1 | -1, ofPrice: 1 | -1) =>
      [566, 567, 568].map((cents) => isProduct(sign * ofPrice * cents, sign * 3333, ofPrice * 17_000_000));
    expect([twentyMinutes(1, 1), twentyMinutes(-1, 1), twentyMinutes(1, -1)]).toEqual([
      [false, true, false],
      [false, true, false],
      [false, true, false],
    ]);
    // Ten minutes at 17,40 €, 2.90 €: 0.1667 of an hour makes 2.90058; at 30,00 €, 5.001.
    expect([isProduct(290, 1667, 17_400_000), isProduct(500, 1667, 30_000_000), isProduct(501, 1667, 30_000_000)]).toEqual([
      true,
      true,
      false,
    ]);
    // A million hours at 16.666667 €: the last decimal of the price hides half a euro either way.
    const million = [1_666_666_649, 1_666_666_650, 1_666_666_750, 1_666_666_751].map((cents) => isProduct(cents, 1e10, 16_666_667));
    expect(million).toEqual([false, true, true, false]);
  });

  it("holds a half of a cent as equal", () => {
    expect([0, 1, 2].map((cents) => isProduct(cents, 10_000, 5_000))).toEqual([true, true, false]);
  });
});

describe("groups of VAT", () => {
  it("are those of the lines, the allowances, the charges and the breakdown, each once", () => {
    const invoice = anElectronicInvoice();
    const [line] = invoice.lines;
    if (line === undefined) throw new Error("no line");
    const terms = { ...invoice, allowances: [], lines: [line], vat: [] };
    const { category, rate = 0 } = line;
    expect(groupsOf({ terms, hasLines: true })).toEqual([{ category, rate, count: 0 }]);
    expect(groupsOf({ terms, hasLines: false })).toEqual([]);
    const other = { category: "S", rate: 2000, amountCents: 100, reason: "Transport" };
    expect(groupsOf({ terms: { ...terms, charges: [other] }, hasLines: false })).toEqual([{ category: "S", rate: 2000, count: 0 }]);
    const twice = { category, rate, taxableCents: 1, taxCents: 0 };
    expect(groupsOf({ terms: { ...terms, vat: [twice, twice] }, hasLines: true })).toEqual([{ category, rate, count: 2 }]);
  });
});
