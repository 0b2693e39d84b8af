import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { isCommandFile } from "./src/load-commands.js";

/** Puts every command into the program, where its source reads them from their folder: a start reads a few files then. */
export const commandsInOne: Plugin = {
  name: "commands-in-one",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]command-folder\.ts$/ }, ({ path }) => {
      const folder = join(dirname(path), "commands");
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
      const commands = files.filter(isCommandFile).sort();
      const contents = [
        ...commands.map((file, index) => `import * as command${index} from ${JSON.stringify(`./commands/${file}`)};`),
        `export const commandModules = {${commands.map((file, index) => `${JSON.stringify(file)}: command${index}`).join(", ")}};`,
      ];
      return { contents: contents.join("\n"), loader: "ts", resolveDir: dirname(path) };
    });
  },
};
