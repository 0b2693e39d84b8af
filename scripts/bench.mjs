// Bundles each bench/*.ts from source, runs them one after the other and prints one table. Fails when a bar is missed.
// `npm run bench` runs the short ones; `npm run bench -- trail` those whose name begins so, however long; `-- all` all, and
// `-- all --keep` writes the table into docs/performance.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { commandsInOne } from "../packages/bot/commands-in-one.mjs";
import { keepPage } from "./performance-page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const helpers = [
  "report.ts",
  "discord.ts",
  "large-desk.ts",
  "long-trail.ts",
  "picture-samples.ts",
  "heatmap-samples.ts",
  "heatmap-svg.ts",
  "invoice-peers.ts",
  "reconcile-samples.ts",
];
const long = ["discord-load.ts", "postgres.ts", "trail.ts", "scale.ts"];
const keeps = process.argv.includes("--keep");
const wanted = process.argv.slice(2).filter((one) => one !== "--keep");
if (keeps && wanted.join() !== "all") throw new Error("Only a table of all is kept: npm run bench -- all --keep");
const files = readdirSync(join(root, "bench"))
  .filter((file) => file.endsWith(".ts") && !helpers.includes(file))
  .filter((file) => (wanted.length === 0 ? !long.includes(file) : wanted.some((name) => name === "all" || file.startsWith(name))));

// Where the bot's own packages are found: those with binaries, and esbuild, stay outside the bundle.
const folder = mkdtempSync(join(root, "packages/bot/node_modules", ".bench-"));
const external = [
  "esbuild",
  "vitest",
  "knex",
  "pg",
  "sqlite3",
  "better-sqlite3",
  "discord.js",
  "@resvg/resvg-js",
  "write-excel-file",
  // Each reads files of its own beside its code.
  "pdfkit",
  "pdfmake",
  "pdf-lib",
  "@pdf-lib/fontkit",
  "@react-pdf/renderer",
  "react",
];
const bars = [];
let broken = 0;
try {
  for (const file of files) {
    process.stderr.write(`… ${file}\n`);
    const outfile = join(folder, `${basename(file, ".ts")}.mjs`);
    await build({
      entryPoints: [join(root, "bench", file)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "error",
      external,
      plugins: [commandsInOne],
      alias: Object.fromEntries(["core", "pdf"].map((name) => [`@kairos/${name}`, join(root, "packages", name, "src/index.ts")])),
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    });
    const run = spawnSync(process.execPath, [outfile], {
      encoding: "utf8",
      env: { ...process.env, KAIROS_ROOT: root },
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (run.status !== 0) broken += 1;
    bars.push(
      ...run.stdout
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => ({ bench: basename(file, ".ts"), ...JSON.parse(line) })),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const rows = [
  ["bar", "measured", "limit", "verdict"],
  ...bars.map((bar) => [bar.bar, bar.measured, bar.limit, bar.passed ? "✔ passed" : "✖ missed"]),
];
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join("  "));
if (keeps && broken === 0) await keepPage(bars);
if (broken > 0) console.error(`${broken} benchmark(s) did not run to the end.`);
process.exitCode = broken > 0 || bars.some((bar) => !bar.passed) ? 1 : 0;
