import { checkQuote } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dossiers } from "./dossiers.js";
import { faults } from "./faults.js";

const aDossier = fc.constantFrom(...dossiers.map(([, situation]) => situation));
const amount = fc.nat({ max: 500_00 });

describe("a fault planted in any sound dossier is found:", () => {
  it.each(Object.entries(faults))("%s", (_name, { code, plant }) => {
    let planted = 0;
    fc.assert(
      fc.property(aDossier, amount, (situation, by) => {
        const faulty = plant(situation, by);
        if (faulty === undefined) return;
        planted += 1;
        expect(checkQuote(faulty).map((problem) => problem.code)).toContain(code);
      }),
      { numRuns: 200 },
    );
    expect(planted).toBeGreaterThan(0);
  });
});

it("knows at least twenty-five kinds of faults", () => {
  expect(Object.keys(faults).length).toBeGreaterThanOrEqual(25);
});
