import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

export const commandsInOne = {
  name: "commands-in-one",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]command-folder\.ts$/ }, ({ path }) => {
      const files = readdirSync(join(dirname(path), "commands"), { recursive: true, encoding: "utf8" });
      const commands = files
        .map((file) => file.replaceAll("\\", "/"))
        .filter((file) => file.endsWith(".ts"))
        .sort();
      const contents = [
        ...commands.map((file, index) => `import * as command${index} from ${JSON.stringify(`./commands/${file}`)};`),
        `export const commandModules = {${commands.map((file, index) => `${JSON.stringify(file)}: command${index}`).join(", ")}};`,
      ];
      return { contents: contents.join("\n"), loader: "ts", resolveDir: dirname(path) };
    });
  },
};
