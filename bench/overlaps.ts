import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import IntervalTree from "@flatten-js/interval-tree";
import { type Interval, overlapIndex, overlapsAmong } from "@kairos/core";
import { drawnFrom, median, report, thousands } from "./report.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

// Half-days of two to four hours between 8:00 and 18:00, in an order nothing can guess, the same in every run.
const count = 100_000;
const random = drawnFrom(7);
const among = halfDays(1_000, 365);
const alone = halfDays(1, 10_950);
// Each the length of the whole calendar, on one resource among the short ones: what a search by start alone stumbles on.
const everything: Interval = { resource: "person:0", from: 0, until: 10_950 * 24 * 60, owner: "SE-0000" };

timeAll("all overlaps among 100,000 intervals of 1,000 resources, explained", among, 80);
timeAll("the same, all on one resource", alone, 200);
timeInsertions("one insertion against 100,000 of 1,000 resources", among, halfDays(1_000, 365, 20_000));
timeInsertions("one insertion against 100,000 on one resource", alone, halfDays(1, 10_950, 20_000));
timeInsertions("one insertion, one of the 100,000 spans everything", [everything, ...alone], halfDays(1, 10_950, 20_000));
timeInsertions("one insertion, every hundredth spans a month", alone.map(stretched), halfDays(1, 10_950, 20_000));

function timeAll(bar: string, intervals: readonly Interval[], most: number): void {
  let overlaps = 0;
  const ours = milliseconds(15, () => {
    overlaps = overlapsAmong(intervals).length;
  });
  const library = milliseconds(3, () => {
    if (withLibrary(intervals) !== overlaps) throw new Error("the library finds others");
  });
  const fewer = intervals.slice(0, 10_000);
  const naive = milliseconds(3, () => {
    if (naively(fewer) !== overlapsAmong(fewer).length) throw new Error("the naive way finds others");
  });
  report({
    bar,
    measured: `${ours.toFixed(0)} ms, ${thousands(overlaps)} found (interval-tree ${library.toFixed(0)} ms, pair by pair ${naive.toFixed(0)} ms for 10,000 of them, so about ${((naive * 100) / 1000).toFixed(0)} s)`,
    limit: `≤ ${most} ms`,
    passed: ours <= most,
  });
}

function timeInsertions(bar: string, intervals: readonly Interval[], more: readonly Interval[]): void {
  const rounds = 5;
  const ours: number[] = [];
  const library: number[] = [];
  const naive: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const index = overlapIndex(intervals);
    found = 0;
    ours.push(
      each(more, (interval) => {
        found += index.insert(interval).length;
      }),
    );
    const some = more.slice(0, 2_000);
    const trees = treesOf(intervals);
    let seen = 0;
    library.push(
      each(some, (interval) => {
        seen += insertedIn(trees, interval);
      }),
    );
    const list = [...intervals];
    let met = 0;
    naive.push(
      each(some.slice(0, 50), (interval) => {
        met += list.filter((other) => share(other, interval)).length;
        list.push(interval);
      }),
    );
    const again = overlapIndex(intervals);
    const same = some.reduce((sum, interval) => sum + again.insert(interval).length, 0);
    if (seen !== same || met === 0) throw new Error("others find others");
  }
  report({
    bar,
    measured: `${median(ours).toFixed(1)} µs, ${(found / more.length).toFixed(1)} found each (interval-tree ${median(library).toFixed(1)} µs, a list ${median(naive).toFixed(0)} µs)`,
    limit: "< 50 µs",
    passed: median(ours) < 50,
  });
}

/** Median of several runs, what earlier ones left being collected in between. */
function milliseconds(runs: number, task: () => void): number {
  const spent: number[] = [];
  for (let run = 0; run <= runs; run++) {
    collect();
    const start = performance.now();
    task();
    if (run > 0) spent.push(performance.now() - start);
  }
  return median(spent);
}

/** Microseconds for one of many. */
function each(intervals: readonly Interval[], task: (interval: Interval) => void): number {
  collect();
  const start = performance.now();
  for (const interval of intervals) task(interval);
  return ((performance.now() - start) * 1000) / intervals.length;
}

function withLibrary(intervals: readonly Interval[]): number {
  const trees = new Map<string, IntervalTree<Interval>>();
  let overlaps = 0;
  for (const interval of intervals) overlaps += insertedIn(trees, interval);
  return overlaps;
}

function treesOf(intervals: readonly Interval[]): Map<string, IntervalTree<Interval>> {
  const trees = new Map<string, IntervalTree<Interval>>();
  for (const interval of intervals) insertedIn(trees, interval, false);
  return trees;
}

/** Its ends belong to its intervals: one minute less makes them half-open. */
function insertedIn(trees: Map<string, IntervalTree<Interval>>, interval: Interval, looked = true): number {
  const tree = trees.get(interval.resource) ?? new IntervalTree<Interval>();
  trees.set(interval.resource, tree);
  const key: [number, number] = [interval.from, interval.until - 1];
  const found = looked ? tree.search(key).length : 0;
  tree.insert(key, interval);
  return found;
}

function naively(intervals: readonly Interval[]): number {
  let overlaps = 0;
  for (let a = 0; a < intervals.length; a++) {
    for (let b = a + 1; b < intervals.length; b++) if (share(intervals[a] as Interval, intervals[b] as Interval)) overlaps++;
  }
  return overlaps;
}

function share(a: Interval, b: Interval): boolean {
  return a.resource === b.resource && a.from < b.until && b.from < a.until;
}

function halfDays(resources: number, days: number, many = count): readonly Interval[] {
  return Array.from({ length: many }, (_, rank) => {
    const from = Math.floor(random() * days) * 24 * 60 + 8 * 60 + Math.floor(random() * 32) * 15;
    const until = from + 120 + Math.floor(random() * 9) * 15;
    return { resource: `person:${Math.floor(random() * resources)}`, from, until, owner: `SE-${rank % 5_000}` };
  });
}

function stretched(interval: Interval, rank: number): Interval {
  return rank % 100 === 0 ? { ...interval, until: interval.from + 30 * 24 * 60 } : interval;
}
