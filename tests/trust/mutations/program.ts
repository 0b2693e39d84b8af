import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { type InputKind, type Mutated, mutate } from "./run.js";

/** What the campaign starts. */
export async function play(
  folder: string,
  plan: { readonly seed: number; readonly from: number; readonly count: number; readonly only?: InputKind },
): Promise<Mutated> {
  return mutate({ commands: await loadCommands(folder), ...plan });
}
