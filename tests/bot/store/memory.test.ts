import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { storeContract } from "./contract.js";
import { sha256 } from "./fixtures.js";

storeContract("in memory", async () => ({
  database: await openDatabase({ file: ":memory:", digest: sha256 }),
  remove: async () => undefined,
}));
