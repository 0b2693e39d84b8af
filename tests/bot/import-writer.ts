import { createHash } from "node:crypto";
import { dayOf } from "@kairos/core";
import type { LoadedCommand } from "../../packages/bot/src/command.js";
import confirm from "../../packages/bot/src/commands/assiduite/valider-import.js";
import { dispatchThrough } from "../../packages/bot/src/dispatch.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";

// Confirms an import of a file, for whoever kills it in the middle: says when it begins, and when it is done.
const [file = "", person = "", at = ""] = process.argv.slice(2);
const database = await openDatabase({ file, digest: (text) => createHash("sha256").update(text).digest("hex") });
const path = "assiduite valider-import";
const dispatch = dispatchThrough({
  commands: new Map([[path, { ...confirm, noun: "assiduite", verb: "valider-import", path } as unknown as LoadedCommand]]),
  database,
  clock: () => at,
  dayOf,
  render: () => Promise.resolve(new Uint8Array()),
  report: (error) => void process.stderr.write(`${error}\n`),
});
process.stdout.write("begins\n");
const answer = await dispatch({
  workspace: "test",
  deliveryId: "confirm",
  actor: { id: person, name: person },
  mayFound: true,
  path,
  options: { reference: "IMP-0001" },
});
process.stdout.write(`${answer.outcome}\n`);
await database.close();
