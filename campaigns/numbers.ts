import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../tests/bot/bundle.js";
import { faultIn, numbersUnderKills } from "../tests/bot/numbers-killed.js";

/** Ten thousand invoices of one file issued by four processes, each killed again and again: no gap, no double, nothing lost. */
export const cases = 10_000;

export async function whole(count: number): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const folder = await mkdtemp(join(tmpdir(), "kairos-numbers-"));
  try {
    const writer = join(folder, "writer.mjs");
    await bundle(pathToFileURL(resolve("tests/bot/numbers-writer.ts")), writer);
    // Ten minutes are ten days of the office: New Year comes in the middle.
    const run = await numbersUnderKills({
      writer,
      file: join(folder, "desk.sqlite"),
      count,
      kills: count / 100,
      longest: 20_000,
      speed: 1440,
    });
    const { checked, kills, refused, failed, seededMs, issuedMs } = run;
    const seconds = Math.round(issuedMs / 1000);
    const told = `${Object.keys(checked.numbers).length} numbers over ${checked.days} days, ${kills} kills, ${refused.length} refused, ${failed} failed, ${seconds} s (and ${Math.round(seededMs / 1000)} s to prepare)`;
    return { fault: faultIn(run, count), told };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
