import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyTrail } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../bundle.js";
import { aTestFile, besides, withDatabase } from "./files.js";
import { collect, enterQuote, look, sha256 } from "./fixtures.js";
import { type Said, startWriter } from "./writers.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-writer-"));
  await bundle(new URL("writer.ts", import.meta.url), join(folder, "writer.mjs"));
});
afterAll(() => rm(folder, { recursive: true }));

// A loaded machine starts processes slowly.
describe("several processes on one file", { timeout: 60_000 }, () => {
  it("open it new together and queue: no failure, no number missing or doubled", async () => {
    const file = await aTestFile();
    const writers = ["a", "b", "c", "d"].map((name) => start(file, name, 100));
    const reading = withDatabase(file, async (database) => {
      while (writers.some(({ process }) => process.exitCode === null)) {
        await database.suggest({ workspace: "any", scope: "all", kind: "quote", typed: "cariste" });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    const ends = await Promise.all(writers.map(({ ended }) => ended));
    await reading;
    expect(ends.map(({ errors }) => errors)).toEqual(["", "", "", ""]);
    const acknowledged = ends.flatMap(({ said }) => said);
    expect(acknowledged).toHaveLength(400);
    expect(await referencesOf(file)).toEqual(numbered(400));
    expect(new Set(acknowledged.map(([, number]) => number)).size).toBe(400);
  });

  it("may be killed at any time: what was acknowledged is there, no gap, and a repeated delivery acts once", async () => {
    const file = await aTestFile();
    const acknowledged: (readonly [id: string, number: number])[] = [];
    for (let round = 0; round < 5; round++) {
      const writers = ["a", "b"].map((name) => start(file, `${name}${round}`, 10_000));
      await Promise.all(writers.map(({ process }) => process.stdout && once(process.stdout, "data")));
      await new Promise((resolve) => setTimeout(resolve, 60 + 37 * round));
      for (const { process } of writers) process.kill("SIGKILL");
      for (const { said } of await Promise.all(writers.map(({ ended }) => ended))) acknowledged.push(...said);
      for (const name of ["a", "b"]) acknowledged.push(await repeatLast(file, `${name}${round}`, acknowledged));
    }
    const references = await referencesOf(file);
    expect(references).toEqual(numbered(references.length));
    const kept = await withDatabase(file, (database) => look(database, ({ quotes }) => quotes.list()));
    expect(new Set(kept.map(({ title }) => title)).size).toBe(kept.length);
    expect(kept.length).toBe(acknowledged.length);
    for (const [id, number] of acknowledged) expect(kept.find(({ title }) => title === id)?.reference).toBe(`DEV-${number}`);
  });
});

const start = (file: string, name: string, count: number) => startWriter(join(folder, "writer.mjs"), file, name, count);

/** The delivery under way when the writer died: committed or not, it is asked again. */
async function repeatLast(file: string, name: string, acknowledged: Said): Promise<readonly [string, number]> {
  const id = `${name}-${acknowledged.filter(([known]) => known.startsWith(`${name}-`)).length}`;
  return [id, await withDatabase(file, (database) => enterQuote(database, id))];
}

/** The references in order; the file and the trail are sound. */
async function referencesOf(file: string): Promise<string[]> {
  expect(await besides(file, (base) => base.raw("PRAGMA integrity_check"))).toEqual([{ integrity_check: "ok" }]);
  return withDatabase(file, (database) =>
    look(database, async ({ quotes, audit }) => {
      const entries = await collect(audit.entries());
      const references = (await quotes.list()).map(({ reference }) => reference).reverse();
      expect(verifyTrail(entries, sha256)).toEqual([]);
      expect(entries).toHaveLength(references.length);
      return references;
    }),
  );
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `DEV-${index + 1}`);
}
