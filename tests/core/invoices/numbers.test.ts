import { checkSeries, counterOf, readNumber, seriesOf, writeNumber, yearOf } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anIssuedInvoice, aProvider } from "../../examples/index.js";

describe("a number", () => {
  it("has its series, its year and a rank that grows past 9999", () => {
    expect(writeNumber({ series: "FAC", year: 2026, rank: 1 })).toBe("FAC-2026-0001");
    expect(writeNumber({ series: "FAC", year: 2026, rank: 9999 })).toBe("FAC-2026-9999");
    expect(writeNumber({ series: "FAC", year: 2026, rank: 10_000 })).toBe("FAC-2026-10000");
    expect(() => writeNumber({ series: "FAC", year: 2026, rank: 0 })).toThrow(RangeError);
    expect(() => writeNumber({ series: "fac", year: 2026, rank: 1 })).toThrow(RangeError);
  });

  it("is read back as it was written, within twenty characters that the channel takes", () => {
    const parts = fc.record({
      series: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
      year: fc.integer({ min: 2000, max: 2999 }),
      rank: fc.integer({ min: 1, max: 99_999_999 }),
    });
    fc.assert(
      fc.property(parts, (number) => {
        const written = writeNumber(number);
        expect(written).toMatch(/^[A-Z0-9+\-_/]{1,20}$/);
        expect(readNumber(written)).toEqual(number);
      }),
    );
  });

  it.each(["FAC-2026-001", "FAC-2026-00001", "FAC-2026-0000", "fac-2026-0001", "FAC-26-0001", "FAC2026-0001", "FACTURE-2026-0001", ""])(
    "is not %s",
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );

  it("comes from the series of what it numbers, counted by year apart from everything else", () => {
    const { settings } = aProvider({ settings: { invoices: { series: "F", creditNoteSeries: "AVO" } } });
    expect((["invoice", "deposit", "balance", "credit-note"] as const).map((kind) => seriesOf(kind, settings))).toEqual([
      "F",
      "F",
      "F",
      "AVO",
    ]);
    expect(counterOf("DEV", yearOf("2026-12-31"))).toBe("invoice:DEV-2026");
  });
});

describe("a series", () => {
  const series = { series: "FAC", year: 2026 };
  const taken = (...ranks: readonly number[]) =>
    ranks.map((rank) => ({
      number: writeNumber({ ...series, rank }),
      rank,
      issuedOn: `2026-12-${String(Math.min(rank, 31)).padStart(2, "0")}`,
    }));
  const found = (...ranks: readonly number[]) =>
    checkSeries({ ...series, taken: taken(...ranks) }).map(({ code, params }) => [code, params]);

  it("is sound when ranks follow each other from 1 on, several a day", () => {
    expect(found()).toEqual([]);
    expect(found(1, 2, 3)).toEqual([]);
    expect(checkSeries({ ...series, taken: taken(1, 2).map((one) => ({ ...one, issuedOn: "2026-12-01" })) })).toEqual([]);
  });

  it("tells every gap with its ends, the first one too", () => {
    expect(found(1, 3)).toEqual([["invoice.number-gap", { first: "FAC-2026-0002", last: "FAC-2026-0002", count: 1 }]]);
    expect(found(3, 7)).toEqual([
      ["invoice.number-gap", { first: "FAC-2026-0001", last: "FAC-2026-0002", count: 2 }],
      ["invoice.number-gap", { first: "FAC-2026-0004", last: "FAC-2026-0006", count: 3 }],
    ]);
  });

  it("tells a number given twice, once", () => {
    expect(found(1, 2, 2, 2, 3)).toEqual([["invoice.number-duplicate", { number: "FAC-2026-0002" }]]);
  });

  it("tells a date that goes back", () => {
    const back = [...taken(1, 2), { number: "FAC-2026-0003", rank: 3, issuedOn: "2026-12-01" }];
    expect(checkSeries({ ...series, taken: back })).toMatchObject([
      {
        code: "invoice.number-not-chronological",
        params: { number: "FAC-2026-0003", issuedOn: "2026-12-01", last: "FAC-2026-0002", lastOn: "2026-12-02" },
      },
    ]);
  });

  it("compares what is kept with what was sealed: what follows an invoice is no change of it", () => {
    const sealed = anIssuedInvoice() as Parameters<typeof checkSeries>[0]["sealed"] extends readonly { sealed: infer S }[] | undefined
      ? S
      : never;
    const followed = anIssuedInvoice({
      status: "paid",
      payments: [{ on: "2027-01-10", amountCents: 119_000, by: "karim", at: "2027-01-10T09:00:00.000Z" }],
    });
    const judged = (kept: typeof followed | undefined) => checkSeries({ ...series, taken: taken(1), sealed: [{ sealed, kept }] });
    expect(judged(followed)).toEqual([]);
    expect(judged(anIssuedInvoice({ title: "Autre", notes: "Merci" }))).toMatchObject([
      { code: "invoice.issued-edited", params: { fields: ["title", "notes"], isGone: false } },
    ]);
    expect(judged(undefined)).toMatchObject([{ params: { number: "FAC-2026-0001", isGone: true } }]);
  });
});
