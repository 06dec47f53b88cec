import { targetsOf, type Adjacency } from './adjacency.ts';

export interface FoundPaths {
  /** Products on each path that are not in the stack, apart from its two ends. */
  readonly extra: number;
  /** Connections on each path. */
  readonly steps: number;
  /** Nodes from start to end; ways that are equally good, over best connected products first. */
  readonly paths: readonly (readonly number[])[];
}

/**
 * The ways from one node to another with the fewest extra products, and of those the ones with the
 * fewest connections. Every edge is looked at once: O(nodes + arcs), whatever the costs.
 * @param graph arcs both ways where direction does not matter
 * @param isFree 1 for nodes that cost nothing, the products of the stack
 * @param most how many of equally good ways to give
 * @param barred nodes that no way may lead over
 * @returns null where there is no way at all
 */
export function findPaths(
  graph: Adjacency,
  from: number,
  to: number,
  isFree: Uint8Array,
  most: number,
  barred: ReadonlySet<number> = new Set(),
): FoundPaths | null {
  const { extra, steps, before } = searchFrom(graph, from, to, isFree, barred);
  if (extra[to] === -1) return null;
  return { extra: extra[to]!, steps: steps[to]!, paths: pathsBack(graph, from, to, before, most) };
}

/** Breadth first, level by level: nodes with fewer extras before all others, then by steps. */
function searchFrom(
  graph: Adjacency,
  from: number,
  to: number,
  isFree: Uint8Array,
  barred: ReadonlySet<number>,
) {
  const extra = new Int32Array(graph.size).fill(-1);
  const steps = new Int32Array(graph.size);
  const isDone = new Uint8Array(graph.size);
  for (const node of barred) isDone[node] = 1;
  const before = new Map<number, number[]>();
  // open[e][s]: nodes reached with e extras in s steps.
  const open: number[][][] = [[[from]]];
  extra[from] = 0;
  for (let level = 0; level < open.length && !isDone[to]; level++) {
    const bySteps = open[level] ?? [];
    for (let step = 0; step < bySteps.length && !isDone[to]; step++) {
      for (const node of bySteps[step] ?? []) {
        if (isDone[node]) continue;
        isDone[node] = 1;
        for (const next of targetsOf(graph, node)) {
          if (isDone[next]) continue;
          const cost = level + (next === to || isFree[next] ? 0 : 1);
          const isNew = extra[next] === -1;
          const isEqual = extra[next] === cost && steps[next] === step + 1;
          const isBetter =
            isNew || cost < extra[next]! || (cost === extra[next] && step + 1 < steps[next]!);
          if (isEqual) before.get(next)!.push(node);
          if (!isBetter) continue;
          extra[next] = cost;
          steps[next] = step + 1;
          before.set(next, [node]);
          const row = (open[cost] ??= []);
          (row[step + 1] ??= []).push(next);
        }
      }
    }
  }
  return { extra, steps, before };
}

function pathsBack(
  graph: Adjacency,
  from: number,
  to: number,
  before: ReadonlyMap<number, readonly number[]>,
  most: number,
): number[][] {
  const degree = (node: number): number => graph.starts[node + 1]! - graph.starts[node]!;
  const paths: number[][] = [];
  const open: number[][] = [[to]];
  for (let path = open.pop(); path !== undefined && paths.length < most; path = open.pop()) {
    if (path[0] === from) {
      paths.push(path);
      continue;
    }
    const previous = [...(before.get(path[0]!) ?? [])].sort((a, b) => degree(a) - degree(b));
    // The best connected one is put on top, so that it is followed first.
    for (const node of previous) open.push([node, ...path]);
  }
  return paths;
}

/** The nodes between the ends that all of the paths lead over, in the order of the first. */
export function onAllPaths(paths: readonly (readonly number[])[]): number[] {
  const [first, ...rest] = paths;
  return (first ?? []).slice(1, -1).filter((node) => rest.every((path) => path.includes(node)));
}
