import { writeSync } from "node:fs";
import { backUp } from "../../../packages/bot/src/store/backup.js";
import { now, sha256 } from "./fixtures.js";

// A backup that stops once the copy is written, and waits to be killed: `node backup-halted.mjs FILE FOLDER`.
const [file = "", folder = ""] = process.argv.slice(2);
await backUp({
  file,
  folder,
  now,
  digest: sha256,
  onCopied: async () => {
    writeSync(1, "copied\n");
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
});
