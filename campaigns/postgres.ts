import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../tests/bot/bundle.js";
import { bundleProgram } from "../tests/trust/bundle-program.js";

/** So many bots killed on one PostgreSQL database, its server made to fall, a large file moved there. */
export const cases = 100;

export async function whole(count: number): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const folder = mkdtempSync(join(tmpdir(), "kairos-postgres-"));
  const long = await bundleProgram("tests/bot/store/postgres-long.ts");
  try {
    const writer = join(folder, "writer.mjs");
    await bundle(pathToFileURL(resolve("tests/bot/store/writer.ts")), writer);
    const { stdout, stderr, status } = spawnSync(process.execPath, [long.file, long.commands, writer, String(count)], { encoding: "utf8" });
    if (status !== 0) return { fault: stderr.slice(-2000), told: "it broke" };
    const { fault, told } = JSON.parse(stdout) as { fault?: string; told: string };
    return { fault, told };
  } finally {
    long.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
