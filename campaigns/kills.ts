import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleProgram } from "../tests/trust/bundle-program.js";
import { livesOf } from "../tests/trust/kills/lives.js";
import { randomFrom } from "../tests/trust/random.js";

/** Every command of the desk, in processes that are killed at random; what is left is what a desk left in peace leaves. */
export const cases = 300;

export async function whole(
  count: number,
  { seed = "1" }: { readonly seed?: string },
): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const start = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "kairos-kills-"));
  const program = await bundleProgram("tests/trust/kills/worker.ts");
  const random = randomFrom(Number(seed));
  const faults: string[] = [];
  const cut = new Set<number>();
  let [kills, inside, keptUnsaid, stories] = [0, 0, 0, 0];
  try {
    const peaceful = join(folder, "peaceful.sqlite");
    const run = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program.file, ...args], {
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    };
    run("live", program.commands, peaceful, "0");
    for (; kills < count && faults.length === 0; stories++) {
      const file = join(folder, `killed-${stories}.sqlite`);
      const lives = await livesOf({
        program: program.file,
        commands: program.commands,
        file,
        kills: count - kills,
        random: () => random.int(1_000_000) / 1_000_000,
      });
      kills += lives.kills;
      inside += lives.inside;
      for (const line of lives.cut) cut.add(line);
      keptUnsaid += lives.keptUnsaid;
      faults.push(...lives.faults, ...(JSON.parse(run("compare", peaceful, file)) as readonly string[]));
      process.stderr.write(`… ${kills} kills\n`);
    }
    const told = `${kills} kills in ${stories} stories, ${inside} of them inside a command, ${cut.size} different lines cut off, ${keptUnsaid} answers lost of work that was kept, in ${Math.round((performance.now() - start) / 1000)} s`;
    return { fault: faults.length === 0 ? undefined : faults.slice(0, 5).join("\n  "), told };
  } finally {
    program.remove();
    await rm(folder, { recursive: true, force: true });
  }
}
