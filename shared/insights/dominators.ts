import { targetsOf, type Adjacency } from './adjacency.ts';

/**
 * For each node the last one that every way from the root to it passes, the node itself apart; -1
 * for the root and for what it does not reach. By the iterative method of Cooper, Harvey and Kennedy
 * (2001) over the order of a depth-first search: O(nodes + arcs) a round, seldom more than three.
 */
export function dominatorsFrom(graph: Adjacency, root: number): Int32Array {
  const { size, starts, targets } = graph;
  // Numbered by when the search is done with them, so that the root has the highest number.
  const done = new Int32Array(size).fill(-1);
  const order: number[] = [];
  const isSeen = new Uint8Array(size);
  const next = starts.slice(0, size);
  const path = [root];
  isSeen[root] = 1;
  while (path.length > 0) {
    const node = path.at(-1)!;
    const at = next[node]!;
    if (at === starts[node + 1]!) {
      done[node] = order.length;
      order.push(node);
      path.pop();
      continue;
    }
    next[node] = at + 1;
    const to = targets[at]!;
    if (isSeen[to]) continue;
    isSeen[to] = 1;
    path.push(to);
  }
  const before: number[][] = Array.from({ length: size }, () => []);
  for (const node of order) {
    for (const to of targetsOf(graph, node)) before[to]!.push(node);
  }
  const last = new Int32Array(size).fill(-1);
  last[root] = root;
  const meet = (a: number, b: number): number => {
    while (a !== b) {
      while (done[a]! < done[b]!) a = last[a]!;
      while (done[b]! < done[a]!) b = last[b]!;
    }
    return a;
  };
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (let at = order.length - 1; at >= 0; at--) {
      const node = order[at]!;
      if (node === root) continue;
      let found = -1;
      for (const from of before[node]!) {
        if (last[from] === -1) continue;
        found = found === -1 ? from : meet(found, from);
      }
      if (last[node] === found) continue;
      last[node] = found;
      isSettled = false;
    }
  }
  last[root] = -1;
  return last;
}

/** For each node all those, apart from the root and itself, that no way from the root can avoid. */
export function passedOnTheWay(last: Int32Array, root: number, node: number): number[] {
  const passed: number[] = [];
  for (let at = last[node]!; at !== -1 && at !== root; at = last[at]!) passed.push(at);
  return passed.reverse();
}
