import { type Interval, type Overlap, overlapIndex, overlapsAmong } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const anInterval: fc.Arbitrary<Interval> = fc
  .record({
    resource: fc.constantFrom("person:lea", "person:omar", "room:salle-2"),
    from: fc.integer({ min: -40, max: 200 }),
    lasts: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: -3, max: 12 }) }, { weight: 1, arbitrary: fc.constant(1_000) }),
    owner: fc.constantFrom("SE-1", "SE-2", "SE-3"),
  })
  .map(({ lasts, ...rest }) => ({ ...rest, until: rest.from + lasts }));
const someIntervals = fc.array(anInterval, { maxLength: 120 });

const morning: Interval = { resource: "person:lea", from: 540, until: 750, owner: "SE-1" };
const afternoon: Interval = { resource: "person:lea", from: 750, until: 990, owner: "SE-2" };

describe("all overlaps among intervals", () => {
  it("are those of every pair, compared one by one", () => {
    fc.assert(
      fc.property(someIntervals, (intervals) => {
        expect(overlapsAmong(intervals).map(said).sort()).toEqual(pairByPair(intervals).map(said).sort());
      }),
    );
  });

  it("come in the same order, whatever the order they are given in", () => {
    fc.assert(
      fc.property(
        someIntervals.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([a, b]) => {
          expect(overlapsAmong(b).map(said)).toEqual(overlapsAmong(a).map(said));
        },
      ),
    );
  });

  it("tell the resource, both owners and the stretch they share", () => {
    const late = { ...afternoon, from: 700 };
    expect(overlapsAmong([late, morning])).toEqual([{ resource: "person:lea", first: morning, second: late, from: 700, until: 750 }]);
  });

  it.each([
    ["one ends when the other begins", [morning, afternoon]],
    ["they keep different resources", [morning, { ...morning, resource: "person:omar" }]],
    ["one lasts no time", [morning, { ...morning, until: 540 }]],
    ["one ends before it begins", [morning, { ...morning, until: 500 }]],
    ["one is not made of numbers", [morning, { ...morning, from: Number.NaN }]],
    ["there is nothing", []],
  ])("are none when %s", (_name, intervals) => {
    expect(overlapsAmong(intervals)).toEqual([]);
    const index = overlapIndex(intervals.slice(0, 1));
    expect(intervals.slice(1).flatMap((one) => index.insert(one))).toEqual([]);
  });

  it("stop at a limit, so that a thousand copies of one interval fill no memory", () => {
    const copies = Array.from({ length: 3_000 }, (_, rank) => ({ ...morning, owner: `SE-${rank}` }));
    expect(overlapsAmong(copies, { most: 500 })).toHaveLength(500);
  });

  it("bear instants as far apart as numbers go", () => {
    const far = { ...morning, resource: "person:omar", from: -8e15, until: 8e15 };
    const near = { ...far, from: 8e15 - 2, owner: "SE-2" };
    expect(overlapsAmong([near, morning, far])).toMatchObject([{ first: far, second: near, from: 8e15 - 2, until: 8e15 }]);
  });
});

describe("an index of intervals", () => {
  it("finds for each interval what overlaps those that came before, and in the end as much as all at once", () => {
    fc.assert(
      fc.property(someIntervals, fc.nat({ max: 120 }), (intervals, loaded) => {
        const index = overlapIndex(intervals.slice(0, loaded));
        const found = intervals.slice(loaded).flatMap((interval) => index.insert(interval));
        const before = overlapsAmong(intervals.slice(0, loaded));
        expect([...before, ...found].map(said).sort()).toEqual(overlapsAmong(intervals).map(said).sort());
        expect(index.size).toBe(intervals.filter(({ from, until }) => from < until).length);
      }),
    );
  });

  it("asks without adding, and answers by start", () => {
    const index = overlapIndex([afternoon, morning]);
    expect(index.query({ ...morning, from: 600, until: 800 })).toEqual([morning, afternoon]);
    expect(index.query({ ...morning, from: 600, until: 800, resource: "person:omar" })).toEqual([]);
    expect(index.size).toBe(2);
  });

  it("grows beyond what it was opened with", () => {
    const days = Array.from({ length: 5_000 }, (_, day) => ({
      ...morning,
      from: day * 1_440,
      until: day * 1_440 + 210,
      owner: `SE-${day}`,
    }));
    const index = overlapIndex<Interval>();
    expect(days.flatMap((one) => index.insert(one))).toEqual([]);
    const always = { ...morning, from: 0, until: 5_000 * 1_440, owner: "SE-ALL" };
    expect(index.insert(always)).toHaveLength(5_000);
    expect(index.query({ ...morning, from: 4_999 * 1_440, until: 5_000 * 1_440 })).toHaveLength(2);
  });
});

function pairByPair(intervals: readonly Interval[]): readonly Overlap[] {
  return intervals.flatMap((a, rank) =>
    intervals.slice(rank + 1).flatMap((b): readonly Overlap[] => {
      const [from, until] = [Math.max(a.from, b.from), Math.min(a.until, b.until)];
      if (a.resource !== b.resource || from >= until || a.from >= a.until || b.from >= b.until) return [];
      const [first, second] = key(a) <= key(b) ? [a, b] : [b, a];
      return [{ resource: a.resource, first, second, from, until }];
    }),
  );
}

function key({ from, until, owner }: Interval): string {
  return `${String(from + 10_000).padStart(8, "0")} ${String(until + 10_000).padStart(8, "0")} ${owner}`;
}

function said({ resource, first, second, from, until }: Overlap): string {
  return `${resource} ${key(first)} / ${key(second)}: ${from}-${until}`;
}
