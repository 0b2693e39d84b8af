import { catalogue } from "@kairos/core";
import { expect, it } from "vitest";
import { problemTitles } from "../../packages/bot/src/dossiers/problem-titles.js";

it("every problem has a title of a few words in each language, for where only its code is kept", () => {
  const codes = Object.values(catalogue).flatMap((rules) => Object.keys(rules));
  expect(Object.keys(problemTitles).sort()).toEqual([...new Set(codes)].sort());
  for (const [code, { fr, en }] of Object.entries(problemTitles)) {
    for (const title of [fr, en]) expect(title, code).toMatch(/^(?=.{4,45}$)[^.:;]*[^.:; ]$/);
    expect(fr, code).not.toBe(en);
  }
});
