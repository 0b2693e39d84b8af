import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdtemp, open as openFile, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backUp } from "../../../packages/bot/src/store/backup.js";
import { inspect } from "../../../packages/bot/src/store/inspect.js";
import { restore } from "../../../packages/bot/src/store/restore.js";
import { bundle } from "../bundle.js";
import { aTestFile, besides, open, withDatabase } from "./files.js";
import { enterQuote, look, now, sha256, workspace } from "./fixtures.js";

const digest = sha256;
const name = "kairos-2026-11-20-090000Z.sqlite";

/** Made once for each size: entering quotes takes longer than copying them. */
const models = new Map<number, Promise<Buffer>>();

/** A database with `count` quotes, closed. */
async function aDesk(count: number): Promise<{ readonly file: string; readonly folder: string }> {
  const file = await aTestFile();
  const model = models.get(count) ?? modelOf(count);
  models.set(count, model);
  await writeFile(file, await model);
  return { file, folder: join(dirname(file), "sauvegardes") };
}

async function modelOf(count: number): Promise<Buffer> {
  const file = await aTestFile();
  await withDatabase(file, async (database) => {
    for (let index = 0; index < count; index++) await enterQuote(database, `first-${index}`);
  });
  return readFile(file);
}

async function aBackup(count = 3): Promise<{ readonly file: string; readonly folder: string; readonly path: string }> {
  const desk = await aDesk(count);
  const made = await backUp({ ...desk, now, digest });
  if (!made.ok) throw new Error(made.fault);
  return { ...desk, path: made.path };
}

const quotesIn = (file: string) => withDatabase(file, (database) => look(database, async ({ quotes }) => (await quotes.list()).length));

