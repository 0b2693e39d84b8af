import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf } from "@kairos/core";
import { commandModules } from "../packages/bot/src/command-folder.js";
import { dispatchThrough } from "../packages/bot/src/dispatch.js";
import { parseLine } from "../packages/bot/src/fronts/shared/line/parse-line.js";
import { commandsIn } from "../packages/bot/src/load-commands.js";
import { openDatabase, type Place } from "../packages/bot/src/store/database.js";
import { founding } from "../tests/bot/founding.js";
import { startServer } from "../tests/bot/store/server.js";
import { report } from "./report.js";

// The same command on a file and on a PostgreSQL server of the same disk: alone, then from eight workspaces at once.
const commands = commandsIn(commandModules);
const folder = mkdtempSync(join(tmpdir(), "kairos-engines-"));
const server = await startServer(tmpdir());
const places: Record<string, Place> = { SQLite: { file: join(folder, "desk.sqlite") } };
if (typeof server === "string") process.stderr.write(`PostgreSQL is not measured: ${server}\n`);
else places.PostgreSQL = { url: await server.database() };

for (const [engine, place] of Object.entries(places)) {
  const database = await openDatabase({ ...place, digest: (text) => createHash("sha256").update(text).digest("hex") });
  const dispatch = dispatchThrough({
    commands,
    database,
    clock: () => new Date().toISOString(),
    dayOf,
    render: () => Promise.resolve(new Uint8Array()),
    report: (error) => console.error(error),
  });
  let deliveries = 0;
  const type = async (workspace: string, person: string, line: string): Promise<void> => {
    const parsed = parseLine(line, commands);
    if (!parsed.ok) throw new Error(line);
    deliveries += 1;
    const actor = { id: person, name: person };
    const { path, options } = parsed;
    const answer = await dispatch({ workspace, deliveryId: `d-${deliveries}`, actor, mayFound: true, path, options });
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  };
  const workspaces = Array.from({ length: 8 }, (_, index) => `office-${index}`);
  for (const workspace of workspaces) {
    for (const [person, line] of founding) await type(workspace, person, line);
    await type(workspace, "gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
  }
  const change = (workspace: string) => type(workspace, "gestionnaire", "/devis frais reference:DEV-2026-0001 ligne:1 prix:17");
  for (let turn = 0; turn < 500; turn++) await change("office-0");
  const alone: number[] = [];
  for (let turn = 0; turn < 1000; turn++) alone.push(await timed(() => change("office-0")));
  const together: number[] = [];
  const start = performance.now();
  await Promise.all(
    workspaces.map(async (workspace) => {
      for (let turn = 0; turn < 125; turn++) together.push(await timed(() => change(workspace)));
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  report({
    bar: `${engine}: a command that changes a quote, p99`,
    measured: `${at(alone, 0.99)} ms (p50 ${at(alone, 0.5)} ms, ${Math.round(1000 / mean(alone))} a second)`,
    limit: "none",
    passed: true,
  });
  report({
    bar: `${engine}: eight workspaces at once`,
    measured: `${Math.round(together.length / seconds)} commands a second (p99 ${at(together, 0.99)} ms)`,
    limit: "none",
    passed: true,
  });
  await database.close();
}
if (typeof server !== "string") await server.stop();
rmSync(folder, { recursive: true });

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

function at(times: readonly number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1);
}
