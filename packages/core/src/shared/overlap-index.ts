import type { ResourceKey } from "./booking.js";
import { comparedIntervals, type Interval, type Overlap } from "./overlaps.js";

/** Intervals among which one more finds what it overlaps without looking at them all. */
export interface OverlapIndex<I extends Interval> {
  readonly size: number;
  /** What an interval overlaps, by the start of the other one. */
  query(interval: Interval): readonly I[];
  /** Adds an interval and answers what it overlaps among those that were there: the new one is `second` unless it starts first. */
  insert(interval: I): readonly Overlap<I>[];
}

/**
 * An index of intervals. Each resource has a search tree by start, whose nodes know the last end below them, kept in
 * balance by priorities that follow from the order of insertion: a long interval among short ones costs no more than
 * another. In arrays of numbers, since a node is visited much more often than an interval.
 */
export function overlapIndex<I extends Interval>(intervals: readonly I[] = []): OverlapIndex<I> {
  const items: I[] = [];
  const roots = new Map<ResourceKey, number>();
  let nodes = grown(undefined, Math.max(1024, intervals.length + 1));

  const index: OverlapIndex<I> = {
    get size() {
      return items.length;
    },
    query: (interval) => (isEmpty(interval) ? [] : found(interval)),
    insert(interval) {
      if (isEmpty(interval)) return [];
      const overlapped = found(interval);
      add(interval);
      return overlapped.map((other) => overlapOf(other, interval));
    },
  };
  for (const interval of intervals) if (!isEmpty(interval)) add(interval);
  return index;

  function add(interval: I): void {
    items.push(interval);
    const node = items.length;
    if (node >= nodes.from.length) nodes = grown(nodes, 2 * node);
    nodes.from[node] = interval.from;
    nodes.until[node] = interval.until;
    nodes.last[node] = interval.until;
    nodes.priority[node] = scattered(node);
    roots.set(interval.resource, inserted(nodes, roots.get(interval.resource) ?? none, node));
  }

  function found({ resource, from, until }: Interval): readonly I[] {
    const result: I[] = [];
    collect(nodes, roots.get(resource) ?? none, from, until, (node) => result.push(items[node - 1] as I));
    return result;
  }
}

/** A tree in columns: node 0 is none. */
interface Nodes {
  readonly from: Float64Array;
  readonly until: Float64Array;
  /** The last end of the node and of all below it. */
  readonly last: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly priority: Uint32Array;
}

const none = 0;

function grown(nodes: Nodes | undefined, size: number): Nodes {
  const larger: Nodes = {
    from: new Float64Array(size),
    until: new Float64Array(size),
    last: new Float64Array(size).fill(Number.NEGATIVE_INFINITY, 0, 1),
    left: new Int32Array(size),
    right: new Int32Array(size),
    priority: new Uint32Array(size),
  };
  if (nodes !== undefined) for (const column of Object.keys(larger) as (keyof Nodes)[]) larger[column].set(nodes[column]);
  return larger;
}

/** Goes down to where the new node has the greater priority, which takes the place of what is there. */
function inserted(nodes: Nodes, root: number, node: number): number {
  if (root === none) return node;
  const { from, until, last, left, right, priority } = nodes;
  if ((priority[node] as number) > (priority[root] as number)) {
    split(nodes, root, from[node] as number, node);
    refresh(nodes, node);
    return node;
  }
  if ((from[node] as number) < (from[root] as number)) left[root] = inserted(nodes, left[root] as number, node);
  else right[root] = inserted(nodes, right[root] as number, node);
  if ((last[root] as number) < (until[node] as number)) last[root] = until[node] as number;
  return root;
}

/** Hangs what starts no later than `at` to the left of a node, and the rest to its right. */
function split(nodes: Nodes, root: number, at: number, node: number): void {
  const { from, left, right } = nodes;
  if (root === none) {
    left[node] = none;
    right[node] = none;
    return;
  }
  if ((from[root] as number) <= at) {
    split(nodes, right[root] as number, at, node);
    right[root] = left[node] as number;
    left[node] = root;
  } else {
    split(nodes, left[root] as number, at, node);
    left[root] = right[node] as number;
    right[node] = root;
  }
  refresh(nodes, root);
}

function refresh({ until, last, left, right }: Nodes, node: number): void {
  const own = until[node] as number;
  const [below, beside] = [last[left[node] as number] as number, last[right[node] as number] as number];
  last[node] = Math.max(own, below, beside);
}

function collect(nodes: Nodes, node: number, from: number, until: number, give: (node: number) => void): void {
  if (node === none || (nodes.last[node] as number) <= from) return;
  collect(nodes, nodes.left[node] as number, from, until, give);
  if ((nodes.from[node] as number) >= until) return;
  if ((nodes.until[node] as number) > from) give(node);
  collect(nodes, nodes.right[node] as number, from, until, give);
}

/** Numbers that look drawn at random, always the same: the balance never depends on luck, nor on who fills the tree. */
function scattered(count: number): number {
  const mixed = Math.imul(count ^ (count >>> 15), 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
}

function isEmpty({ from, until }: Interval): boolean {
  return !(from < until);
}

function overlapOf<I extends Interval>(known: I, added: I): Overlap<I> {
  const [first, second] = comparedIntervals(known, added) <= 0 ? [known, added] : [added, known];
  return { resource: added.resource, first, second, from: second.from, until: Math.min(first.until, second.until) };
}
