import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command, Commands, LoadedCommand } from "./command.js";

/** What each file of the command folder exports, by its path there: `devis/verifier.ts`. */
export type CommandModules = Readonly<Record<string, { readonly default?: unknown }>>;

/** Reads the command folder: one file, one command. Throws on a file that is not one. */
export async function loadCommands(folder: string): Promise<Commands> {
  return commandsIn(await modulesIn(folder));
}

export function commandsIn(modules: CommandModules): Commands {
  return new Map(
    Object.entries(modules).map(([file, module]): [string, LoadedCommand] => {
      if (!isCommand(module.default)) throw new Error(`${file} does not export a command by default`);
      const [noun = ""] = file.split("/");
      const verb = module.default.words.fr[0];
      const path = noun === verb ? noun : `${noun} ${verb}`;
      return [path, { ...module.default, noun, verb, path }];
    }),
  );
}

/** Noun by noun, in the order of the alphabet. */
export async function modulesIn(folder: string): Promise<CommandModules> {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll("\\", "/")).filter(isCommandFile);
  const modules = files.sort().map(async (file) => [file, await import(pathToFileURL(join(folder, file)).href)] as const);
  return Object.fromEntries(await Promise.all(modules));
}

function isCommandFile(path: string): boolean {
  return /^[a-z][a-z-]*\/[a-z][a-z-]*\.(js|ts)$/.test(path);
}

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "run" in value && "words" in value && "needs" in value && "options" in value;
}
