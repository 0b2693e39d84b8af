import type { ResourceKey } from "./booking.js";
import type { EpochMinutes } from "./clock.js";

/** A stretch during which a resource is kept, in whole minutes since 1970: `until` is free again. */
export interface Interval {
  readonly resource: ResourceKey;
  readonly from: EpochMinutes;
  readonly until: EpochMinutes;
  /** What keeps it. Of two that are equal for the rest, the first in alphabetical order comes first. */
  readonly owner: string;
}

/** Two intervals of one resource and the stretch they share. `first` is the one that starts first. */
export interface Overlap<I extends Interval = Interval> {
  readonly resource: ResourceKey;
  readonly first: I;
  readonly second: I;
  readonly from: EpochMinutes;
  readonly until: EpochMinutes;
}

/**
 * Every two intervals of one resource that share some time, whatever they are for. One that ends when another begins
 * shares none, nor does one that ends before it begins. The order of what is given changes nothing in what comes back:
 * by resource, then by the start of the common stretch. Never more than `most`.
 */
export function overlapsAmong<I extends Interval>(
  intervals: readonly I[],
  { most = Number.POSITIVE_INFINITY }: { readonly most?: number } = {},
): readonly Overlap<I>[] {
  const overlaps: Overlap<I>[] = [];
  const { order, ends } = inOrder(intervals);
  let start = 0;
  for (const end of ends) {
    sweep(intervals, order.subarray(start, end), overlaps, most);
    start = end;
  }
  return overlaps;
}

/** By start, then by end, then by owner. */
export function comparedIntervals(a: Interval, b: Interval): number {
  return a.from - b.from || a.until - b.until || (a.owner < b.owner ? -1 : Number(a.owner > b.owner));
}

/** Walks through the starts and keeps those that have not ended yet: each of them overlaps the one that starts. */
function sweep<I extends Interval>(intervals: readonly I[], order: Int32Array, overlaps: Overlap<I>[], most: number): void {
  const open = new Int32Array(order.length);
  const untils = new Float64Array(order.length);
  let opened = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const second = intervals[order[rank] as number] as I;
    const { resource, from, until } = second;
    untils[rank] = until;
    let kept = 0;
    for (let place = 0; place < opened; place++) {
      const earlier = open[place] as number;
      const ends = untils[earlier] as number;
      if (ends <= from) continue;
      open[kept++] = earlier;
      if (overlaps.length >= most) return;
      const first = intervals[order[earlier] as number] as I;
      overlaps.push({ resource, first, second, from, until: Math.min(ends, until) });
    }
    open[kept++] = rank;
    opened = kept;
  }
}

/** The places of the intervals, resource by resource, each in the order they are compared in, and where each resource ends. */
function inOrder(intervals: readonly Interval[]): { readonly order: Int32Array; readonly ends: readonly number[] } {
  const { groups, ids } = groupsOf(intervals);
  const order = new Int32Array(groups.reduce((sum, { size }) => sum + size, 0));
  const ends: number[] = [];
  const next = new Int32Array(groups.length);
  let end = 0;
  for (const { id, size } of [...groups].sort((a, b) => (a.resource < b.resource ? -1 : 1))) {
    next[id] = end;
    end += size;
    ends.push(end);
  }
  for (let place = 0; place < intervals.length; place++) {
    const id = ids[place] as number;
    if (id < 0) continue;
    const at = next[id] as number;
    order[at] = place;
    next[id] = at + 1;
  }
  sortEach(intervals, order, ends);
  return { order, ends };
}

interface Group {
  readonly resource: ResourceKey;
  readonly id: number;
  size: number;
}

/** The resources, and of each interval its resource's number; -1 for one that lasts no time, or is not made of numbers. */
function groupsOf(intervals: readonly Interval[]): { readonly groups: readonly Group[]; readonly ids: Int32Array } {
  const known = new Map<ResourceKey, Group>();
  const groups: Group[] = [];
  const ids = new Int32Array(intervals.length);
  for (let place = 0; place < intervals.length; place++) {
    const { resource, from, until } = intervals[place] as Interval;
    if (!(from < until)) {
      ids[place] = -1;
      continue;
    }
    let group = known.get(resource);
    if (group === undefined) {
      group = { resource, id: groups.length, size: 0 };
      known.set(resource, group);
      groups.push(group);
    }
    group.size += 1;
    ids[place] = group.id;
  }
  return { groups, ids };
}

/** Sorts as numbers, each start packed with its place: several times faster than comparing objects. */
function sortEach(intervals: readonly Interval[], order: Int32Array, ends: readonly number[]): void {
  const room = 2 ** Math.ceil(Math.log2(intervals.length + 1));
  const keys = new Float64Array(order.length);
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let rank = 0; rank < order.length; rank++) {
    const { from } = intervals[order[rank] as number] as Interval;
    keys[rank] = from;
    if (from < least) least = from;
    if (from > greatest) greatest = from;
  }
  const fits = (greatest - least + 1) * room <= Number.MAX_SAFE_INTEGER;
  for (let rank = 0; rank < order.length; rank++) keys[rank] = ((keys[rank] as number) - least) * room + (order[rank] as number);
  let start = 0;
  for (const end of ends) {
    if (fits) sortPacked(intervals, order.subarray(start, end), keys.subarray(start, end).sort(), room);
    else sortCompared(intervals, order.subarray(start, end));
    start = end;
  }
}

function sortPacked(intervals: readonly Interval[], order: Int32Array, keys: Float64Array, room: number): void {
  let started = 0;
  let previous = Number.NaN;
  for (let rank = 0; rank < keys.length; rank++) {
    const from = Math.floor((keys[rank] as number) / room);
    order[rank] = (keys[rank] as number) - from * room;
    if (from === previous) continue;
    if (rank - started > 1) sortCompared(intervals, order.subarray(started, rank));
    started = rank;
    previous = from;
  }
  if (keys.length - started > 1) sortCompared(intervals, order.subarray(started));
}

function sortCompared(intervals: readonly Interval[], order: Int32Array): void {
  order.sort((a, b) => comparedIntervals(intervals[a] as Interval, intervals[b] as Interval));
}