describe("a backup", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kairos-backup-"));
    await bundle(new URL("writer.ts", import.meta.url), join(folder, "writer.mjs"));
    await bundle(new URL("backup-halted.ts", import.meta.url), join(folder, "halted.mjs"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is one file under its date, for its owner alone, read again whole", async () => {
    const desk = await aDesk(3);
    const made = await backUp({ ...desk, now, digest });
    expect(made).toMatchObject({
      ok: true,
      path: join(desk.folder, name),
      inventory: { entries: 3, heads: { [workspace]: 3 }, isCurrent: true, rows: { quotes: 3, audit_entries: 3, trainees: 0 } },
    });
    expect(await readdir(desk.folder)).toEqual([name]);
    expect((await stat(join(desk.folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(desk.folder)).mode & 0o777).toBe(0o700);
  });

  it("never takes the name of another", async () => {
    const { file, folder: where } = await aBackup();
    await backUp({ file, folder: where, now, digest });
    expect((await readdir(where)).sort()).toEqual([name.replace(".sqlite", "-2.sqlite"), name]);
  });

  it("is whole and sound while another process writes, and misses nothing acknowledged before it", async () => {
    const desk = await aDesk(1);
    const writer = spawn(process.execPath, [join(folder, "writer.mjs"), desk.file, "w", "100000"], { stdio: ["ignore", "pipe", "ignore"] });
    let said = "";
    writer.stdout.on("data", (chunk) => {
      said += chunk;
    });
    await once(writer.stdout, "data");
    try {
      for (let round = 0; round < 2; round++) {
        const acknowledged = said.split("\n").length - 1;
        const made = await backUp({ ...desk, now, digest });
        if (!made.ok) throw new Error(made.fault);
        const { rows, entries } = made.inventory;
        expect(rows.quotes).toBe(entries);
        expect(entries).toBeGreaterThanOrEqual(1 + acknowledged);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      expect(writer.exitCode).toBeNull();
    } finally {
      writer.kill("SIGKILL");
      await once(writer, "close");
    }
  });

  it("killed half-way leaves nothing that looks like one, and the next sweeps what it left", async () => {
    const desk = await aDesk(3);
    const child = spawn(process.execPath, [join(folder, "halted.mjs"), desk.file, desk.folder], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "close");
    const left = await readdir(desk.folder);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^\.kairos-en-cours-/);
    expect((await backUp({ ...desk, now, digest })).ok).toBe(true);
    expect(await readdir(desk.folder)).toEqual([name]);
  });

  it("is refused when what was copied is damaged, altered, of another program or missing; nothing is left", async () => {
    const desk = await aDesk(12);
    const refusal = async (spoil: (copy: string) => Promise<unknown>) => {
      const made = await backUp({ ...desk, now, digest, onCopied: async (copy) => void (await spoil(copy)) });
      expect(await readdir(desk.folder)).toEqual([]);
      return made.ok ? "made" : made.fault;
    };
    expect(await refusal(spoilPages)).toBe("damaged");
    expect(await refusal((copy) => writeFile(copy, "rien de tel".repeat(500)))).toBe("foreign");
    expect(await refusal((copy) => besides(copy, (base) => base("migrations").insert({ name: "9999-tomorrow", batch: 9 })))).toBe("newer");
    const alter = (copy: string) =>
      besides(copy, async (base) => {
        await base.raw("drop trigger audit_entries_no_update");
        await base.raw("update audit_entries set actor = 'u-other' where sequence = 7");
      });
    expect(await refusal(alter)).toBe("trail");
    const cut = (copy: string) =>
      besides(copy, async (base) => {
        await base.raw("drop trigger audit_entries_no_delete");
        await base.raw("delete from audit_entries where sequence > 9");
      });
    expect(await refusal(cut)).toBe("incomplete");
    expect(await backUp({ ...desk, file: join(desk.folder, "nowhere.sqlite"), now, digest })).toEqual({ ok: false, fault: "missing" });
  });
});

describe("restoring", () => {
  it("gives back what was kept, and the backup stays as it was", async () => {
    const { file, path } = await aBackup();
    const bytes = await readFile(path);
    await chmod(path, 0o400);
    const elsewhere = join(dirname(file), "neuf", "desk.sqlite");
    const restored = await restore({ from: path, file: elsewhere, replace: false, now, digest });
    expect(restored).toMatchObject({ ok: true, inventory: { entries: 3, rows: { quotes: 3 } }, erasedSince: [] });
    expect(await readdir(dirname(elsewhere))).toEqual(["desk.sqlite"]);
    expect((await stat(elsewhere)).mode & 0o777).toBe(0o600);
    expect(await quotesIn(elsewhere)).toBe(3);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it("takes no database's place unless it is told to, and keeps the old one aside", async () => {
    const { file, path } = await aBackup();
    await withDatabase(file, (database) => enterQuote(database, "later"));
    const request = { from: path, file, now, digest };
    expect(await restore({ ...request, replace: false })).toEqual({ ok: false, fault: "occupied" });
    expect(await quotesIn(file)).toBe(4);
    const restored = await restore({ ...request, replace: true });
    if (!restored.ok) throw new Error(restored.fault);
    expect(await quotesIn(file)).toBe(3);
    expect(restored.aside).toBe(join(dirname(file), "avant-restauration-2026-11-20-090000Z.sqlite"));
    expect(await quotesIn(restored.aside ?? "")).toBe(4);
  });

  it("waits for nobody: while the desk runs, nothing is replaced", async () => {
    const { file, path } = await aBackup();
    const running = await open(file);
    expect(await restore({ from: path, file, replace: true, now, digest })).toEqual({ ok: false, fault: "running" });
    await enterQuote(running, "still here");
    await running.close();
    expect(await quotesIn(file)).toBe(4);
  });

  it("refuses a damaged backup, and what was there stays", async () => {
    const { file, path } = await aBackup(12);
    const spoilt = join(dirname(file), "abimee.sqlite");
    await copyFile(path, spoilt);
    await spoilPages(spoilt);
    expect(await restore({ from: spoilt, file, replace: true, now, digest })).toEqual({ ok: false, fault: "damaged" });
    const cut = join(dirname(file), "coupee.sqlite");
    await writeFile(cut, (await readFile(path)).subarray(0, 20_000));
    expect(await restore({ from: cut, file, replace: true, now, digest })).toEqual({ ok: false, fault: "damaged" });
    expect(await restore({ from: file, file, replace: true, now, digest })).toEqual({ ok: false, fault: "same" });
    expect(await restore({ from: `${file}x`, file, replace: true, now, digest })).toEqual({ ok: false, fault: "missing" });
    expect(await quotesIn(file)).toBe(12);
    expect((await readdir(dirname(file))).filter((one) => one.startsWith("."))).toEqual([]);
  });

  it("takes the place of a base that is damaged itself, which is kept as it is", async () => {
    const { file, path } = await aBackup();
    await writeFile(file, "plus rien de lisible".repeat(1000));
    const restored = await restore({ from: path, file, replace: true, now, digest });
    if (!restored.ok) throw new Error(restored.fault);
    expect(await quotesIn(file)).toBe(3);
    expect(await readFile(restored.aside ?? "", "utf8")).toContain("plus rien de lisible");
  });

  it("brings an older backup up to date at the next start", async () => {
    const { path } = await aBackup();
    await besides(path, async (base) => {
      await base("migrations").where({ name: "0010-erasures" }).delete();
      await base.raw("drop table erasures");
    });
    expect(await inspect(path, digest)).toMatchObject({ ok: true, inventory: { isCurrent: false } });
    expect(await quotesIn(path)).toBe(3);
  });
});

/** Overwrites the middle of the file, as a failing disk does. */
async function spoilPages(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await openFile(file, "r+");
  await handle.write(Buffer.alloc(Math.floor(size / 3), 0xa5), 0, undefined, Math.floor(size / 3));
  await handle.close();
}
