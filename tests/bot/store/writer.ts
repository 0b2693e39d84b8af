import { writeSync } from "node:fs";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { enterQuote, sha256 } from "./fixtures.js";

// A process that enters quotes and says each one aloud once it is committed: `node writer.mjs FILE-OR-ADDRESS NAME COUNT`.
const [place = "", name = "", count = "0"] = process.argv.slice(2);
const database = await openDatabase({ ...(place.startsWith("postgres") ? { url: place } : { file: place }), digest: sha256 });
for (let index = 0; index < Number(count); index++) {
  const id = `${name}-${index}`;
  writeSync(1, `${id} ${await enterQuote(database, id)}\n`);
}
await database.close();
