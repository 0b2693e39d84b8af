import { maskText } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ordinary, planted } from "./masking-texts.js";

const context = {
  people: [
    { firstName: "Camille", lastName: "Durand" },
    { firstName: "Noé", lastName: "Lefèvre" },
  ],
  spared: ["99900014400017", "75331234533", "999 000 144 00017"],
};

describe("what leaves the desk", () => {
  it("holds nothing of five thousand planted secrets", () => {
    const missed: string[] = [];
    const sentence = fc.tuple(fc.constantFrom(...ordinary), planted, fc.constantFrom(...ordinary));
    for (const [before, [secret, text], after] of fc.sample(sentence, { numRuns: 5000, seed: 1 })) {
      const shown = maskText(`${before} ${text} ${after}`, context).text;
      if (shown.includes(secret)) missed.push(`${secret} in ${text}`);
    }
    expect(missed).toEqual([]);
  });

  it("is left as it was when it is ordinary: at most one text in a hundred is touched", () => {
    const texts = fc.sample(fc.array(fc.constantFrom(...ordinary), { minLength: 1, maxLength: 4 }), { numRuns: 5000, seed: 2 });
    const touched = texts.map((parts) => parts.join(" ")).filter((text) => maskText(text, context).text !== text);
    expect([...new Set(touched)].slice(0, 5)).toEqual([]);
    expect(touched.length).toBeLessThanOrEqual(50);
  });
});
