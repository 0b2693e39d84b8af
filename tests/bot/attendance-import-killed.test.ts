import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { verifyTrail } from "@kairos/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tellInterrupted } from "../../packages/bot/src/interrupted.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";
import type { Database, InterruptedWork } from "../../packages/bot/src/store/store.js";
import { attend } from "./attended.js";
import { bundle } from "./bundle.js";
import { openFoundedDesk, sha256 } from "./desk.js";

/** Each kill is a process that starts, and they are spread over the whole work; `KAIROS_KILLS=500` for a night. */
const kills = Number(process.env.KAIROS_KILLS ?? 8);
const session = "SE-2026-014";
const after = "2026-12-31T17:00:00.000Z";
const people = Array.from({ length: 250 }, (_, rank) => ({
  id: `T-${(rank + 1).toString().padStart(4, "0")}`,
  firstName: "Camille",
  lastName: `Durand ${rank}`,
}));
let folder = "";
let rows = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-import-"));
  await bundle(new URL("import-writer.ts", import.meta.url), join(folder, "writer.mjs"));
  const desk = await openFoundedDesk({ file: join(folder, "read.sqlite") });
  const { halfDays } = await attend(desk, { people });
  desk.setClock(after);
  const lines = people.flatMap(({ id }) => halfDays.map(({ day, half }) => `${id};${day};${half};présent`));
  rows = lines.length;
  const bytes = Buffer.from(`stagiaire;date;demi-journée;statut\n${lines.join("\n")}\n`);
  const shown = await desk.type("coordinateur", `/assiduite importer fichier:p.csv session:${session}`, {
    fichier: { name: "p.csv", bytes },
  });
  expect(shown.reply.data).toMatchObject({ reference: "IMP-0001", new: rows });
  await desk.close();
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("an import killed at any moment came in whole or not at all; what did not is told at the next start, once", {
  timeout: 600_000,
}, async () => {
  const whole = await confirming("whole", undefined);
  expect(whole.said).toEqual(["begins", "done"]);
  expect(await look("whole")).toMatchObject({ facts: rows, told: [], again: [] });
  const ends = { in: 0, told: 0, before: 0 };
  for (let turn = 0; turn < kills; turn += 1) {
    const name = `kill-${turn}`;
    const { said } = await confirming(name, ((turn + Math.random()) / kills) * whole.took);
    const { facts, told, again, status } = await look(name);
    const seen = `${name}: ${facts} facts, ${status}, said ${said.join()}, told ${told.length}`;
    expect([0, rows], seen).toContain(facts);
    expect(status, seen).toBe(facts === rows ? "brought-in" : "judged");
    if (said.includes("done")) expect(facts, seen).toBe(rows);
    // What came in is not told as interrupted; what did not is, unless it was not begun.
    if (facts === rows) expect(told, seen).toEqual([]);
    for (const work of told) expect(work).toMatchObject({ actor: "coordinateur", path: "assiduite valider-import", object: "IMP-0001" });
    expect(told.length, seen).toBeLessThanOrEqual(1);
    expect(again, seen).toEqual([]);
    if (facts === rows) ends.in += 1;
    else if (told.length === 1) ends.told += 1;
    else ends.before += 1;
    await Promise.all(["", "-wal", "-shm"].map((end) => rm(join(folder, `${name}.sqlite${end}`), { force: true })));
  }
  expect(ends.told, JSON.stringify(ends)).toBeGreaterThan(0);
});

/** Confirms the import in a process of its own, killed after some milliseconds; what it said, and how long it took. */
async function confirming(
  name: string,
  killAfter: number | undefined,
): Promise<{ readonly said: readonly string[]; readonly took: number }> {
  const file = join(folder, `${name}.sqlite`);
  await copyFile(join(folder, "read.sqlite"), file);
  const child: ChildProcess = spawn(process.execPath, [join(folder, "writer.mjs"), file, "coordinateur", after], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said: string[] = [];
  let begun = 0;
  const ended = once(child, "close");
  if (child.stdout === null) throw new Error("no output");
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line !== "begins") continue;
    begun = performance.now();
    if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
  }
  await ended;
  return { said, took: performance.now() - begun };
}

async function look(name: string) {
  const database: Database = await openDatabase({ file: join(folder, `${name}.sqlite`), digest: sha256 });
  try {
    const { facts, status, entries } = await database.read("test", "all", async (store) => {
      const trail = [];
      for await (const entry of store.audit.entries()) trail.push(entry);
      const record = await store.imports.get("IMP-0001");
      return { facts: (await store.attendance.of({ session })).length, status: record?.status, entries: trail };
    });
    expect(verifyTrail(entries, sha256)).toEqual([]);
    return { facts, status, told: await toldBy(database), again: await toldBy(database) };
  } finally {
    await database.close();
  }
}

async function toldBy(database: Database): Promise<readonly InterruptedWork[]> {
  const told: InterruptedWork[] = [];
  await tellInterrupted(
    database,
    () => true,
    (work) => void told.push(work),
  );
  return told;
}
