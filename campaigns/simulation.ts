import { pathToFileURL } from "node:url";
import { bundleProgram } from "../tests/trust/bundle-program.js";
import type { Simulated } from "../tests/trust/simulation/run.js";

/** Days of a provider by seed: people who work, crashes, clocks that jump, deliveries that come twice. `--seed=7 --days=10000`. */
export const cases = 10_000;

interface Flags {
  readonly seed?: string;
  readonly days?: string;
}

export async function whole(
  count: number,
  { seed = "1", days }: Flags,
): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const program = await bundleProgram("tests/trust/simulation/program.ts");
  try {
    const { play } = (await import(pathToFileURL(program.file).href)) as {
      readonly play: (folder: string, seed: number, days: number) => Promise<Simulated>;
    };
    const { fault, told, figures, steps, seconds, ...rest } = await play(program.commands, Number(seed), Number(days ?? count));
    const rows = {
      seed,
      days: rest.days,
      steps,
      seconds: Math.round(seconds),
      ...told,
      outcomes: JSON.stringify(told.outcomes),
      ...figures,
    };
    process.stdout.write(
      `${Object.entries(rows)
        .filter(([name]) => name !== "refusals")
        .map(([name, value]) => `  ${name.padEnd(14)} ${value}`)
        .join("\n")}\n`,
    );
    if (process.env.REFUSALS !== undefined)
      process.stdout.write(
        `${Object.entries(told.refusals)
          .sort(([, a], [, b]) => b - a)
          .slice(0, 60)
          .map(([code, n]) => `  ${n} ${code}`)
          .join("\n")}\n`,
      );
    const again = `npm run campaign -- simulation --seed=${seed} --days=${rest.days + 1}`;
    return {
      fault: fault && `seed ${seed}, ${fault}\n  ${again}`,
      told: `${rest.days} days and ${steps} steps in ${Math.round(seconds)} s`,
    };
  } finally {
    program.remove();
  }
}
