import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { storeContract } from "./contract.js";
import { aFile } from "./files.js";
import { sha256 } from "./fixtures.js";

storeContract("in a file", async () => {
  const { file, remove } = await aFile();
  return { database: await openDatabase({ file, digest: sha256 }), remove };
});
