import { writeSync } from "node:fs";
import { consoleWorkspace } from "../../../packages/bot/src/fronts/console/desk.js";
import { loadCommands } from "../../../packages/bot/src/load-commands.js";
import { openOffice } from "../office.js";
import { readStory, wholeStory } from "../story.js";
import { faultsBetween } from "./compare.js";

// For whoever kills it: `live COMMANDS FILE FROM`, one life of a desk, each line said before it is delivered and once it is answered;
// `compare PEACEFUL KILLED`, what differs in the end.
const [mode = "", ...given] = process.argv.slice(2);
if (mode === "live") await live(given);
if (mode === "compare") writeSync(1, JSON.stringify(await faultsBetween(given[0] ?? "", given[1] ?? "")));

async function live([folder = "", file = "", from = "0"]: readonly string[]): Promise<void> {
  const commands = await loadCommands(folder);
  const story = await readStory(wholeStory(), commands);
  const office = await openOffice({ file, commands, workspace: consoleWorkspace });
  // As the process does when it starts: what was erased when the last one was killed leaves the free space now.
  await office.database.purge();
  writeSync(1, `story ${story.length}\n`);
  for (const [rank, told] of story.entries()) {
    if (rank < Number(from)) continue;
    office.setClock(told.at);
    writeSync(1, `begins ${rank}\n`);
    const { outcome, trace, repeated } = await office.deliver(told);
    const remark = outcome === told.expected ? "" : "unexpected";
    writeSync(1, `answered ${rank} ${outcome} ${trace} ${repeated === true ? "again" : "first"} ${remark}\n`);
  }
  await office.close();
}
