import { columnsOf, type DifferenceKind, type Reconciliation, type ReconciliationInput, reconcile, reconcileColumns } from "@kairos/core";
import { connect } from "../packages/bot/src/store/driver.js";
import { aMillionHalfDays, inAnyOrder } from "./reconcile-samples.js";
import { median, report, thousands } from "./report.js";

const warmUps = 4;
const rounds = 11;

// How many planned half-days do not agree, and how many rows are of none. The join alone, counted inside SQLite so that no row
// leaves it, its indexes holding all that it reads. It leaves out what reconcile finds besides: which half-days, what kind of
// difference, both figures, what is said twice, who withdrew, and the totals.
const same = "(session, trainee, day, half)";
const isSigned = "exists (select 1 from signed s where (s.session, s.trainee, s.day, s.half) = (p.session, p.trainee, p.day, p.half))";
const unplanned = (source: string) => `(select count(*) from ${source} left join planned p using ${same} where p.session is null)`;
const join = `select count(*) as planned, ${["recorded", "declared", "billed", "signed"].map(unplanned).join(" + ")} as unplanned
  from planned p
  left join recorded r using ${same}
  left join declared d using ${same}
  left join billed b using ${same}
  where p.day < ? and (
    r.minutes is null or (r.minutes > 0) <> ${isSigned}
    or (r.minutes > 0 and d.minutes is null) or d.minutes <> ifnull(r.minutes, 0)
    or b.minutes <> ifnull(r.minutes, 0) or b.minutes <> ifnull(d.minutes, 0)
    or r.minutes > p.minutes or d.minutes > p.minutes or b.minutes > p.minutes)`;
/** Of what nobody planned, or on top of what agrees. */
const besides: readonly DifferenceKind[] = ["twice", "withdrawn", "future", "outside"];

interface Spent {
  readonly wall: number[];
  readonly processor: number[];
}

const input = aMillionHalfDays();
const columns = columnsOf(input);
const base = await filled(input);
const found = reconcile(input);
const counted = await joined();
if (counted !== differing(found)) throw new Error(`SQLite counts ${counted} planned half-days that differ, reconcile ${differing(found)}`);

// Turn by turn, so that what else the machine does slows all of them alike.
const [rows, ready, sqlite] = [nothingYet(), nothingYet(), nothingYet()];
for (let round = 0; round < warmUps + rounds; round++) {
  if (round === warmUps) for (const spent of [rows, ready, sqlite]) spent.wall.length = spent.processor.length = 0;
  await timed(rows, () => reconcile(input));
  await timed(ready, () => reconcileColumns(columns));
  await timed(sqlite, joined);
}
await base.destroy();

const shuffled = inAnyOrder(input);
const anyOrder = nothingYet();
for (let round = 0; round < 5; round++) await timed(anyOrder, () => reconcile(shuffled));
const written = JSON.stringify(found);
if (JSON.stringify(reconcile(shuffled)) !== written) throw new Error("the order of the input shows");
if (JSON.stringify(reconcileColumns(columns)) !== written) throw new Error("columns say something else than rows");

report({
  bar: "a million half-day records reconciled, from rows",
  measured: `${said(rows)}, ${thousands(found.differences.length)} differences; in an order nothing can guess ${said(anyOrder)}`,
  limit: "≤ 200 ms",
  passed: median(rows.wall) <= 200,
});
report({
  bar: "the same, from columns",
  measured: said(ready),
  limit: "≤ 40 ms",
  passed: median(ready.wall) <= 40,
});
report({
  bar: "against SQLite, indexed, in memory, that only counts the half-days that differ",
  measured: `${said(sqlite)}, ${thousands(counted)} of both: rows ${times(rows)} times faster, columns ${times(ready)} times`,
  limit: "≥ 7 times",
  passed: median(sqlite.wall) / median(rows.wall) >= 7,
});

function differing({ differences }: Reconciliation): number {
  const planned = differences.filter(({ kind }) => !besides.includes(kind));
  return new Set(planned.map(({ session, trainee, day, half }) => `${session} ${trainee} ${day} ${half}`)).size;
}

function times(ours: Spent): string {
  return (median(sqlite.wall) / median(ours.wall)).toFixed(1);
}

function said({ wall, processor }: Spent): string {
  return `${median(wall).toFixed(0)} ms (at best ${Math.min(...wall).toFixed(0)}; of the processor ${median(processor).toFixed(0)})`;
}

function nothingYet(): Spent {
  return { wall: [], processor: [] };
}

async function timed({ wall, processor }: Spent, task: () => unknown): Promise<void> {
  const [before, start] = [process.cpuUsage(), performance.now()];
  await task();
  wall.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  processor.push((user + system) / 1000);
}

async function joined(): Promise<number> {
  const [row] = (await base.raw(join, [input.today])) as readonly { planned: number }[];
  return row?.planned ?? 0;
}

async function filled(data: ReconciliationInput) {
  const made = connect(":memory:");
  for (const source of ["planned", "recorded", "declared", "billed", "signed"] as const) {
    await made.raw(`create table ${source} (session text, trainee text, day text, half text, minutes integer)`);
    const values = data[source];
    for (let start = 0; start < values.length; start += 20_000) {
      const some = values
        .slice(start, start + 20_000)
        .map((row) => [row.session, row.trainee, row.day, row.half, "minutes" in row ? row.minutes : 0]);
      const texts = [0, 1, 2, 3, 4].map((place) => `json_extract(value, '$[${place}]')`).join(", ");
      await made.raw(`insert into ${source} select ${texts} from json_each(?)`, [JSON.stringify(some)]);
    }
    await made.raw(`create index ${source}_slot on ${source} (session, trainee, day, half, minutes)`);
  }
  await made.raw("analyze");
  return made;
}
