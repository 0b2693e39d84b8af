import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { migrationSource } from "../../../packages/bot/src/store/migrations/source.js";
import { aTestFile, besides, open, withDatabase } from "./files.js";
import { act, aQuote, aTrainee, look, workspace, write } from "./fixtures.js";

describe("opening a database", () => {
  it("sets its connection and reads it back", async () => {
    const file = await aTestFile();
    const settings = await withDatabase(file, (database) => database.settings());
    expect(settings).toEqual({ journal_mode: "wal", synchronous: 2, foreign_keys: 1, busy_timeout: 10_000, secure_delete: 2 });
    const inMemory = await withDatabase(":memory:", (database) => database.settings());
    expect(inMemory).toEqual({ ...settings, journal_mode: "memory" });
  });

  it("finds again what was committed", async () => {
    const file = await aTestFile();
    await withDatabase(file, (database) => write(database, ({ quotes }) => quotes.save(aQuote())));
    expect(await withDatabase(file, (database) => look(database, ({ quotes }) => quotes.list()))).toEqual([aQuote()]);
  });

  it("refuses a schema newer than the code, and changes nothing", async () => {
    const file = await aTestFile();
    await withDatabase(file, async () => undefined);
    await besides(file, (base) => base("migrations").insert({ name: "9999-tomorrow", batch: 2 }));
    await expect(open(file)).rejects.toThrow("written by a newer Kairos (9999-tomorrow)");
    await besides(file, (base) => base("migrations").where({ name: "9999-tomorrow" }).delete());
    await withDatabase(file, async () => undefined);
  });

  it("refuses what is not its own file", async () => {
    const file = await aTestFile();
    await besides(file, (base) => base.raw("PRAGMA application_id = 42"));
    await expect(open(file)).rejects.toThrow("belongs to another application");
    const text = await aTestFile();
    await writeFile(text, "Ceci n'est pas une base. ".repeat(100));
    await expect(open(text)).rejects.toThrow("not a database");
    await expect(open(`${dirname(text)}/nowhere/kairos.sqlite`)).rejects.toThrow("unable to open");
    await mkdir(`${dirname(text)}/folder`);
    await expect(open(`${dirname(text)}/folder`)).rejects.toThrow("unable to open");
  });

  // Not more: SQLite waits for a lock on one of Node's four threads, and the holder needs one too.
  it("opens a new file several times at once", async () => {
    const file = await aTestFile();
    const opened = await Promise.all(Array.from({ length: 3 }, () => open(file)));
    await Promise.all(opened.map((database) => write(database, ({ counters }) => counters.next("DEV"))));
    const [first] = opened;
    if (first === undefined) throw new Error("Nothing was opened");
    const next = await act(first, async ({ counters }) => ({ outcome: "done", data: await counters.next("DEV") }));
    expect(next.reply.data).toBe(4);
    await Promise.all(opened.map((database) => database.close()));
  });

  it("goes back to nothing and up again", async () => {
    const file = await aTestFile();
    await withDatabase(file, async () => undefined);
    const tables = await besides(file, async (base) => {
      await base.migrate.rollback({ migrationSource, tableName: "migrations" }, true);
      return base("sqlite_master").where({ type: "table" }).pluck("name");
    });
    expect(tables.filter((name) => !/^(migrations|sqlite_)/.test(name))).toEqual([]);
    await withDatabase(file, (database) => write(database, ({ quotes }) => quotes.save(aQuote())));
  });
});

describe("the schema", () => {
  it("puts the workspace first in every key and index", async () => {
    const file = await aTestFile();
    await withDatabase(file, async () => undefined);
    await besides(file, async (base) => {
      const names: string[] = await base("sqlite_master").where({ type: "table" }).pluck("name");
      const tables = names.filter((name) => !/^(migrations|sqlite_)/.test(name));
      // The messages due are looked for among all workspaces: nobody sees that search.
      const shared = ["notices_due"];
      expect(tables.length).toBeGreaterThan(8);
      for (const table of tables) {
        const indexes: { name: string }[] = await base.raw(`PRAGMA index_list(${table})`);
        expect(indexes.length).toBeGreaterThan(0);
        for (const { name } of indexes.filter((index) => !shared.includes(index.name))) {
          const columns: { name: string }[] = await base.raw(`PRAGMA index_info(${name})`);
          expect([name, columns[0]?.name]).toEqual([name, "workspace"]);
        }
      }
    });
  });

  it("answers the usual searches from an index", async () => {
    const file = await aTestFile();
    await withDatabase(file, async () => undefined);
    const searches = [
      "select data from quotes where workspace = 'w' and siret in ('a', 'b') order by position desc limit 10",
      "select data from quotes where workspace = 'w' and status = 'draft' order by position desc",
      "select status from quotes where workspace = 'w' and trainee_id = 't' and siret in ('a', 'b')",
      "select status from quotes where workspace = 'w' and session_reference = 's'",
      "select hourly_cents from quotes where workspace = 'w' and title = 't' order by position desc limit 50",
      "select data from sessions where workspace = 'w' order by starts_on desc, position desc",
      "select data from grants where workspace = 'w' and person = 'p' order by position",
      "select data from attachments where workspace = 'w' and object = 'o' and siret in ('a', 'b') order by position desc",
      "select * from audit_entries where workspace = 'w' and object = 'o' and sequence > 5 order by sequence",
    ];
    await besides(file, async (base) => {
      for (const search of searches) {
        const plan: { detail: string }[] = await base.raw(`explain query plan ${search}`);
        const steps = plan.map(({ detail }) => detail).join("; ");
        expect(steps).toMatch(/USING (COVERING )?INDEX .*workspace=\?/);
        expect(steps).not.toContain("TEMP B-TREE");
      }
    });
  });
});

describe("a damaged base", () => {
  it("names the row that no longer parses, without its values", async () => {
    const file = await aTestFile();
    await withDatabase(file, (database) => write(database, ({ trainees }) => trainees.save(aTrainee())));
    const reading = () => withDatabase(file, (database) => look(database, ({ trainees }) => trainees.get("T-0007")));
    await besides(file, (base) => base("trainees").update({ data: JSON.stringify({ ...aTrainee(), lastName: "", nickname: "Cam" }) }));
    await expect(reading()).rejects.toThrow("trainees T-0007 does not parse: lastName too_small,  unrecognized_keys");
    await expect(reading()).rejects.not.toThrow(/Camille|Cam/);
    await besides(file, (base) => base("trainees").update({ data: "{Camille}" }));
    await expect(reading()).rejects.toThrow("trainees T-0007 does not parse:  invalid_type");
  });

  it("works again after a commit that failed", async () => {
    const file = await aTestFile();
    await withDatabase(file, async (database) => {
      await besides(file, async (base) => {
        await base.raw("create table debts (quote text references creditors (id) deferrable initially deferred)");
        await base.raw("create table creditors (id text primary key)");
        await base.raw("create trigger fail after insert on quotes when new.reference = 'BAD' begin insert into debts values ('x'); end");
      });
      await expect(write(database, ({ quotes }) => quotes.save(aQuote({ reference: "BAD" })))).rejects.toThrow("FOREIGN KEY");
      await write(database, ({ quotes }) => quotes.save(aQuote()));
      const kept = await database.read(workspace, "all", ({ quotes }) => quotes.list());
      expect(kept).toEqual([aQuote()]);
    });
  });
});
