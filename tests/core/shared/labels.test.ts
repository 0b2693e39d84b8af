import * as core from "@kairos/core";
import { describe, expect, it } from "vitest";

/** Every table of words that core gives to fronts: by what it names, in both languages. */
const tables = Object.entries(core).filter(([name]) => /(Labels|Meanings)$/.test(name)) as [string, object][];

it("there are words for people in many tables", () => {
  expect(tables.length).toBeGreaterThan(20);
});

describe.each(tables)("%s", (_, table) => {
  it("has each of its words in French and in English, and no two of them alike", () => {
    const labels = Object.values(table).filter((label) => typeof label === "object");
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toEqual({ fr: expect.stringMatching(/\p{L}/u), en: expect.stringMatching(/\p{L}/u) });
    for (const language of ["fr", "en"] as const) {
      const words = labels.map((label) => label[language]);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
