import type { ProblemCode } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { families } from "./families/index.js";
import { corpus, type Fault, seeded } from "./seeded.js";

const wanted = 5;
const rows = Object.entries(families).flatMap(([family, faults]) =>
  Object.entries(faults).map(([code, fault]) => ({ family, code: code as ProblemCode, fault: fault as Fault })),
);

it("has at least fifty dossiers", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(50);
});

describe("five faults of one kind, each planted in another sound dossier, are all found:", () => {
  it.each(rows)("$family: $code", ({ code, fault }) => {
    const planted = seeded(code, fault, wanted);
    expect(new Set(planted.map(({ dossier }) => dossier)).size, "dossiers with room for it").toBe(wanted);
    expect(new Set(planted.map(({ faulty }) => JSON.stringify(faulty))).size, "faults that differ").toBe(wanted);
    for (const { dossier, seed, before, after } of planted) {
      expect(before, `${dossier} before the fault of seed ${seed}`).toEqual([]);
      expect(
        after.map((problem) => problem.code),
        `${dossier}, seed ${seed}`,
      ).toContain(code);
    }
  });
});
