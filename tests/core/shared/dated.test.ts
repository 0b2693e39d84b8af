import { type DatedValue, inForce } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aDay, isoOf } from "./generators.js";

const row = (from: string, value: number): DatedValue<number> => ({ from, value, source: "desk-practice" });

describe("a figure in force", () => {
  const figures = [row("2024-06-21", 450), row("2019-01-01", 400), row("2027-01-01", 500)];

  it("is the latest one begun by then", () => {
    expect(inForce(figures, "2026-11-23")).toBe(450);
    expect(inForce(figures, "2024-06-20")).toBe(400);
    expect(inForce(figures, "2030-01-01")).toBe(500);
  });

  it("begins on its very day", () => {
    expect(inForce(figures, "2024-06-21")).toBe(450);
    expect(inForce(figures, "2026-12-31")).toBe(450);
    expect(inForce(figures, "2027-01-01")).toBe(500);
  });

  it("is unknown before the first row, and without rows", () => {
    expect(inForce(figures, "2018-12-31")).toBeUndefined();
    expect(inForce([], "2026-11-23")).toBeUndefined();
  });

  it("may be zero or false", () => {
    expect(inForce([row("2019-01-01", 0)], "2020-01-01")).toBe(0);
    expect(inForce([{ from: "2019-01-01", value: false, source: "desk-practice" }], "2020-01-01")).toBe(false);
  });

  it("is the first written of two rows of one day", () => {
    expect(inForce([row("2019-01-01", 400), row("2019-01-01", 450)], "2026-11-23")).toBe(400);
  });

  it("does not depend on the order of the rows", () => {
    const rows = fc.uniqueArray(aDay.map(isoOf), { minLength: 1, maxLength: 12 }).map((days) => days.map((day, index) => row(day, index)));
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, aDay.map(isoOf), ([written, mixed], on) => {
        const sorted = [...written].sort((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => from <= on);
        expect(inForce(mixed, on)).toBe(sorted.at(-1)?.value);
        expect(inForce(written, on)).toBe(inForce(mixed, on));
      }),
    );
  });
});
