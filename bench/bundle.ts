import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median, report } from "./report.js";

const root = process.env.KAIROS_ROOT ?? process.cwd();
const folder = mkdtempSync(join(tmpdir(), "kairos-bundle-"));
try {
  const whole = await bundleOf("packages/core/src/index.ts");
  const code = await bundleOf("packages/core/src/entries/quotes.ts");
  report({
    bar: "@kairos/core/quotes in one file, zod included, minified",
    measured: `${sizeOf(code)} (the whole of @kairos/core: ${sizeOf(whole)})`,
    limit: "≤ 55 kB gzip",
    passed: gzipped(code) <= 55_000,
  });

  const core = join(folder, "core.mjs");
  const bare = join(folder, "bare.mjs");
  writeFileSync(core, whole);
  writeFileSync(bare, "");
  spawn(core);
  spawn(bare);
  const spent: Record<"core" | "bare", number[]> = { core: [], bare: [] };
  for (let turn = 0; turn < 15; turn++) {
    spent.bare.push(spawn(bare));
    spent.core.push(spawn(core));
  }
  const added = median(spent.core) - median(spent.bare);
  report({
    bar: "start: node importing @kairos/core, beside bare node",
    measured: `+ ${added.toFixed(0)} ms (${median(spent.core).toFixed(0)} ms, bare ${median(spent.bare).toFixed(0)} ms)`,
    limit: "≤ 60 ms",
    passed: added <= 60,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bundleOf(entry: string): Promise<Uint8Array> {
  const bundled = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
    logLevel: "error",
  });
  return bundled.outputFiles[0]?.contents ?? new Uint8Array();
}

function gzipped(code: Uint8Array): number {
  return gzipSync(code, { level: 9 }).length;
}

function sizeOf(code: Uint8Array): string {
  return `${(gzipped(code) / 1000).toFixed(1)} kB gzip`;
}

function spawn(file: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}
