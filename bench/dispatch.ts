import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayOf } from "@kairos/core";
import { dispatchThrough } from "../packages/bot/src/dispatch.js";
import { parseLine } from "../packages/bot/src/fronts/console/parse-line.js";
import { loadCommands } from "../packages/bot/src/load-commands.js";
import { openDatabase } from "../packages/bot/src/store/database.js";
import { founding } from "../tests/bot/founding.js";
import { report } from "./report.js";

// One command end to end on a file: rights, rules, audit, durable commit. The commands are those of the built bot.
const folder = mkdtempSync(join(tmpdir(), "kairos-dispatch-"));
const commands = await loadCommands(join(process.env.KAIROS_ROOT ?? process.cwd(), "packages/bot/dist/commands"));
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
for (let turn = 0; turn < 300; turn++) await type("gestionnaire", turn % 2 === 0 ? changing : reading);
for (const [name, line] of Object.entries({ "changes a quote": changing, "checks a quote": reading })) {
  const times: number[] = [];
  for (let turn = 0; turn < 1000; turn++) {
    const start = performance.now();
    await type("gestionnaire", line);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [p50, p99] = [times[500] ?? 0, times[990] ?? 0];
  report({
    bar: `a command that ${name}, p99`,
    measured: `${p99.toFixed(1)} ms (p50 ${p50.toFixed(1)} ms)`,
    limit: "10 ms",
    passed: p99 < 10,
  });
}
await database.close();
rmSync(folder, { recursive: true });

async function type(person: string, line: string): Promise<void> {
  const parsed = parseLine(line, commands);
  if (!parsed.ok) throw new Error(line);
  deliveries += 1;
  const answer = await dispatch({
    workspace: "bench",
    deliveryId: `d-${deliveries}`,
    actor: { id: person, name: person },
    path: parsed.path,
    options: parsed.options,
  });
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
}
