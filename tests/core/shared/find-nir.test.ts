import { dayOf, findNir, holdsNir, type Path } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aWrittenNir } from "./generators.js";

describe("looking through a whole input", () => {
  const aStep = fc.oneof(
    fc.string({ maxLength: 8 }).filter((key) => !holdsNir(key)),
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom("__proto__", "constructor", "toString", "length", "0"),
  );
  const aPath = fc.array(aStep, { maxLength: 8 });

  function plant(path: Path, leaf: unknown): unknown {
    return path.reduceRight<unknown>((inner, step) => {
      if (typeof step === "number") return [...Array.from({ length: step }, () => ["rien", 12, null]), inner, "après"];
      return { avant: { rien: [true, "06 12 34 56 78"] }, [step]: inner };
    }, leaf);
  }

  it("finds a number planted anywhere, with its right path", () => {
    fc.assert(
      fc.property(aWrittenNir, aPath, (nir, path) => {
        expect(findNir(plant(path, `Dossier ${nir}.`))).toEqual(path);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds one written as a number", () => {
    expect(findNir({ trainee: { id: 1850775123456 } })).toEqual(["trainee", "id"]);
    expect(findNir({ trainee: { id: 185077512345608 } })).toEqual(["trainee", "id"]);
    expect(findNir({ at: 1.5, far: Number.MAX_VALUE, near: -1850775123456, none: Number.NaN })).toBeUndefined();
  });

  it("finds one in a key, and does not repeat it in the path", () => {
    fc.assert(
      fc.property(aWrittenNir, aPath, (nir, path) => {
        expect(findNir(plant(path, { [nir]: "Durand" }))).toEqual(path);
      }),
    );
  });

  it("finds the first of several, in reading order", () => {
    const nir = "1850775123456";
    expect(findNir({ a: ["x", { b: nir }], c: nir })).toEqual(["a", 1, "b"]);
  });

  it("finds nothing where there is nothing", () => {
    const tooShort = fc.string({ maxLength: 12, unit: "grapheme" });
    fc.assert(
      fc.property(fc.object({ key: tooShort, values: [tooShort, fc.boolean(), fc.constant(null), fc.integer()] }), (value) => {
        expect(findNir(value)).toBeUndefined();
      }),
    );
    expect(findNir(dayOf("2026-11-23T10:00:00.000Z", "Europe/Paris"))).toBeUndefined();
  });

  it("looks past the holes of a sparse array", () => {
    const sparse: unknown[] = [];
    sparse[4] = "1850775123456";
    sparse[9] = "fin";
    expect(findNir(sparse)).toEqual([4]);
  });

  it("reaches the bottom of a hundred thousand levels", () => {
    for (const depth of [10_000, 100_000]) {
      let lists: unknown = "1850775123456";
      let objects: unknown = "rien";
      for (let level = 0; level < depth; level++) {
        lists = [lists];
        objects = { dans: objects };
      }
      expect(findNir(lists)).toHaveLength(depth);
      expect(findNir(objects)).toBeUndefined();
    }
  });

  it("goes round a circle once", () => {
    const circle: Record<string, unknown> = { name: "Durand" };
    circle.self = { back: circle };
    expect(findNir(circle)).toBeUndefined();
    circle.nir = ["1850775123456"];
    expect(findNir(circle)).toEqual(["nir", 0]);
  });

  it.each(["1", "1 ", " ", "1 85 07 75 123 45 ", "185077512345600 ", "12 ", "1.-", "2A", "1 85 07 75 123 456 00 ", "99 12 2B "])(
    "reads a million characters of « %s » at once",
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const start = performance.now();
      expect(holdsNir(text)).toBe(false);
      expect(findNir({ notes: `${text}\n1850775123456` })).toEqual(["notes"]);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );

  it("reads a hundred thousand short texts at once", () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({ id: `T-${index}`, name: "Camille Durand" }));
    const start = performance.now();
    expect(findNir({ rows })).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
