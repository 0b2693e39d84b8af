import { pathToFileURL } from "node:url";
import { bundleProgram } from "../tests/trust/bundle-program.js";
import type { Mutated } from "../tests/trust/mutations/run.js";

/** Almost sound inputs, by seed and number: JSON to every schema, CSV, LHEO and CII files, gateway payloads. `--only=xml --from=42` */
export const cases = 1_000_000;

interface Flags {
  readonly seed?: string;
  readonly from?: string;
  readonly only?: string;
}

export async function whole(
  count: number,
  { seed = "1", from = "0", only }: Flags,
): Promise<{ readonly fault: string | undefined; readonly told: string }> {
  const start = performance.now();
  const program = await bundleProgram("tests/trust/mutations/program.ts");
  try {
    const { play } = (await import(pathToFileURL(program.file).href)) as {
      readonly play: (folder: string, plan: object) => Promise<Mutated>;
    };
    const { read, torn, fault } = await play(program.commands, {
      seed: Number(seed),
      from: Number(from),
      count,
      ...(only !== undefined && { only }),
    });
    for (const [kind, { count: inputs, ms, slowestMs, slowestBytes, largestBytes }] of Object.entries(read)) {
      const size = largestBytes === 0 ? "" : `, ${slowestBytes} bytes; up to ${largestBytes} bytes`;
      process.stdout.write(
        `  ${kind.padEnd(8)} ${inputs} inputs, ${(ms / Math.max(1, inputs)).toFixed(2)} ms each, the slowest ${slowestMs.toFixed(1)} ms${size}\n`,
      );
    }
    process.stdout.write(
      `  of payloads in a form that Discord never sends, ${torn.unread} were refused by discord.js and ${torn.logged} ended in the log\n`,
    );
    const [, number, kind] = /^input (\d+) \((\w+)\)/.exec(fault ?? "") ?? [];
    const again = `npm run campaign -- mutations 1 --seed=${seed} --from=${number} --only=${kind}`;
    return { fault: fault && `${fault}\n  ${again}`, told: `${count} inputs in ${Math.round((performance.now() - start) / 1000)} s` };
  } finally {
    program.remove();
  }
}
