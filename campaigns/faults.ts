import { pathToFileURL } from "node:url";
import { bundleProgram } from "../tests/trust/bundle-program.js";
import type { Played } from "../tests/trust/faults/play.js";

/** Every statement of every command fails once: full disk, busy file, I/O error. `--only=facture`: the lines that say so. */
export const cases = 1;

export async function whole(
  _count: number,
  { only = "" }: { readonly only?: string },
): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const start = performance.now();
  const program = await bundleProgram("tests/trust/faults/program.ts");
  try {
    const { play } = (await import(pathToFileURL(program.file).href)) as {
      readonly play: (folder: string, only: string) => Promise<Played & { readonly missing: readonly string[] }>;
    };
    const { lines, paths, missing, tally, mostStatements, faults } = await play(program.commands, only);
    const rows = Object.entries(tally).map(([way, { met, before, after }]) => [way, met, before, after]);
    for (const [way, met, before, after] of [["way", "faults met", "before", "after"], ...rows])
      process.stdout.write(
        `  ${String(way).padEnd(26)}${String(met).padStart(12)}${String(before).padStart(10)}${String(after).padStart(10)}\n`,
      );
    if (only === "" && missing.length > 0) process.stdout.write(`  not in the story: ${missing.join(", ")}\n`);
    for (const fault of faults.slice(0, 20)) process.stdout.write(`  ✖ ${fault}\n`);
    const seconds = Math.round((performance.now() - start) / 1000);
    return {
      fault: faults.length === 0 ? undefined : `${faults.length} faults`,
      told: `${lines} lines, ${paths.size} commands, up to ${mostStatements} statements, in ${seconds} s`,
    };
  } finally {
    program.remove();
  }
}
