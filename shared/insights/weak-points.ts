import { partsOf, targetsOf, type Adjacency } from './adjacency.ts';

export interface WeakPoints {
  /** Nodes whose removal splits what hangs together, ascending. */
  readonly cutNodes: readonly number[];
  /** Connections whose removal does the same, lower end first, ascending. */
  readonly bridges: readonly (readonly [number, number])[];
}

/**
 * Articulation points and bridges by one depth-first search (Hopcroft and Tarjan, 1973), without
 * recursion. O(nodes + connections).
 * @param graph every connection both ways, as `bothWays` makes them
 */
export function findWeakPoints(graph: Adjacency): WeakPoints {
  const { size, starts, targets } = graph;
  const entered = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const parent = new Int32Array(size).fill(-1);
  const next = starts.slice(0, size);
  const isCut = new Uint8Array(size);
  const bridges: [number, number][] = [];
  let time = 0;
  for (let root = 0; root < size; root++) {
    if (entered[root] !== -1) continue;
    let children = 0;
    entered[root] = low[root] = time++;
    let node = root;
    while (node !== -1) {
      const at = next[node]!;
      if (at < starts[node + 1]!) {
        next[node] = at + 1;
        const to = targets[at]!;
        if (to === parent[node]) continue;
        if (entered[to] !== -1) {
          low[node] = Math.min(low[node]!, entered[to]!);
          continue;
        }
        if (node === root) children++;
        parent[to] = node;
        entered[to] = low[to] = time++;
        node = to;
        continue;
      }
      const above = parent[node]!;
      if (above !== -1) {
        low[above] = Math.min(low[above]!, low[node]!);
        if (above !== root && low[node]! >= entered[above]!) isCut[above] = 1;
        if (low[node]! > entered[above]!)
          bridges.push(above < node ? [above, node] : [node, above]);
      }
      node = above;
    }
    if (children > 1) isCut[root] = 1;
  }
  bridges.sort(([a, b], [c, d]) => a - c || b - d);
  const cutNodes: number[] = [];
  isCut.forEach((value, node) => {
    if (value) cutNodes.push(node);
  });
  return { cutNodes, bridges };
}

/** What is lost when a product goes, apart from the product itself. */
export interface ExitLoss {
  readonly node: number;
  /** Pairs of other products that are connected now, over any number of steps. */
  readonly pairs: number;
  /** Those of them that lose their only path. */
  readonly lostPairs: number;
  /** What its part of the stack falls into, the largest first; one piece or none if it holds. */
  readonly pieces: readonly (readonly number[])[];
  /** Products whose only connection it was, ascending. */
  readonly stranded: readonly number[];
}

/**
 * Removes each node in turn and looks at what is left of its part. O(nodes · (nodes + connections)):
 * 200 products with 2,500 connections take some milliseconds.
 */
export function exitDrill(graph: Adjacency): ExitLoss[] {
  const { part, sizes } = partsOf(graph);
  const pairsOf = (count: number): number => (count < 2 ? 0 : (count * (count - 1)) / 2);
  const allPairs = sizes.reduce((sum, size) => sum + pairsOf(size), 0);
  const losses: ExitLoss[] = [];
  for (let node = 0; node < graph.size; node++) {
    const own = sizes[part[node]!]!;
    const after = partsOf(graph, node);
    const pieces = new Map<number, number[]>();
    for (let other = 0; other < graph.size; other++) {
      if (other === node || part[other] !== part[node]) continue;
      const key = after.part[other]!;
      const piece = pieces.get(key);
      if (piece) piece.push(other);
      else pieces.set(key, [other]);
    }
    const kept = [...pieces.values()].reduce((sum, piece) => sum + pairsOf(piece.length), 0);
    const stranded = [...targetsOf(graph, node)].filter(
      (other) => graph.starts[other + 1]! - graph.starts[other]! === 1,
    );
    losses.push({
      node,
      pairs: allPairs - (own - 1),
      lostPairs: pairsOf(own - 1) - kept,
      pieces: [...pieces.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!),
      stranded,
    });
  }
  return losses;
}
