import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { families, heldByTheDesk } from "./families/index.js";

const root = new URL("../../", import.meta.url);
const planted = new Set(Object.values(families).flatMap((faults) => Object.keys(faults)));

describe("what only the desk decides", () => {
  it.each(Object.entries(heldByTheDesk))("%s is held by %s", async (code, path) => {
    expect(path).toMatch(/^tests\/(bot|journeys)\/.*\.test\.ts$/);
    expect(await readFile(new URL(path, root), "utf8")).toContain(`"${code}"`);
    expect(planted, "planted in the corpus too").not.toContain(code);
  });
});
