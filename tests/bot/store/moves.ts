import { copyFile, readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrationSource } from "../../../packages/bot/src/store/migrations/source.js";
import { moveToServer } from "../../../packages/bot/src/store/move.js";
import { aFile, besides, open, withDatabase } from "./files.js";
import {
  aGrant,
  anAttachment,
  anAttendance,
  anEvent,
  aProvider,
  aQuote,
  aSealedInvoice,
  aSession,
  aTrainee,
  collect,
  digestOf,
  enterQuote,
  look,
  sha256,
  someBytes,
  workspace,
  write,
} from "./fixtures.js";
import { onServer } from "./several-bots.js";

/** What the way from a file to a server keeps, and refuses. */
export function moveContract(newDatabase: () => Promise<string>): void {
  let full: Awaited<ReturnType<typeof aFullDesk>> | undefined;
  beforeAll(async () => {
    full = await aFullDesk();
  });
  afterAll(() => full?.remove());
  const aDesk = async () => {
    const made = await aFile();
    await copyFile(full?.file ?? "", made.file);
    return made;
  };
  const move = (file: string, url: string) => moveToServer({ file, url, digest: sha256 });

  it("takes every row there as it was, and the desk goes on from them", async () => {
    const { file, remove } = await aDesk();
    const url = await newDatabase();
    const kept = await withDatabase(file, (database) => look(database, ({ audit }) => collect(audit.entries())));
    const before = sha256(await readFile(file, "latin1"));
    expect(await move(file, url)).toMatchObject({
      tables: { quotes: 3, quote_versions: 1, trainees: 1, files: 1, attachments: 1, attendance: 2, issued_invoices: 1, notices: 1 },
      trails: { sound: 2, broken: 0 },
    });
    expect(sha256(await readFile(file, "latin1"))).toBe(before);
    await onServer(url, async (database) => {
      await look(database, async ({ audit, files, quotes, sessions, attendance, people }) => {
        expect(await collect(audit.entries())).toEqual(kept);
        expect(await files.get(digestOf(someBytes))).toEqual(someBytes);
        expect((await quotes.list()).map(({ reference }) => reference)).toEqual(["DEV-2", "DEV-1", "DEV-2026-0001"]);
        expect(await sessions.get("SE-2026-014")).toEqual(aSession());
        expect(await attendance.of({ session: "SE-2026-014" })).toHaveLength(2);
        expect((await people.get("u-odd"))?.name).toBe("a\ufffdb");
      });
      expect(await enterQuote(database, "next")).toBe(3);
      // An answer given before the move is still the answer.
      expect(await enterQuote(database, "first")).toBe(1);
      expect(await database.trails.verify(workspace)).toMatchObject({ problems: [], entries: kept.length + 1 });
    });
    expect(await move(file, url)).toEqual({ fault: "target-not-empty" });
    await remove();
  });

  it("carries a broken trail as it is, and says so", async () => {
    const { file, remove } = await aDesk();
    await besides(file, async (base) => {
      await base.raw("drop trigger audit_entries_no_update");
      await base("audit_entries").where({ workspace, sequence: 2 }).update({ actor: "u-other" });
    });
    expect(await move(file, await newDatabase())).toMatchObject({ trails: { sound: 1, broken: 1 } });
    await remove();
  });

  it("keeps nothing of a move that fails half-way, and is run again", async () => {
    const { file, remove } = await aDesk();
    const url = await newDatabase();
    await besides(file, (base) => base("attachments").update({ search: Buffer.from([0xff, 0xfe]) }));
    expect(await move(file, url)).toEqual({ fault: "row-refused", table: "attachments" });
    await onServer(url, async (database) => expect(await look(database, ({ quotes }) => quotes.list())).toEqual([]));
    await besides(file, (base) => base("attachments").update({ search: "p-0001" }));
    expect(await move(file, url)).toMatchObject({ tables: { attachments: 1 } });
    await remove();
  });

  it("refuses a file of an older Kairos", async () => {
    const { file, remove } = await aDesk();
    await besides(file, (base) => base.migrate.down({ migrationSource, tableName: "migrations" }));
    expect(await move(file, await newDatabase())).toEqual({ fault: "older-file" });
    await remove();
  });
}

/** A file with something of most tables in it, closed. */
async function aFullDesk() {
  const made = await aFile();
  const database = await open(made.file);
  await write(database, async (store) => {
    await store.people.save({ id: "u-odd", name: "a\u0000b" });
    await store.providers.save(aProvider());
    await store.grants.save(aGrant());
    await store.sessions.save(aSession());
    await store.trainees.save(aTrainee());
    await store.quotes.save(aQuote());
    await store.quotes.seal({ version: 1, quote: aQuote(), document: { said: "é" } as never }, aQuote().reference);
    await store.files.put(someBytes);
    await store.attachments.save(anAttachment());
    await store.attendance.saveMany([anAttendance(), anAttendance({ half: "afternoon" })], { by: "u", at: "2026-11-20T09:00:00.000Z" });
    await store.invoices.seal(aSealedInvoice());
    // What a hash is made of: written as escapes, kept to the letter.
    await store.audit.append(anEvent({ details: { odd: "a\u0000\ud800é" } }));
  });
  for (const id of ["first", "second"]) await enterQuote(database, id);
  await write(database, async () => undefined, { workspace: "elsewhere" });
  await database.notices.plan(workspace, [
    { key: "k", kind: "digest", person: "u", dueAt: "2026-11-20T07:30:00.000Z", until: "2026-11-21T07:30:00.000Z", data: {} },
  ]);
  await database.close();
  return made;
}
