import { writeSync } from "node:fs";
import { done } from "../../../packages/bot/src/reply.js";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { act, aQuote, sha256 } from "./fixtures.js";

// A process that enters quotes and says each one aloud once it is committed: `node writer.mjs FILE NAME COUNT`.
const [file = "", name = "", count = "0"] = process.argv.slice(2);
const database = await openDatabase({ file, digest: sha256 });
for (let index = 0; index < Number(count); index++) {
  const id = `${name}-${index}`;
  const { reply } = await act(
    database,
    async ({ quotes, counters }) => {
      const number = await counters.next("DEV");
      await quotes.save(aQuote({ reference: `DEV-${number}`, title: id }));
      return done({ data: number });
    },
    { id },
  );
  writeSync(1, `${id} ${reply.data}\n`);
}
await database.close();
