// Runs the whole suite under each runtime and each time zone our users live in, and prints one table. Long: minutes a cell.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const zones = ["UTC", "Europe/Paris", "America/Martinique", "Indian/Reunion"];
const runtimes = { "this node": [process.execPath], "node 24": ["npx", "--yes", "-p", "node@24", "node"] };
// `node scripts/matrix.mjs "node 24" UTC`: only these; nothing said of a kind means all of it.
const wanted = process.argv.slice(2);
const isWanted = (kind, one) => !wanted.some((word) => kind.includes(word)) || wanted.includes(one);

let failed = false;
for (const [name, [command, ...before]] of Object.entries(runtimes)) {
  for (const zone of zones) {
    if (!isWanted(Object.keys(runtimes), name) || !isWanted(zones, zone)) continue;
    const start = Date.now();
    const run = spawnSync(command, [...before, vitest, "run", "--reporter=dot"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, TZ: zone, CI: "1", NO_COLOR: "1" },
    });
    const summary = /Tests\s+(.*)/.exec(run.stdout)?.[1] ?? "did not run";
    console.log(`${name.padEnd(14)} ${zone.padEnd(20)} ${summary} in ${Math.round((Date.now() - start) / 1000)} s`);
    if (run.status !== 0) {
      failed = true;
      console.error(run.stdout.slice(-4000), run.stderr.slice(-2000));
    }
  }
}
process.exitCode = failed ? 1 : 0;
