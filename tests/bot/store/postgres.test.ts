import { afterAll, describe, it } from "vitest";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { storeContract } from "./contract.js";
import { sha256 } from "./fixtures.js";
import { connectionTo, startServer } from "./server.js";

const server = await startServer();

if (typeof server === "string") {
  describe("a store on a PostgreSQL server", () => it.skip(`is not tested here: ${server}`, () => undefined));
} else {
  const url = await server.database();
  const database = await openDatabase({ url, digest: sha256 });
  const beside = await connectionTo(url);
  const tables = await beside.ask(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'migrations%'",
  );
  // Every row leaves, those of the trail too: nothing is as quick as an empty database that is there already.
  await beside.ask("set session_replication_role = replica");
  const empty = () => beside.ask(tables.map(({ name }) => `delete from ${name}`).join(";"));
  afterAll(async () => {
    await database.close();
    await beside.end();
    await server.stop();
  });
  const kept = { ...database, close: async () => undefined };
  storeContract("on a PostgreSQL server", async () => ({ database: kept, remove: async () => void (await empty()) }));
}
