// So many mutants of the reports, half of them found and half not, once more under plain vitest. Says where it judges otherwise
// than the runner. Nothing is written: the mutated file is handed to vitest as it loads.
import { join } from "node:path";
import { startVitest } from "vitest/node";
import { areas } from "./areas.mjs";

const isFound = ({ status }) => status === "Killed" || status === "Timeout";

/** Rechecks `count` mutants spread over the reports; answers how many were judged otherwise. */
export async function recheck(reports, count, root) {
  const mutants = reports.flatMap(({ area, report }) =>
    Object.entries(report.files).flatMap(([file, { source, mutants }]) => mutants.map((mutant) => ({ area, file, source, mutant }))),
  );
  const halves = [mutants.filter(({ mutant }) => isFound(mutant)), mutants.filter(({ mutant }) => !isFound(mutant))];
  const sample = halves.flatMap((half) => spread(half, Math.round(count / 2)));
  let otherwise = 0;
  for (const { area, file, source, mutant } of sample) {
    const failed = await failsUnderVitest(join(root, file), mutated(source, mutant), areas[area].tests, root);
    const agrees = failed === isFound(mutant);
    if (!agrees) otherwise += 1;
    const { line } = mutant.location.start;
    console.log(`${agrees ? "✔" : "✖"} ${mutant.status}, vitest ${failed ? "fails" : "passes"}: ${file}:${line} ${mutant.mutatorName}`);
  }
  console.log(`${sample.length} mutants rechecked, ${otherwise} judged otherwise`);
  return otherwise;
}

/** As many as asked, evenly from the first to the last: the same each time, and of every area. */
function spread(mutants, count) {
  const step = Math.max(1, mutants.length / count);
  return Array.from({ length: Math.min(count, mutants.length) }, (_, index) => mutants[Math.floor((index + 0.5) * step)]).filter(Boolean);
}

function mutated(source, { location: { start, end }, replacement }) {
  const lines = source.split("\n");
  const before = [...lines.slice(0, start.line - 1), lines[start.line - 1].slice(0, start.column - 1)].join("\n");
  const after = [lines[end.line - 1].slice(end.column - 1), ...lines.slice(end.line)].join("\n");
  return `${before}${replacement}${after}`;
}

async function failsUnderVitest(path, code, beginnings, root) {
  const vitest = await startVitest(
    "test",
    beginnings.map((beginning) => `tests/${beginning}`),
    { root, watch: false, bail: 1, reporters: [{}], update: false },
    { plugins: [{ name: "one-mutant", enforce: "pre", load: (id) => (id === path ? code : undefined) }] },
  );
  const failed = vitest.state.getFiles().some(({ result }) => result?.state === "fail");
  await vitest.close();
  process.exitCode = undefined;
  return failed;
}
