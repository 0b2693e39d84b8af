import { verifyTrail } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { Knex } from "../../../packages/bot/src/store/driver.js";
import { aTestFile, besides, withDatabase } from "./files.js";
import { anEvent, collect, look, sha256, workspace, write } from "./fixtures.js";

describe("the trail against somebody with SQL", () => {
  it("refuses to be changed", async () => {
    const file = await aTrail();
    await besides(file, async (base) => {
      const appendOnly = "append-only";
      await expect(base("audit_entries").where({ sequence: 2 }).update({ actor: "u-other" })).rejects.toThrow(appendOnly);
      await expect(base("audit_entries").where({ sequence: 2 }).delete()).rejects.toThrow(appendOnly);
      await expect(base.raw("insert or replace into audit_entries select * from audit_entries where sequence = 2")).rejects.toThrow(
        appendOnly,
      );
      await expect(base.raw("update or replace audit_entries set sequence = 3 where sequence = 2")).rejects.toThrow(appendOnly);
    });
    expect(await faults(file)).toEqual([]);
  });

  it("refuses to lose what no checkpoint vouches for, even after one", async () => {
    const file = await aTrail();
    const closing = { before: "2026-11-21", from: "2026-11-21T00:00:00.000Z", at: "2027-11-21T00:00:00.000Z" };
    expect(await withDatabase(file, (database) => database.trails.close(workspace, closing))).toBe(4);
    await withDatabase(file, (database) => write(database, async () => undefined));
    await besides(file, async (base) => {
      for (const sequence of [5, 6]) await expect(base("audit_entries").where({ sequence }).delete()).rejects.toThrow("append-only");
      await expect(base("audit_entries").where({ sequence: 6 }).update({ actor: "u-other" })).rejects.toThrow("append-only");
    });
    expect(await faults(file)).toEqual([]);
  });

  it("shows a change of any column", async () => {
    const columns = await besides(
      await aTrail(),
      async (base): Promise<{ name: string; type: string }[]> => base.raw("PRAGMA table_info(audit_entries)"),
    );
    expect(columns.length).toBeGreaterThanOrEqual(10);
    for (const { name, type } of columns) {
      const file = await aTrail();
      const changed = type.toLowerCase() === "integer" ? "?? + 100" : "?? || 'x'";
      await tamper(file, (base) =>
        base("audit_entries")
          .where({ sequence: 2 })
          .update({ [name]: base.raw(changed, [name]) }),
      );
      expect([name, await faults(file)]).toEqual([name, [expect.stringMatching(/^audit\./)]]);
    }
  });

  it.each([
    ["a value", '{"lines":2,"scheme":"aif"}'],
    ["the type of a value", '{"lines":"1","scheme":"aif"}'],
    ["the order of the keys", '{"scheme":"aif","lines":1}'],
    ["a blank", '{"lines":1, "scheme":"aif"}'],
    ["a key written twice", '{"lines":1,"lines":1,"scheme":"aif"}'],
    ["a list for the object", '[["lines",1],["scheme","aif"]]'],
    ["nothing", "null"],
    ["no JSON at all", "lines"],
  ])("shows details changed by %s", async (_, details) => {
    const file = await aTrail();
    await tamper(file, (base) => base("audit_entries").where({ sequence: 2 }).update({ details }));
    expect(await faults(file)).toEqual(["audit.entry-altered"]);
  });

  it("shows an outcome turned into another", async () => {
    const file = await aTrail();
    await tamper(file, (base) => base("audit_entries").where({ sequence: 2 }).update({ outcome: "refused" }));
    expect(await faults(file)).toEqual(["audit.entry-altered"]);
  });

  it("shows an entry taken out, and a cut tail against a head kept elsewhere", async () => {
    const file = await aTrail();
    const head = await withDatabase(file, (database) => look(database, ({ audit }) => audit.head()));
    await tamper(file, (base) => base("audit_entries").where({ sequence: 4 }).delete());
    expect(await faults(file)).toEqual([]);
    const entries = await withDatabase(file, (database) => look(database, ({ audit }) => collect(audit.entries())));
    expect(verifyTrail(entries, sha256, head).map(({ code }) => code)).toEqual(["audit.head-differs"]);
    await tamper(file, (base) => base("audit_entries").where({ sequence: 2 }).delete());
    expect(await faults(file)).toEqual(["audit.entry-missing"]);
  });
});

async function aTrail(): Promise<string> {
  const file = await aTestFile();
  await withDatabase(file, (database) =>
    write(database, async ({ audit }) => {
      for (let index = 0; index < 3; index++) await audit.append(anEvent());
    }),
  );
  return file;
}

function tamper(file: string, change: (base: Knex) => PromiseLike<unknown>): Promise<void> {
  return besides(file, async (base) => {
    for (const trigger of await base("sqlite_master").where({ type: "trigger" }).pluck("name"))
      await base.raw("drop trigger ??", [trigger]);
    await base.raw("PRAGMA ignore_check_constraints = ON");
    await change(base);
  });
}

async function faults(file: string): Promise<string[]> {
  const entries = await withDatabase(file, (database) => look(database, ({ audit }) => collect(audit.entries())));
  return verifyTrail(entries, sha256).map(({ code }) => code);
}
