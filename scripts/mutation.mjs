// `npm run mutation`: mutates the rules, workflows, money, time and chain of core, area by area, and writes docs/mutation.md.
// `-- chain money`: these areas only; `-- --table`: only the page, from the reports that are there. What did not change since the last run
// is not run again, unless `-- --anew`: a mutant of what runs as a module loads does not see that a test was added elsewhere.
// `-- --recheck=60`: so many of the mutants judged, once more under plain vitest.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { areas, nameOfFiles } from "./mutation/areas.mjs";
import { pageOf } from "./mutation/page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = given.filter((name) => !(name in areas));
if (unknown.length > 0) {
  console.error(`✖ No area is called « ${unknown.join(" », « ")} ». Areas: ${Object.keys(areas).join(", ")}.`);
  process.exit(1);
}

const wanted = given.length > 0 ? given : Object.keys(areas);
const [, rechecked] = /--recheck=(\d+)/.exec(process.argv.join(" ")) ?? [];
for (const area of process.argv.includes("--table") || rechecked ? [] : wanted) {
  const stryker = join(root, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const { status } = spawnSync(process.execPath, [stryker, "run", ...(process.argv.includes("--anew") ? ["--force"] : [])], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, MUTATION_AREA: area, CI: "1" },
  });
  if (status !== 0) process.exitCode = 1;
}

const reports = Object.keys(areas).flatMap((area) => {
  const file = join(root, "reports", "mutation", `${nameOfFiles(area)}.json`);
  return existsSync(file) ? [{ area, report: JSON.parse(readFileSync(file, "utf8")) }] : [];
});
if (rechecked) {
  // It loads vitest, which no other run needs.
  const { recheck } = await import("./mutation/recheck.mjs");
  process.exit((await recheck(reports, Number(rechecked), root)) === 0 ? 0 : 1);
}
writeFileSync(join(root, "docs", "mutation.md"), pageOf(reports));
console.log(`docs/mutation.md: ${reports.length} of ${Object.keys(areas).length} areas`);
