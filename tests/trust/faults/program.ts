import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { installFaults } from "../driver.js";
import { inFolder } from "../folder.js";
import { wholeStory } from "../story.js";
import { type Played, playUnderFaults } from "./play.js";

/** What the campaign starts: the whole story, or its lines that contain some words. */
export async function play(commandFolder: string, only: string): Promise<Played & { readonly missing: readonly string[] }> {
  const restore = installFaults();
  try {
    const commands = await loadCommands(commandFolder);
    const progress = (line: string, rank: number) => void (rank % 20 === 0 && process.stderr.write(`… ${rank}: ${line.slice(0, 60)}\n`));
    const tried = (line: string) => line.includes(only);
    const played = await inFolder((folder) => playUnderFaults({ commands, folder, transcript: wholeStory(), tried, progress }));
    return { ...played, missing: [...commands.keys()].filter((path) => !played.paths.has(path)) };
  } finally {
    restore();
  }
}
