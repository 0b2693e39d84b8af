import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimSchema, type Knex } from "../../../packages/bot/src/store/driver.js";
import { migrationNames, migrationSource } from "../../../packages/bot/src/store/migrations/source.js";
import { bundle } from "../bundle.js";
import { aTestFile, besides, open, withDatabase } from "./files.js";
import { look, workspace } from "./fixtures.js";
import { oldRows } from "./old-rows.js";

const names = [...migrationNames];
const sourceUpTo = (count: number) => ({ ...migrationSource, getMigrations: async () => names.slice(0, count) });

/** A database as the Kairos of that schema left it, with rows in every table it had. */
async function anOldDatabase(schema: number): Promise<string> {
  const file = await aTestFile();
  await besides(file, async (base) => {
    // What is being made here may be lost.
    await base.raw("PRAGMA synchronous = OFF");
    await base.transaction(async (trx) => {
      await claimSchema(trx);
      await trx.migrate.latest({ migrationSource: sourceUpTo(schema), tableName: "migrations" });
      for (const { table, row } of oldRows.filter((one) => one.since <= schema)) await trx(table).insert({ workspace, ...row });
    });
  });
  return file;
}

/** Every row of every table but the list of migrations. */
function everything(file: string): Promise<Record<string, readonly unknown[]>> {
  return besides(file, async (base) => {
    const found: Record<string, readonly unknown[]> = {};
    for (const name of await tablesOf(base)) found[name] = await base(name).select("*");
    return found;
  });
}

async function tablesOf(base: Knex): Promise<readonly string[]> {
  const tables: readonly string[] = await base("sqlite_master").where({ type: "table" }).orderBy("name").pluck("name");
  return tables.filter((name) => !/^(migrations|sqlite_)/.test(name));
}

describe("a database of an earlier schema", () => {
  it.each(names.slice(0, -1).map((name, index) => [name, index + 1] as const))(
    "left by %s keeps its rows, and they are read",
    async (_, schema) => {
      const file = await anOldDatabase(schema);
      const before = await everything(file);
      expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
      await withDatabase(file, async (database) => {
        const read = await look(database, async (store) => ({
          trainees: (await store.trainees.list()).map(({ lastName }) => lastName),
          quotes: (await store.quotes.list()).map(({ reference, traineeId }) => `${reference} ${traineeId}`),
          versions: (await store.quotes.versions("DEV-2026-0001")).length,
          sessions: (await store.sessions.list()).map(({ reference }) => reference),
          providers: (await store.providers.list()).map(({ name }) => name),
          grants: (await store.grants.list()).length,
          templates: (await store.templates.list()).map(({ name }) => name),
          people: (await store.people.list()).map(({ name }) => name),
          incidents: (await store.incidents.list()).map(({ reference }) => reference),
        }));
        expect(read).toEqual({
          trainees: ["Durand"],
          quotes: ["DEV-2026-0001 T-0007"],
          versions: 1,
          sessions: ["SE-2026-014"],
          providers: ["Atelier des Métiers"],
          grants: 1,
          templates: ["cariste"],
          people: ["Nadia"],
          incidents: schema >= 9 ? ["INC-2026-0001"] : [],
        });
        expect((await database.trails.verify(workspace)).problems).toEqual([]);
      });
      const after = await everything(file);
      for (const [table, rows] of Object.entries(before)) {
        // What a later schema adds is beside what was there.
        expect([table, after[table]]).toEqual([table, rows.map((row) => expect.objectContaining(row as object))]);
      }
      await besides(file, async (base) => {
        expect(await base("migrations").orderBy("id").pluck("name")).toEqual(names);
        expect(await base.raw("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
      });
    },
  );

  it("is the same to the last table as a new one, once it was brought up to date", async () => {
    const shape = (file: string) =>
      besides(file, (base) => base("sqlite_master").whereNot("name", "like", "sqlite_%").orderBy("name").select("name", "sql"));
    const fresh = await aTestFile();
    await withDatabase(fresh, async () => undefined);
    const old = await anOldDatabase(1);
    await withDatabase(old, async () => undefined);
    expect(await shape(old)).toEqual(await shape(fresh));
  });

  it("stays as it was when one statement fails, and goes up once the cause is gone", async () => {
    const file = await anOldDatabase(4);
    await besides(file, (base) => base.raw("create table invoices (a text)"));
    const before = await everything(file);
    await expect(open(file)).rejects.toThrow("already exists");
    expect(await everything(file)).toEqual(before);
    await besides(file, async (base) => {
      expect(await base("migrations").pluck("name")).toEqual(names.slice(0, 4));
      await base.raw("drop table invoices");
    });
    await withDatabase(file, async (database) => expect((await look(database, ({ quotes }) => quotes.list())).length).toBe(1));
  });
});

describe("a migration cut off", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kairos-migration-"));
    await bundle(new URL("migration-halted.ts", import.meta.url), join(folder, "halted.mjs"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([5, 8])("before migration %i leaves what was there, and is tried again", async (halt) => {
    const file = await anOldDatabase(2);
    const before = await everything(file);
    const child = spawn(process.execPath, [join(folder, "halted.mjs"), file, String(halt)], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "close");
    expect(await everything(file)).toEqual(before);
    await withDatabase(file, async (database) => expect((await look(database, ({ trainees }) => trainees.list())).length).toBe(1));
  });
});
