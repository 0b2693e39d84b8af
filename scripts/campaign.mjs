// Runs each campaigns/*.ts: a property over many random cases, each from its own seed, or one long case. `npm run campaign` runs them all;
// `-- reconciliation` those whose name begins so; `-- reconciliation 1000 42`: so many cases, from that seed on; `-- simulation --seed=7`: what a long case asks for.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2);
const [wanted = "", most, first = "1"] = given.filter((one) => !one.startsWith("--"));
const flags = Object.fromEntries(given.filter((one) => one.startsWith("--")).map((one) => one.slice(2).split("=")));
const folder = mkdtempSync(join(root, "node_modules", ".campaign-"));

try {
  for (const file of readdirSync(join(root, "campaigns")).filter((name) => name.endsWith(".ts") && name.startsWith(wanted))) {
    const outfile = join(folder, `${basename(file, ".ts")}.mjs`);
    await build({
      entryPoints: [join(root, "campaigns", file)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "error",
      alias: { "@kairos/core": join(root, "packages/core/src/index.ts") },
      external: ["esbuild"],
    });
    const { cases, fault, whole } = await import(pathToFileURL(outfile).href);
    if (whole === undefined) run(basename(file, ".ts"), fault, Number(first), Number(most ?? cases));
    else await runWhole(basename(file, ".ts"), whole, Number(most ?? cases));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(name, fault, from, count) {
  const start = Date.now();
  for (let seed = from; seed < from + count; seed++) {
    const found = outcome(fault, seed);
    if (found !== undefined) {
      console.error(`✖ ${name}: seed ${seed}: ${found}\n  npm run campaign -- ${name} 1 ${seed}`);
      process.exitCode = 1;
      return;
    }
    const done = seed - from + 1;
    if (done % 100_000 === 0) process.stderr.write(`… ${name}: ${done} of ${count}\n`);
  }
  console.log(`✔ ${name}: ${count} cases in ${Math.round((Date.now() - start) / 1000)} s, seeds ${from} to ${from + count - 1}`);
}

/** One long case of its own: `whole(count, flags)` tells what it did, and what is wrong. */
async function runWhole(name, whole, count) {
  const { fault, told } = await whole(count, flags);
  if (fault !== undefined) process.exitCode = 1;
  console.log(fault === undefined ? `✔ ${name}: ${told}` : `✖ ${name}: ${fault} (${told})`);
}

function outcome(fault, seed) {
  try {
    return fault(seed);
  } catch (error) {
    return error.stack;
  }
}
