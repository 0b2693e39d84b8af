import { createHash, hash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Digest } from "@kairos/core";
import { openDatabase } from "../packages/bot/src/store/database.js";
import type { Store } from "../packages/bot/src/store/store.js";
import { writeTrail } from "./long-trail.js";
import { median, report } from "./report.js";

// A trail of a million entries in a file: recomputed whole, searched, summed up, and its beginning removed.
const entries = 1_000_000;
const workspace = "1098765432109876543";
const digest: Digest = (text) => hash?.("sha256", text) ?? createHash("sha256").update(text).digest("hex");
const folder = mkdtempSync(join(tmpdir(), "kairos-trail-"));
try {
  const file = join(folder, "desk.sqlite");
  const database = await openDatabase({ file, digest });
  await writeTrail(file, workspace, entries, digest);

  const verified = await times(5, async () => {
    const { problems, entries: found } = await database.trails.verify(workspace);
    if (problems.length > 0 || found !== entries) throw new Error(`${found}: ${JSON.stringify(problems)}`);
  });
  tell(`a trail of ${entries} entries, recomputed from the file`, verified, 3000);

  const look = (body: (audit: Store["audit"]) => Promise<unknown>) =>
    times(9, () => database.read(workspace, "all", ({ audit }) => body(audit)));
  const person = "234567890123456790";
  const days = { from: "2026-02-01T00:00:00.000Z", before: "2026-02-08T00:00:00.000Z" };
  tell("its last acts of a person", await look((audit) => audit.search({ actor: person, limit: 201 })), 300);
  tell("its acts of a week", await look((audit) => audit.search({ ...days, limit: 201 })), 300);
  tell("an act that never was", await look((audit) => audit.search({ acts: ["devis.expirer"], limit: 201 })), 300);
  tell("an object that never was", await look((audit) => audit.search({ objects: ["DEV-2020-0001"], limit: 201 })), 300);
  tell("who does what, and when last", await look((audit) => audit.usage("2025-11-20T00:00:00.000Z")), 1000);

  const closing = { before: "2025-12-20", from: "2025-12-20T00:00:00.000Z", at: "2026-12-20T00:00:00.000Z" };
  const closed = await times(10, () => database.trails.close(workspace, closing));
  tell("a part of its beginning removed: how long others wait", closed, 300);
  await database.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function times(turns: number, act: () => Promise<unknown>): Promise<readonly number[]> {
  const spent: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const before = performance.now();
    await act();
    spent.push(performance.now() - before);
  }
  return spent;
}

function tell(bar: string, spent: readonly number[], limit: number): void {
  const measured = `${median(spent).toFixed(0)} ms (longest ${Math.max(...spent).toFixed(0)} ms)`;
  report({ bar, measured, limit: `≤ ${limit} ms`, passed: median(spent) <= limit });
}
