import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { installFaults } from "../driver.js";
import { wholeStory } from "../story.js";
import { type Played, playUnderFaults } from "./play.js";

/** What the campaign starts: the whole tour, or its lines that contain some words. */
export async function play(commandFolder: string, only: string): Promise<Played & { readonly missing: readonly string[] }> {
  const folder = await mkdtemp(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "kairos-faults-"));
  const restore = installFaults();
  try {
    const commands = await loadCommands(commandFolder);
    const progress = (line: string, rank: number) => void (rank % 20 === 0 && process.stderr.write(`… ${rank}: ${line.slice(0, 60)}\n`));
    const played = await playUnderFaults({ commands, folder, transcript: wholeStory(), tried: (line) => line.includes(only), progress });
    return { ...played, missing: [...commands.keys()].filter((path) => !played.paths.has(path)) };
  } finally {
    restore();
    await rm(folder, { recursive: true, force: true });
  }
}
