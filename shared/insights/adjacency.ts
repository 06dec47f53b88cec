/** Who is next to whom, for nodes numbered from 0: those of i are `targets[starts[i]]` up to `starts[i + 1]`. */
export interface Adjacency {
  readonly size: number;
  readonly starts: Uint32Array;
  /** Distinct and ascending for each node; no node is next to itself. */
  readonly targets: Uint32Array;
}

export type Arc = readonly [from: number, to: number];

/**
 * Arcs sorted by node, each once, without those from a node to itself. O(a log a) for a arcs.
 * @throws RangeError for an arc that ends outside of 0..size-1
 */
export function adjacencyOf(size: number, arcs: Iterable<Arc>): Adjacency {
  const list = Array.isArray(arcs) ? (arcs as readonly Arc[]) : [...arcs];
  const ends = new Uint32Array(size + 1);
  for (const [from, to] of list) {
    if (!(from >= 0 && from < size && to >= 0 && to < size)) {
      throw new RangeError(`no such arc: ${from} → ${to}`);
    }
    if (from !== to) ends[from + 1]! += 1;
  }
  for (let node = 0; node < size; node++) ends[node + 1]! += ends[node]!;
  const unsorted = new Uint32Array(ends[size]!);
  const next = ends.slice(0, size);
  for (const [from, to] of list) {
    if (from === to) continue;
    unsorted[next[from]!] = to;
    next[from]! += 1;
  }
  const starts = new Uint32Array(size + 1);
  const targets = new Uint32Array(unsorted.length);
  let length = 0;
  for (let node = 0; node < size; node++) {
    const own = unsorted.subarray(ends[node]!, ends[node + 1]!).sort();
    own.forEach((to, at) => {
      if (at === 0 || own[at - 1] !== to) targets[length++] = to;
    });
    starts[node + 1] = length;
  }
  return { size, starts, targets: targets.slice(0, length) };
}

/** Every arc and its reverse: the same connections with no direction. */
export function* bothWays(arcs: Iterable<Arc>): Generator<Arc> {
  for (const [from, to] of arcs) {
    yield [from, to];
    yield [to, from];
  }
}

/** The nodes that `node` has an arc to, ascending. A view; do not write to it. */
export function targetsOf({ starts, targets }: Adjacency, node: number): Uint32Array {
  return targets.subarray(starts[node]!, starts[node + 1]!);
}

/** Whether there is an arc, by bisection. */
export function isNextTo(graph: Adjacency, from: number, to: number): boolean {
  let low = graph.starts[from]!;
  let high = graph.starts[from + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (graph.targets[middle]! < to) low = middle + 1;
    else high = middle;
  }
  return low < graph.starts[from + 1]! && graph.targets[low] === to;
}

/** What two ascending lists share, ascending. */
export function shared(a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      both.push(a[i]!);
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return both;
}

/** The parts that hang together: for each node the number of its part, parts counted from 0. */
export function partsOf(graph: Adjacency, without = -1): { part: Int32Array; sizes: number[] } {
  const part = new Int32Array(graph.size).fill(-1);
  const sizes: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < graph.size; start++) {
    if (part[start] !== -1 || start === without) continue;
    const number = sizes.length;
    let size = 0;
    part[start] = number;
    stack.push(start);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      size++;
      for (const next of targetsOf(graph, node)) {
        if (part[next] !== -1 || next === without) continue;
        part[next] = number;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  return { part, sizes };
}

/** Everything that can be reached along the arcs, the starts included. O(nodes + arcs). */
export function reachedFrom(graph: Adjacency, starts: Iterable<number>): Uint8Array {
  const reached = new Uint8Array(graph.size);
  const open: number[] = [];
  for (const start of starts) {
    if (reached[start]) continue;
    reached[start] = 1;
    open.push(start);
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of targetsOf(graph, node)) {
      if (reached[next]) continue;
      reached[next] = 1;
      open.push(next);
    }
  }
  return reached;
}
