import { readdirSync, readFileSync } from "node:fs";
import type { Problem } from "@kairos/core";
import { describe, expect, it } from "vitest";

const core = new URL("../../packages/core/", import.meta.url);
const names = readdirSync(new URL("src/entries/", core))
  .filter((file) => !file.startsWith("common"))
  .map((file) => file.replace(".ts", ""));

describe("a subpath of @kairos/core", () => {
  it("is listed in the manifest, for who works here and for who installs it", () => {
    const manifest = JSON.parse(readFileSync(new URL("package.json", core), "utf8"));
    const paths = [".", ...names.map((name) => `./${name}`), "./package.json"];
    expect(Object.keys(manifest.exports).sort()).toEqual([...paths].sort());
    expect(Object.keys(manifest.publishConfig.exports).sort()).toEqual([...paths].sort());
  });

  it.each(names)("« %s » says each of the problems it can find, in both languages", async (name) => {
    const entry: Readonly<Record<string, unknown>> & { say(problem: Problem, language?: "fr" | "en"): { what: string } } = await import(
      `../../packages/core/src/entries/${name}.ts`
    );
    const codes = Object.values(entry).flatMap((table) => (isTable(table) ? Object.keys(table) : []));
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) {
      const problem = { code, severity: "error", path: [], params: anything } as unknown as Problem;
      for (const language of ["fr", "en"] as const)
        expect(saidBy(() => entry.say(problem, language).what)).not.toMatch(/inconnu : |nknown problem/);
    }
  });
});

/** A table of rules or of refusals: codes, each with its French sentence. */
function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const rows = Object.values(value);
  return rows.length > 0 && rows.every((row) => typeof row === "object" && row !== null && "fr" in row && "source" in row);
}

/** Params that no rule gave: a sentence may then fail to be made, which is not what is asked here. */
const anything: unknown = {};

function saidBy(say: () => string): string {
  try {
    return String(say());
  } catch {
    return "";
  }
}
