import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type AuditEntry, type Quote, verifyTrail } from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consoleWorkspace } from "../../packages/bot/src/fronts/console/desk.js";
import { openDatabase } from "../../packages/bot/src/store/database.js";
import { sha256 } from "../bot/desk.js";
import { founding } from "../bot/founding.js";

const start = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kairos-kill-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the desk, killed in the middle of commands", { timeout: 120_000 }, () => {
  it("loses nothing it acknowledged, leaves no gap in the numbers, and its trail verifies", async () => {
    const first = open("rgc");
    for (const [person, line] of founding) first.send(`/comme ${person}`, line);
    first.process.stdin?.end();
    await once(first.process, "close");
    const acknowledged = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const desk = open("gestionnaire");
      const enough = 3 + round * 2;
      const seen: string[] = [];
      for (let sent = 0; sent < 60; sent++) desk.send("/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
      for await (const line of desk.lines) {
        const reference = /Devis (DEV-\d{4}-\d{4}) ·/.exec(line)?.[1];
        if (reference === undefined) continue;
        seen.push(reference);
        if (seen.length === enough) desk.process.kill("SIGKILL");
      }
      expect(seen.length).toBeGreaterThanOrEqual(enough);
      for (const reference of seen) acknowledged.add(reference);
      const { quotes, entries } = await kept();
      const references = quotes.map(({ reference }) => reference).sort();
      expect([...acknowledged].filter((reference) => !references.includes(reference))).toEqual([]);
      expect(references).toEqual(
        references.map((_, index) =>
          `DEV-2026-${(index + 1).toString().padStart(4, "0")}`.replace("2026", references[0]?.slice(4, 8) ?? ""),
        ),
      );
      expect(verifyTrail(entries, sha256)).toEqual([]);
      expect(entries.filter(({ act }) => act === "devis.creer")).toHaveLength(references.length);
    }
  });
});

function open(person: string): { process: ChildProcess; lines: AsyncIterable<string>; send: (...lines: string[]) => void } {
  const child = spawn(process.execPath, [start, "desk", "--as", person, "--data", folder], { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout });
  return { process: child, lines, send: (...typed) => void child.stdin.write(typed.map((line) => `${line}\n`).join("")) };
}

async function kept(): Promise<{ quotes: readonly Quote[]; entries: readonly AuditEntry[] }> {
  const database = await openDatabase({ file: join(folder, "desk.sqlite"), digest: sha256 });
  try {
    return await database.read(consoleWorkspace, "all", async (store) => {
      const entries: AuditEntry[] = [];
      for await (const entry of store.audit.entries()) entries.push(entry);
      return { quotes: await store.quotes.list(), entries };
    });
  } finally {
    await database.close();
  }
}
