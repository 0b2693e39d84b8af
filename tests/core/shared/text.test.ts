import { excerpt, fold } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("folding", () => {
  it.each([
    ["Pâtisserie", "patisserie"],
    ["CŒUR", "coeur"],
    ["Ægide", "aegide"],
    ["  deux\u00a0\u202f mots\n", "deux mots"],
    ["L’accueil", "l'accueil"],
    ["e\u0301te\u0301", "ete"],
    ["ÉTÉ", "ete"],
    ["Çà et là", "ca et la"],
    ["👩‍🍳 Cuisine", "👩‍🍳 cuisine"],
    ["", ""],
  ])("makes « %s » comparable", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("does nothing twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it("sees the same text in capitals, decomposed, or with other blanks", () => {
    const words = fc.array(fc.constantFrom("élève", "L'œuvre", "naïf", "CACES", "à", "forêt"), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join(" ");
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.normalize("NFD"))).toBe(fold(text));
        expect(fold(` ${all.join("\u00a0\n ")} `)).toBe(fold(text));
      }),
    );
  });
});

describe("an excerpt", () => {
  it("is the whole of a short text, its blanks tidied", () => {
    expect(excerpt("  Frais\n  d'examen ")).toBe("Frais d'examen");
    expect(excerpt("x".repeat(40))).toBe("x".repeat(40));
    expect(excerpt("")).toBe("");
  });

  it("is cut with a mark when the text is longer", () => {
    expect(excerpt("x".repeat(41))).toBe(`${"x".repeat(39)}…`);
    expect(excerpt("Frais d'examen", 6)).toBe("Frais…");
  });

  it("never cuts an emoji in two", () => {
    expect(excerpt("🎄".repeat(40))).toBe("🎄".repeat(40));
    expect(excerpt("🎄".repeat(41))).toBe(`${"🎄".repeat(39)}…`);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), fc.integer({ min: 1, max: 60 }), (text, length) => {
        const short = excerpt(text, length);
        expect([...short].length).toBeLessThanOrEqual(length);
        expect(() => encodeURIComponent(short)).not.toThrow();
      }),
    );
  });

  it("answers at once to megabytes, and says that it cut", () => {
    for (const piece of ["x", " ", "🎄", "a ", "\n\n"]) {
      const start = performance.now();
      const short = excerpt(`a${piece.repeat(2_000_000)}z`);
      expect(short.endsWith("…")).toBe(true);
      expect([...short].length).toBeLessThanOrEqual(40);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
