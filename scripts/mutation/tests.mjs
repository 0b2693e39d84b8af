// The tests of an area and the mutated core in one script, so that it can be evaluated again in a tenth of a second.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Script } from "node:vm";
import * as runner from "@vitest/runner";
import { build } from "esbuild";
import fc from "fast-check";
import { expect } from "./expect.mjs";

// The same cases for every mutant, or two scores could not be compared.
fc.configureGlobal({ seed: 7 });

/** Makes the script of the tests whose path begins so: `files`, and what evaluates it anew and answers the tests of one file after another. */
export async function scriptOf(beginnings) {
  const root = process.cwd();
  const files = readdirSync(join(root, "tests"), { recursive: true })
    .filter((file) => file.endsWith(".test.ts") && beginnings.some((beginning) => file.startsWith(beginning)))
    .map((file) => join(root, "tests", file))
    .sort();
  const contents = `exports.load = {${files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(file)}),`).join("\n")}};`;
  const packages = ["core", "bot", "pdf"].map((name) => join(root, "../../packages", name, "node_modules"));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
    external: ["vitest", "fast-check", "esbuild"],
    nodePaths: packages,
    alias: { "@kairos/core": join(root, "packages/core/src/index.ts") },
    // Instrumented code is slower than the real one: no test may fail for that.
    define: { "performance.now": "standingClock", "Date.now": "standingClock" },
    plugins: [{ name: "addresses", setup: (part) => part.onLoad({ filter: /\.test\.ts$/ }, whereItStands) }],
  });
  const script = new Script(`(exports, require, standingClock) => {${outputFiles[0].text}\n}`, { filename: "tests-of-the-area.cjs" });
  return { files, evaluate: () => evaluated(script) };
}

function whereItStands({ path }) {
  const contents = readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
  return { contents, loader: "ts" };
}

const vitest = { describe: runner.describe, it: runner.it, expect, expectTypeOf: typesAreForTheCompiler };
const required = createRequire(import.meta.url);

function evaluated(script) {
  const { exports } = { exports: {} };
  script.runInThisContext()(
    exports,
    (name) => (name === "vitest" ? vitest : name === "fast-check" ? { __esModule: true, default: fc, ...fc } : required(name)),
    () => 0,
  );
  const config = {
    root: process.cwd(),
    setupFiles: [],
    sequence: {},
    testTimeout: 0,
    hookTimeout: 0,
    tags: [],
    includeTaskLocation: false,
  };
  return async (path) => {
    const [file] = await runner.collectTests([path], { config, importFile: (one) => exports.load[one](), pool: "none" });
    if (file.result?.state === "fail") throw file.result.errors[0];
    return testsIn(file, path, []);
  };
}

function testsIn(suite, file, above) {
  return suite.tasks.flatMap((task) => {
    const names = [...above, task.name];
    return task.type === "suite" ? testsIn(task, file, names) : [{ file, name: names.join(" › "), run: runner.getFn(task) }];
  });
}

function typesAreForTheCompiler() {
  return new Proxy(() => undefined, {
    get: (_, key) => (key === "then" ? undefined : typesAreForTheCompiler()),
    apply: typesAreForTheCompiler,
  });
}
