import { quoteSchema, siretSchema } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aQuote } from "../../examples/index.js";

describe("a compiled object schema", () => {
  it("reads exactly what the plain one reads, faults included", () => {
    const fields = Object.keys(aQuote());
    const change = fc.record({
      field: fc.constantFrom(...fields, "unknown", "__proto__"),
      value: fc.oneof(fc.jsonValue(), fc.constant(undefined)),
      drop: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const input: Record<string, unknown> = { ...aQuote() };
        for (const { field, value, drop } of changes) {
          if (drop) delete input[field];
          else Object.defineProperty(input, field, { value, enumerable: true, configurable: true, writable: true });
        }
        const compiled = quoteSchema.safeParse(input);
        const plain = quoteSchema.safeParse(input, { jitless: true });
        expect(compiled.success).toBe(plain.success);
        expect(compiled.data).toEqual(plain.data);
        expect(compiled.error?.issues).toEqual(plain.error?.issues);
      }),
      { numRuns: 2000 },
    );
  });

  // `parse` is no witness: zod takes a wrapper out of it once a plain parse has shown that nothing refers to itself.
  it("is the one that runs", () => {
    expect(String(quoteSchema._zod.run)).toContain("jitless");
    expect(String(siretSchema._zod.run)).not.toContain("jitless");
  });
});
