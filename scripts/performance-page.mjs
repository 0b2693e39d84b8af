// Writes docs/performance.md: what `npm run bench -- all --keep` measured, on which machine, and how to read it.
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { arch, cpus, platform, release, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));

/** The benches by what they are about, each with what it holds the desk against. */
const parts = {
  "The rules": ["can", "check-a-quote", "overlaps", "reconcile", "reconcile-memory", "bundle"],
  "A command of the desk": ["dispatch", "complete", "scale", "trail", "postgres"],
  "Files that come in": ["lheo", "attendance-import"],
  "Documents and pictures": ["invoices", "picture", "heatmap"],
  "The bot in Discord": ["discord-start", "discord-load"],
};

/** Writes the page from all bars, as the benches reported them. */
export async function keepPage(bars) {
  const known = Object.values(parts).flat();
  const unknown = [...new Set(bars.map(({ bench }) => bench))].filter((bench) => !known.includes(bench));
  if (unknown.length > 0) throw new Error(`Say in scripts/performance-page.mjs where these belong: ${unknown.join(", ")}`);
  const missed = bars.filter(({ passed }) => !passed);
  const lines = [
    "# Performance",
    "",
    "*Written by `npm run bench -- all --keep`: not by hand.*",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)}, nothing else running: ${machine()}. One bare write that the disk acknowledges takes`,
    `${durableWriteMs().toFixed(1)} ms here.`,
    "",
    missed.length === 0
      ? `All ${bars.length} bars are met.`
      : `${bars.length - missed.length} of ${bars.length} bars are met; missed: ${missed.map(({ bar }) => bar).join("; ")}.`,
    "",
    "## How to read it",
    "",
    "Each row is one bar: what was measured, beside its limit, or beside a library that does the same work in the same run on the same data. « p99 » is",
    "what 99 of 100 waited less than, « p50 » what half of them did. Times are those of the clock unless they are « of processor ». Where a row says « median »,",
    "it is the median of several runs. What the desk acknowledges is on the disk: commands include that wait. `npm run bench -- <name>` runs one row's bench",
    "again; a bar that is missed fails the command. Other machines give other figures: the peers tell how to compare.",
    "",
    ...Object.entries(parts).flatMap(([title, benches]) => [
      `## ${title}`,
      "",
      "| What | Measured | Limit or peer | | `npm run bench --` |",
      "| --- | --- | --- | --- | --- |",
      ...bars
        .filter(({ bench }) => benches.includes(bench))
        .map(
          ({ bench, bar, measured, limit, passed }) =>
            `| ${[bar, measured, limit, passed ? "✔" : "✖ missed", `\`${bench}\``].map(cell).join(" | ")} |`,
        ),
      "",
    ]),
  ];
  writeFileSync(page, lines.join("\n"));
  console.error(`Written: ${page}`);
}

function machine() {
  const [first, ...others] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${others.length + 1} cores of ${first?.model.trim() ?? "an unnamed processor"}, ${memory} GB, ${platform()} ${release().split("-")[0]} ${arch()}, Node ${process.versions.node}`;
}

/** Eight kilobytes written and flushed: what every durable command waits for at least. */
function durableWriteMs() {
  const folder = mkdtempSync(join(tmpdir(), "kairos-disk-"));
  const file = openSync(join(folder, "probe"), "w");
  const times = [];
  for (let turn = 0; turn < 200; turn++) {
    const start = performance.now();
    writeSync(file, "x".repeat(8192));
    fsyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  rmSync(folder, { recursive: true });
  return times.toSorted((a, b) => a - b)[times.length / 2] ?? Number.NaN;
}

function cell(text) {
  return text.replaceAll("|", "\\|");
}
