import { writeSync } from "node:fs";
import { consoleWorkspace } from "../../../packages/bot/src/fronts/console/desk.js";
import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { openOffice } from "../office.js";
import { readStory, wholeStory } from "../story.js";

// One life of a desk, for whoever ends it: `COMMANDS FILE FROM`. Each line is said before it is delivered, and once it is answered.
const [folder = "", file = "", from = "0"] = process.argv.slice(2);
const commands = await loadCommands(folder);
const story = await readStory(wholeStory(), commands);
const office = await openOffice({ file, commands, workspace: consoleWorkspace });
writeSync(1, `story ${story.length}\n`);
for (const [rank, told] of story.entries()) {
  if (rank < Number(from)) continue;
  office.setClock(told.at);
  writeSync(1, `begins ${rank}\n`);
  const { outcome, trace, repeated } = await office.deliver(told);
  writeSync(1, `answered ${rank} ${outcome} ${trace} ${repeated === true ? "again" : "first"} ${outcome === told.expected ? "" : "unexpected"}\n`);
}
await office.close();
