import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../packages/bot/src/store/database.js";
import { bundle } from "../bundle.js";
import { storeContract } from "./contract.js";
import { anEvent, aQuote, enterQuote, look, sha256, workspace, write } from "./fixtures.js";
import { moveContract } from "./moves.js";
import { connectionTo, type Server, startServer } from "./server.js";
import { fairlyClaimed, outcomeOf, writersUnderKills } from "./several-bots.js";

const server = await startServer();

if (typeof server === "string") {
  describe("a store on a PostgreSQL server", () => it.skip(`is not tested here: ${server}`, () => undefined));
} else {
  afterAll(() => server.stop());
  await testOn(server);
}

async function testOn({ database: newDatabase, crash }: Server): Promise<void> {
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

  describe("the move from a file to PostgreSQL", () => moveContract(newDatabase));

  describe("several bots on one PostgreSQL database", { timeout: 60_000 }, () => {
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "kairos-bots-"));
      await bundle(new URL("writer.ts", import.meta.url), join(folder, "writer.mjs"));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it("may be killed at any time: no number missing or doubled, the trail unbroken, a repeated delivery acts once", async () => {
      const shared = await newDatabase();
      const run = await writersUnderKills({ program: join(folder, "writer.mjs"), url: shared, bots: 3, rounds: 1, lifeMs: 150, last: 20 });
      expect(run.errors).toBe("");
      expect(run.acknowledged.size).toBeGreaterThan(60);
      expect(await outcomeOf(shared, run.acknowledged)).toEqual({ faults: [], ...{ count: run.acknowledged.size } });
    });

    it("take each notice once", async () => {
      const others = await Promise.all([1, 2].map(() => openDatabase({ url, digest: sha256 })));
      expect(await fairlyClaimed([database, ...others], 60)).toEqual([]);
      await Promise.all(others.map((one) => one.close()));
      await empty();
    });

    it.skipIf(process.env.KAIROS_TEST_POSTGRES !== undefined)("go on after the server fell: nothing acknowledged is lost", async () => {
      const known: number[] = [];
      for (let index = 0; index < 5; index++) known.push(await enterQuote(database, `before-${index}`));
      await beside.end();
      await crash();
      expect(await again(() => enterQuote(database, "after"))).toBe(6);
      expect(await enterQuote(database, "before-4")).toBe(known.at(-1));
      expect((await look(database, ({ quotes }) => quotes.list())).length).toBe(6);
      expect(await database.trails.verify(workspace)).toMatchObject({ problems: [], entries: 6 });
    });
  });
}

/** A connection that the fall cut is found out by its first use. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 20; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
