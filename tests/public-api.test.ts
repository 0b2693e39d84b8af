import { existsSync, readFileSync } from "node:fs";
import { catalogue } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { goneUntold } from "./public-api/changelog.js";
import { exportsOf, readExports, writeExports } from "./public-api/exports.js";

const root = new URL("../", import.meta.url);
const changelog = readFileSync(new URL("CHANGELOG.md", root), "utf8");
const recorded = (file: string) => {
  const url = new URL(`tests/${file}`, root);
  return existsSync(url) ? readFileSync(url, "utf8") : "";
};
const toldHow =
  'Put it back, or say it in CHANGELOG.md: `name` under "### Removed", or `name` → `newName` under "### Changed". Whoever imports it must know.';
const recordHow = "Something new is public: record it with `npx vitest run tests/public-api.test.ts -u`, and add a line to CHANGELOG.md.";

/** What others build on. The lists only grow: what is gone stays there, and stands in the changelog. */
describe.each(["core", "pdf"])("@kairos/%s", (name) => {
  const folder = new URL(`packages/${name}/`, root);
  const { exports } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as { exports: Record<string, string> };
  const now = new Map(
    Object.entries(exports)
      .filter(([, file]) => file.endsWith(".ts"))
      .map(([path, file]) => [path.replace("./", ""), exportsOf(new URL(file, folder))]),
  );
  const before = readExports(recorded(`public-api/${name}.txt`));

  it("loses no export without a word in the changelog", () => {
    for (const [path, names] of before) {
      const from = `@kairos/${name}${path === "." ? "" : `/${path}`}`;
      expect(goneUntold(names, now.get(path) ?? new Set(), changelog), `gone from ${from}. ${toldHow}`).toEqual([]);
    }
  });

  it("exports what is recorded", async () => {
    const all = new Map(
      [...before.keys(), ...now.keys()].map((path) => [path, new Set([...(before.get(path) ?? []), ...(now.get(path) ?? [])])]),
    );
    await expect(writeExports(all), recordHow).toMatchFileSnapshot(`./public-api/${name}.txt`);
  });

  it("exports at run time what its source says", async () => {
    for (const [path, names] of now) {
      const given = Object.keys(await import(new URL(exports[path === "." ? "." : `./${path}`] ?? "", folder).pathname));
      expect(given.sort(), path).toEqual([...names].filter((one) => !one.startsWith("type ")).sort());
    }
  });
});

/** Codes are permanent: never renamed, never reused. */
describe("the codes that @kairos/core raises", () => {
  const now = new Set(Object.values(catalogue).flatMap((table) => Object.keys(table)));
  const before = recorded("problem-codes.txt").split("\n").filter(Boolean);

  it("are never retired without a word in the changelog", () => {
    expect(goneUntold(before, now, changelog), `retired. ${toldHow}`).toEqual([]);
  });

  it("are recorded", async () => {
    await expect(`${[...new Set([...before, ...now])].sort().join("\n")}\n`, recordHow).toMatchFileSnapshot("./problem-codes.txt");
  });
});

describe("what is gone", () => {
  const now = new Set(["checkQuote", "type Quote"]);
  const gone = (text: string) => goneUntold(["checkQuote", "judgeQuote", "type Devis"], now, `# Changelog\n\n## [Unreleased]\n\n${text}`);

  it.each([
    ["nothing says it", "### Added\n\n- `judgeQuote`, `Devis`", ["judgeQuote", "type Devis"]],
    ["it is removed", "### Removed\n\n- `judgeQuote` and the type `Devis`.", []],
    ["it is renamed", "### Changed\n\n- `judgeQuote` → `checkQuote`; `Devis` → `Quote`.", []],
    ["it is said to change, and is not there", "### Changed\n\n- `judgeQuote` takes a day; `Devis`.", ["judgeQuote", "type Devis"]],
    ["its new name is not there either", "### Changed\n\n- `judgeQuote` → `checkDevis`", ["judgeQuote", "type Devis"]],
    ["an older version says it", "### Added\n\n- More.\n\n## [0.1.0]\n\n### Removed\n\n- `judgeQuote`, `Devis`", []],
  ])("is told or not: %s", (_when, text, expected) => {
    expect(gone(text)).toEqual(expected);
  });
});
