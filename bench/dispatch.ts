import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf } from "@kairos/core";
import { commandModules } from "../packages/bot/src/command-folder.js";
import { dispatchThrough } from "../packages/bot/src/dispatch.js";
import { parseLine } from "../packages/bot/src/fronts/shared/line/parse-line.js";
import { commandsIn } from "../packages/bot/src/load-commands.js";
import { openDatabase } from "../packages/bot/src/store/database.js";
import { connect } from "../packages/bot/src/store/driver.js";
import { founding } from "../tests/bot/founding.js";
import { report } from "./report.js";

// One command end to end on a file: rights, rules, audit, durable commit. The commands are built in, as in the bot.
const folder = mkdtempSync(join(tmpdir(), "kairos-dispatch-"));
const commands = commandsIn(commandModules);
const database = await openDatabase({
  file: join(folder, "desk.sqlite"),
  digest: (text) => createHash("sha256").update(text).digest("hex"),
});
const clock = () => new Date().toISOString();
const dispatch = dispatchThrough({
  commands,
  database,
  clock,
  dayOf,
  render: () => Promise.resolve(new Uint8Array()),
  report: (error) => console.error(error),
});
let deliveries = 0;

for (const [person, line] of founding) await type(person, line);
await type("gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001");
const changing = "/devis frais reference:DEV-2026-0001 ligne:1 prix:17";
const reading = "/devis verifier reference:DEV-2026-0001";
// A desk lives for days: what counts is how it answers once it is warm.
for (let turn = 0; turn < 1500; turn++) await type("gestionnaire", turn % 2 === 0 ? changing : reading);
for (const [name, line] of Object.entries({ "changes a quote": changing, "checks a quote": reading })) {
  const [p50, p99] = await percentiles(1000, () => type("gestionnaire", line));
  report({
    bar: `a command that ${name}, p99`,
    measured: `${p99.toFixed(1)} ms (p50 ${p50.toFixed(1)} ms)`,
    limit: "10 ms",
    passed: p99 < 10,
  });
}
await database.close();
const bare = await bareCommits();
process.stderr.write(
  `beside: one bare row, inserted and committed by the same driver: p50 ${bare[0].toFixed(1)} ms, p99 ${bare[1].toFixed(1)} ms\n`,
);
rmSync(folder, { recursive: true });

async function type(person: string, line: string): Promise<void> {
  const parsed = parseLine(line, commands);
  if (!parsed.ok) throw new Error(line);
  deliveries += 1;
  const answer = await dispatch({
    workspace: "bench",
    deliveryId: `d-${deliveries}`,
    actor: { id: person, name: person },
    mayFound: true,
    path: parsed.path,
    options: parsed.options,
  });
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
}

/** The same durable commit with nothing around it: what the driver, the disk and the machine take for themselves. */
async function bareCommits(): Promise<readonly [p50: number, p99: number]> {
  const base = connect(join(folder, "bare.sqlite"));
  await base.schema.createTable("rows", (table) => void table.text("text"));
  const times = await percentiles(1000, () => base.transaction((trx) => trx("rows").insert({ text: "x".repeat(2000) })));
  await base.destroy();
  return times;
}

async function percentiles(turns: number, act: () => Promise<unknown>): Promise<readonly [p50: number, p99: number]> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [times[Math.floor(turns * 0.5)] ?? 0, times[Math.floor(turns * 0.99)] ?? 0];
}
