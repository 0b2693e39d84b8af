import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { storeContract } from "./contract.js";
import { anEvent, aQuote, enterQuote, sha256, workspace, write } from "./fixtures.js";
import { moveContract } from "./moves.js";
import { connectionTo, type Server, startServer } from "./server.js";
import { serverFaults } from "./server-faults.js";
import { fairlyClaimed, outcomeOf } from "./several-bots.js";

const server = await startServer();

if (typeof server === "string") {
  describe("a store on a PostgreSQL server", () => it.skip(`is not tested here: ${server}`, () => undefined));
} else {
  afterAll(() => server.stop());
  await testOn(server);
}

async function testOn(server: Server): Promise<void> {
  const { database: newDatabase } = server;
  const url = await newDatabase();
  const database = await openDatabase({ url, digest: sha256 });
  const beside = await connectionTo(url);
  const tables = await beside.ask(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'migrations%'",
  );
  // Every row leaves, those of the trail too: nothing is as quick as an empty database that is there already.
  const empty = () =>
    beside.ask(
      `set session_replication_role = replica; ${tables.map(({ name }) => `delete from ${name}`).join(";")}; reset session_replication_role`,
    );
  afterAll(async () => {
    await database.close();
    await beside.end();
  });
  const kept = { ...database, close: async () => undefined };
  storeContract("on a PostgreSQL server", async () => ({ database: kept, remove: async () => void (await empty()) }));

  describe("a PostgreSQL database", () => {
    it("keeps texts in the order of their bytes, whatever the language of the server", async () => {
      const collations = await beside.ask(`select count(*)::int as others from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'migrations%' and attnum > 0
        and not attisdropped and atttypid = 'text'::regtype and attcollation <> '"C"'::regcollation`);
      expect(collations).toEqual([{ others: 0 }]);
    });

    it("refuses that its trail be changed, cut or emptied", async () => {
      await write(database, ({ audit }) => audit.append(anEvent()));
      for (const change of [
        "update audit_entries set actor = 'x'",
        "delete from audit_entries where sequence = 1",
        "truncate audit_entries",
        "insert into audit_entries select * from audit_entries on conflict (workspace, sequence) do update set actor = 'x'",
      ])
        await expect(beside.ask(change), change).rejects.toThrow("append-only");
      expect(await database.trails.verify(workspace)).toMatchObject({ problems: [], entries: 2 });
      await empty();
    });

    it("tells neither a value nor a row in what it refuses", async () => {
      const refusals = [
        () =>
          write(database, ({ quotes }) =>
            quotes.seal({ version: 0, quote: aQuote(), document: { name: "Camille" } as never }, aQuote().reference),
          ),
        () => write(database, ({ counters }) => counters.next("")),
        () => database.read("Camille", "all", ({ audit }) => audit.at("Camille" as never)),
      ];
      await write(database, ({ quotes }) => quotes.save(aQuote()));
      for (const refused of refusals) {
        const error: Error = await refused().then(
          () => new Error("nothing was refused"),
          (reason) => reason,
        );
        expect(error.message).toMatch(/check|refuses a value/);
        expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(/Camille|Failing row/);
      }
      await empty();
    });

    it("takes what its texts do not hold: NUL, and half a letter", async () => {
      const title = "a\u0000b\ud800c";
      await write(database, async ({ people, quotes }) => {
        await people.save({ id: "u-1", name: title });
        await quotes.save(aQuote({ title: "ab" }));
      });
      expect(await database.suggest({ workspace, scope: "all", kind: "person", typed: "u-1" })).toHaveLength(1);
      await empty();
    });

    it("is not taken from another application", async () => {
      const other = await newDatabase();
      const theirs = await connectionTo(other);
      await theirs.ask("create table customers (id int)");
      await expect(openDatabase({ url: other, digest: sha256 })).rejects.toThrow("belongs to another application");
      await theirs.ask("drop table customers");
      await theirs.end();
      const opened = await Promise.all(Array.from({ length: 3 }, () => openDatabase({ url: other, digest: sha256 })));
      await Promise.all(opened.map((one) => write(one, ({ counters }) => counters.next("DEV"))));
      await Promise.all(opened.map((one) => one.close()));
    });
  });

  describe("a desk on a PostgreSQL server", () => serverFaults(server));

  describe("the move from a file to PostgreSQL", () => moveContract(newDatabase));

  // Processes, kills and falls of the server: `npm run campaign -- postgres`.
  describe("several bots on one PostgreSQL database", () => {
    it("give no number twice, leave none out, and chain one trail", async () => {
      const bots = [database, ...(await Promise.all([1, 2].map(() => openDatabase({ url, digest: sha256 }))))];
      const entered = bots.flatMap((one, bot) => Array.from({ length: 20 }, (_, index) => [one, `b${bot}-${index}`] as const));
      const acknowledged = new Map(await Promise.all(entered.map(async ([one, id]) => [id, await enterQuote(one, id)] as const)));
      expect(await outcomeOf(url, acknowledged)).toEqual({ faults: [], count: 60 });
      // The same delivery through two bots at once acts once.
      const twice = await Promise.all(bots.map((one) => enterQuote(one, "same")));
      expect(twice).toEqual([61, 61, 61]);
      expect(await fairlyClaimed(bots, 40)).toEqual([]);
      await Promise.all(bots.slice(1).map((one) => one.close()));
      await empty();
    });
  });
}
