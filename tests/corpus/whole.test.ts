import { catalogue } from "@kairos/core";
import { expect, it } from "vitest";
import { families, heldByTheDesk } from "./families/index.js";

it("every public code is planted in the corpus, or held by a test of the desk", () => {
  const known = new Set([...Object.values(families).flatMap((faults) => Object.keys(faults)), ...Object.keys(heldByTheDesk)]);
  expect(
    Object.values(catalogue)
      .flatMap((table) => Object.keys(table))
      .filter((code) => !known.has(code)),
  ).toEqual([]);
});
