import { lineAmount, type QuoteLine, quoteTotals } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aLine, aQuote } from "../../examples/index.js";

const anyLine: fc.Arbitrary<QuoteLine> = fc
  .record({
    kind: fc.constantFrom("pedagogical" as const, "ancillary" as const),
    label: fc.constant("Ligne"),
    unit: fc.constantFrom("hour" as const, "day" as const, "flat" as const),
    quantity: fc.integer({ min: 1, max: 600_000 }),
    unitPriceCents: fc.integer({ min: 0, max: 1_000_000_000 }),
    amountCents: fc.integer({ min: 0, max: 1_000_000_000 }),
    vat: fc.constantFrom(
      { vatRegime: "exempt-training" as const, vatRate: 0 },
      { vatRegime: "small-business" as const, vatRate: 0 },
      { vatRegime: "taxed" as const, vatRate: 2000 },
      { vatRegime: "taxed" as const, vatRate: 550 },
      { vatRegime: "taxed" as const, vatRate: 210 },
    ),
  })
  .map(({ vat, ...line }) => ({ ...line, ...vat }));
const lines = fc.array(anyLine, { maxLength: 40 });
const hours = { centreMinutes: 4200, companyMinutes: 0, distanceMinutes: 0 };

describe("the totals of a quote", () => {
  it("are the parts of one whole", () => {
    fc.assert(
      fc.property(lines, (quoted) => {
        const totals = quoteTotals({ lines: quoted, hours });
        expect(totals.pedagogicalCents + totals.ancillaryCents).toBe(totals.totalCents);
        expect(totals.pedagogicalNetCents + totals.ancillaryNetCents).toBe(totals.netCents);
        expect(totals.netCents + totals.vatCents).toBe(totals.totalCents);
        expect(totals.vatGroups.reduce((sum, group) => sum + group.netCents, 0)).toBe(totals.netCents);
        expect(totals.vatGroups.reduce((sum, group) => sum + group.vatCents, 0)).toBe(totals.vatCents);
        expect(totals.ancillaryCents).toBeGreaterThanOrEqual(0);
        expect(Number.isSafeInteger(totals.totalCents)).toBe(true);
      }),
    );
  });

  it("round VAT half up, once per rate, as exact arithmetic does", () => {
    fc.assert(
      fc.property(lines, (quoted) => {
        const exact = new Map<string, bigint>();
        for (const { vatRegime, vatRate, amountCents } of quoted) {
          const key = `${vatRegime} ${vatRate}`;
          exact.set(key, (exact.get(key) ?? 0n) + BigInt(amountCents));
        }
        const groups = quoteTotals({ lines: quoted, hours }).vatGroups;
        expect(groups.map(({ regime, rate }) => `${regime} ${rate}`).sort()).toEqual([...exact.keys()].sort());
        for (const { regime, rate, netCents, vatCents } of groups) {
          const net = exact.get(`${regime} ${rate}`) ?? 0n;
          expect(BigInt(netCents)).toBe(net);
          expect(BigInt(vatCents)).toBe((net * BigInt(rate) * 2n + 10_000n) / 20_000n);
        }
      }),
    );
  });

  it("do not depend on the order of the lines", () => {
    fc.assert(
      fc.property(lines, (quoted) => {
        const { vatGroups: _one, ...forwards } = quoteTotals({ lines: quoted, hours });
        const { vatGroups: _other, ...backwards } = quoteTotals({ lines: quoted.toReversed(), hours });
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it("round each rate once, not each line: three times 0,33 € at 20 % is 0,20 € of VAT, not 0,21 €", () => {
    const third = aLine({ unit: "flat", quantity: 1, unitPriceCents: 33, amountCents: 33, vatRegime: "taxed", vatRate: 2000 });
    expect(quoteTotals({ lines: [third, third, third], hours })).toMatchObject({ netCents: 99, vatCents: 20, totalCents: 119 });
  });

  it("leave the VAT that rounding cannot share with the ancillary costs", () => {
    const cent = { unit: "flat", quantity: 1, unitPriceCents: 13, amountCents: 13, vatRegime: "taxed", vatRate: 2000 } as const;
    const totals = quoteTotals({ lines: [aLine(cent), aLine({ ...cent, kind: "ancillary" })], hours });
    expect(totals).toMatchObject({ pedagogicalCents: 16, ancillaryCents: 15, totalCents: 31, vatCents: 5 });
  });

  it("give the cost of an hour, VAT included, the fees left out", () => {
    expect(quoteTotals(aQuote()).hourlyCents).toBe(17_00);
    const taxed = aLine({ vatRegime: "taxed", vatRate: 2000 });
    expect(quoteTotals({ lines: [taxed], hours }).hourlyCents).toBe(20_40);
    expect(quoteTotals(aQuote({ hours: { centreMinutes: 0 } })).hourlyCents).toBeUndefined();
  });

  it("are zero when nothing is quoted", () => {
    expect(quoteTotals({ lines: [], hours })).toMatchObject({ totalCents: 0, vatGroups: [], hourlyCents: 0, minutes: 4200 });
  });
});

describe("the amount of a line", () => {
  it("is quantity times price, half up, as exact arithmetic has it", () => {
    fc.assert(
      fc.property(anyLine, ({ unit, quantity, unitPriceCents }) => {
        const product = BigInt(quantity) * BigInt(unitPriceCents);
        expect(BigInt(lineAmount({ unit, quantity, unitPriceCents }))).toBe(unit === "hour" ? (product * 2n + 60n) / 120n : product);
      }),
    );
  });

  it.each([
    ["70 h at 17,00 €", "hour", 4200, 17_00, 1190_00],
    ["45 minutes at 35,10 €", "hour", 45, 35_10, 26_33],
    ["half a cent goes up", "hour", 30, 1, 1],
    ["a third of a cent goes down", "hour", 20, 1, 0],
    ["ten days at 98,00 €", "day", 10, 98_00, 980_00],
  ] as const)("%s", (_name, unit, quantity, unitPriceCents, expected) => {
    expect(lineAmount({ unit, quantity, unitPriceCents })).toBe(expected);
  });
});
