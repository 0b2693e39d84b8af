import type { Plugin } from "esbuild";

/** Puts every command into the program, where its source reads them from their folder: a start reads a few files then. */
export const commandsInOne: Plugin;
