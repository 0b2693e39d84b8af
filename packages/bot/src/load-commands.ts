import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command, Commands, LoadedCommand } from "./command.js";

/** Reads the command folder: one file, one command. Throws on a file that is not one. */
export async function loadCommands(folder: string): Promise<Commands> {
  const commands = new Map<string, LoadedCommand>();
  for (const noun of (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    for (const file of (await readdir(join(folder, noun))).filter(isCommandFile).sort()) {
      const module = (await import(pathToFileURL(join(folder, noun, file)).href)) as { default?: unknown };
      if (!isCommand(module.default)) throw new Error(`${noun}/${file} does not export a command by default`);
      const verb = module.default.words.fr[0];
      const path = noun === verb ? noun : `${noun} ${verb}`;
      commands.set(path, { ...module.default, noun, verb, path });
    }
  }
  return commands;
}

function isCommandFile(name: string): boolean {
  return /^[a-z][a-z-]*\.(js|ts)$/.test(name);
}

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "run" in value && "words" in value && "needs" in value && "options" in value;
}
