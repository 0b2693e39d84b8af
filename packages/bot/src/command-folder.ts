import { fileURLToPath } from "node:url";
import { modulesIn } from "./load-commands.js";

/** Every command. The build writes their imports in this place (`../commands-in-one.mjs`): one file to read instead of three hundred. */
export const commandModules = await modulesIn(fileURLToPath(new URL("./commands", import.meta.url)));
