import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { type Simulated, simulate } from "./run.js";

/** What the campaign starts. */
export async function play(folder: string, seed: number, days: number): Promise<Simulated> {
  const progress = (day: number) => void (day > 0 && day % 500 === 0 && process.stderr.write(`… day ${day} of ${days}\n`));
  return simulate({ commands: await loadCommands(folder), seed, days, progress });
}
