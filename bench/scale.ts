import { closeSync, copyFileSync, existsSync, fsyncSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandModules } from "../packages/bot/src/command-folder.js";
import { commandsIn } from "../packages/bot/src/load-commands.js";
import { openOffice } from "../tests/trust/office.js";
import { readStory, wholeStory } from "../tests/trust/story.js";
import { fillDesk, type Past, perSession } from "./large-desk.js";
import { median, report, thousands } from "./report.js";

// `KAIROS_SCALE_FOLDER` keeps the filled desks for another run. Every command of the desk, on what a provider leaves in a year and on a hundred to a thousand times as much.
const rounds = Number(process.env.KAIROS_SCALE_ROUNDS ?? 5);
const sizes: Readonly<Record<"small" | "large", Past>> = {
  small: { sessions: 1, quotes: 1000 },
  large: { sessions: 1000, quotes: 100_000 },
};
type Size = keyof typeof sizes;
const workspace = "bench";
/** Those that hand out every session, or hold a file against each of them: they grow with their number. What was erased leaves the free space of the file, which is rewritten whole. */
const wholeDesk = new Set(["session exporter", "session importer", "session valider-import", "session annuler-import", "donnees effacer"]);

const kept = process.env.KAIROS_SCALE_FOLDER;
const folder = kept ?? mkdtempSync(join(tmpdir(), "kairos-scale-"));
const commands = commandsIn(commandModules);
const story = await readStory(wholeStory(), commands);
const times: Record<Size, number[][]> = { small: story.map(() => []), large: story.map(() => []) };
for (const size of ["small", "large"] as const) {
  if (existsSync(join(folder, `${size}.sqlite`))) continue;
  const office = await openOffice({ file: join(folder, `${size}.sqlite`), commands, workspace });
  const start = performance.now();
  await fillDesk(office.database, workspace, sizes[size]);
  process.stderr.write(`… the ${size} desk was filled in ${Math.round((performance.now() - start) / 1000)} s\n`);
  await office.close();
}
// A first round warms the process up.
for (let round = 0; round <= rounds; round++)
  for (const size of ["small", "large"] as const) await play(size, (line, ms) => round > 0 && times[size][line]?.push(ms));

const compared = story.map((typed, line) => ({ typed, small: times.small[line] ?? [], large: times.large[line] ?? [] }));
const about = compared.filter(({ typed }) => !wholeDesk.has(typed.path));
const [small, large] = [p99(about.flatMap((one) => one.small)), p99(about.flatMap((one) => one.large))];
const rows = sizes.large.sessions * perSession.trainees * perSession.halfDays;
report({
  bar: `p99 of a command, ${thousands(rows)} half-days and ${thousands(sizes.large.quotes)} quotes stored`,
  measured: `${large.toFixed(1)} ms, ${(large / small).toFixed(2)} times`,
  limit: `1.5 times the ${small.toFixed(1)} ms with 1,000 of each`,
  passed: large <= small * 1.5,
});
const grown = compared
  .map(({ typed, ...both }) => ({ typed, small: median(both.small), large: median(both.large) }))
  .toSorted((a, b) => b.large - b.small - (a.large - a.small));
for (const one of grown.slice(0, 25))
  process.stderr.write(`${one.small.toFixed(1)} → ${one.large.toFixed(1)} ms  ${one.typed.line.slice(0, 110)}\n`);
if (kept === undefined) rmSync(folder, { recursive: true });

/** The whole story on a copy of a desk, so that each round finds the same. */
async function play(size: Size, done: (line: number, ms: number) => void): Promise<void> {
  const file = join(folder, "played.sqlite");
  copyFileSync(join(folder, `${size}.sqlite`), file);
  // What a copy leaves to be written would keep the disk busy under the first commands.
  const copied = openSync(file, "r+");
  fsyncSync(copied);
  closeSync(copied);
  const office = await openOffice({ file, commands, workspace });
  for (const [line, typed] of story.entries()) {
    office.setClock(typed.at);
    const start = performance.now();
    const answer = await office.deliver(typed);
    done(line, performance.now() - start);
    if (answer.outcome !== typed.expected) throw new Error(`${typed.line}: ${JSON.stringify(answer.reply.problems)}`);
  }
  await office.close();
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
}

function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;
}
