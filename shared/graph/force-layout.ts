import { fillQuadTree, makeQuadTree, type QuadTree } from './quad-tree.ts';

export interface ForceGraph {
  /** Places, changed in place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Half of the room that each takes. */
  readonly radius: Float64Array;
  /** 1 for those that stay where they are. */
  readonly isFixed: Uint8Array;
  /** Ends of the edges, by number of the node. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** How strongly each edge pulls, 1 as usual. */
  readonly pull: Float64Array;
}

/** Cells that look smaller than this from a node count as one point. */
const OPENING = 0.9;
/** Pull towards the middle, so that parts without a connection do not fly away. */
const GRAVITY = 0.035;

/**
 * Moves the nodes of a graph until connected ones are near and all others keep their distance:
 * springs along the edges, repulsion between all, far ones taken together (Barnes and Hut, 1986), and
 * steps that become smaller (Fruchterman and Reingold, 1991). Well-connected nodes push more, which
 * keeps their many neighbours from becoming a knot. No chance in it: equal input, equal places.
 * O(rounds · (n log n + edges)). Yields after every round how much is done, 0..1.
 * @param length of an edge at rest
 */
export function* forceRounds(
  graph: ForceGraph,
  { length, rounds, reach = 4 }: { length: number; rounds: number; reach?: number },
): Generator<number, void, void> {
  const { x, y, isFixed, from, to, pull } = graph;
  const size = x.length;
  const degree = new Uint32Array(size);
  for (let edge = 0; edge < from.length; edge++) {
    degree[from[edge]!]! += 1;
    degree[to[edge]!]! += 1;
  }
  const mass = Float64Array.from(degree, (count) => (1 + count) ** 0.4);
  const tree = makeQuadTree(size);
  const forceX = new Float64Array(size);
  const forceY = new Float64Array(size);
  const stack = new Int32Array(4096);
  separateEqual(x, y, isFixed);
  for (let round = 0; round < rounds; round++) {
    fillQuadTree(tree, x, y, mass);
    for (let node = 0; node < size; node++) {
      if (isFixed[node]) continue;
      repulsion(tree, x, y, mass, length, node, forceX, forceY, stack);
      forceX[node]! -= GRAVITY * length * (x[node]! / length);
      forceY[node]! -= GRAVITY * length * (y[node]! / length);
    }
    for (let edge = 0; edge < from.length; edge++) {
      const [a, b] = [from[edge]!, to[edge]!];
      if (a === b) continue;
      const dx = x[b]! - x[a]!;
      const dy = y[b]! - y[a]!;
      const distance = Math.hypot(dx, dy) || 1e-6;
      const easing = Math.min(degree[a]!, degree[b]!) ** 0.35;
      const strength = (pull[edge]! * distance) / length / easing;
      forceX[a]! += dx * strength;
      forceY[a]! += dy * strength;
      forceX[b]! -= dx * strength;
      forceY[b]! -= dy * strength;
    }
    const warmth = length * (reach * (1 - round / rounds) ** 1.5 + 0.02);
    for (let node = 0; node < size; node++) {
      if (isFixed[node]) continue;
      const force = Math.hypot(forceX[node]!, forceY[node]!) || 1e-9;
      const step = Math.min(force, warmth) / force;
      x[node]! += forceX[node]! * step;
      y[node]! += forceY[node]! * step;
      forceX[node] = 0;
      forceY[node] = 0;
    }
    forceX.fill(0);
    forceY.fill(0);
    yield (round + 1) / rounds;
  }
}

/** Nodes at one place would push each other nowhere; each gets a direction of its own. */
function separateEqual(x: Float64Array, y: Float64Array, isFixed: Uint8Array): void {
  const taken = new Set<string>();
  for (let node = 0; node < x.length; node++) {
    const place = `${x[node]} ${y[node]}`;
    if (taken.has(place) && !isFixed[node]) {
      // The golden angle spreads any number of them evenly.
      x[node]! += Math.cos(node * 2.39996) * (1 + node / 50);
      y[node]! += Math.sin(node * 2.39996) * (1 + node / 50);
    } else taken.add(place);
  }
}

function repulsion(
  tree: QuadTree,
  x: Float64Array,
  y: Float64Array,
  mass: Float64Array,
  length: number,
  node: number,
  forceX: Float64Array,
  forceY: Float64Array,
  stack: Int32Array,
): void {
  const { children, point, side } = tree;
  const own = mass[node]! * length * length;
  let open = 0;
  stack[open++] = 0;
  while (open > 0) {
    const cell = stack[--open]!;
    const inside = tree.mass[cell]!;
    if (inside === 0 || point[cell] === node) continue;
    const dx = x[node]! - tree.x[cell]!;
    const dy = y[node]! - tree.y[cell]!;
    const squared = dx * dx + dy * dy;
    const isLeaf =
      point[cell]! >= 0 ||
      (children[cell * 4]! < 0 &&
        children[cell * 4 + 1]! < 0 &&
        children[cell * 4 + 2]! < 0 &&
        children[cell * 4 + 3]! < 0);
    if (isLeaf || side[cell]! * side[cell]! < OPENING * OPENING * squared) {
      const strength = (own * inside) / Math.max(squared, 1);
      forceX[node]! += dx * strength;
      forceY[node]! += dy * strength;
      continue;
    }
    for (let quarter = 0; quarter < 4; quarter++) {
      const child = children[cell * 4 + quarter]!;
      if (child >= 0) stack[open++] = child;
    }
  }
}

/**
 * Moves apart what lies on one another; fixed nodes stay. A grid finds neighbours, so a round is
 * O(n) where nodes are spread.
 */
export function removeOverlaps({ x, y, radius, isFixed }: ForceGraph, rounds: number): void {
  const cell = 2 * radius.reduce((most, each) => Math.max(most, each), 1);
  for (let round = 0; round < rounds; round++) {
    const grid = new Map<string, number[]>();
    for (let node = 0; node < x.length; node++) {
      const key = `${Math.floor(x[node]! / cell)} ${Math.floor(y[node]! / cell)}`;
      const list = grid.get(key);
      if (list) list.push(node);
      else grid.set(key, [node]);
    }
    let isMoved = false;
    for (let node = 0; node < x.length; node++) {
      const [column, row] = [Math.floor(x[node]! / cell), Math.floor(y[node]! / cell)];
      for (let dc = -1; dc <= 1; dc++) {
        for (let dr = -1; dr <= 1; dr++) {
          for (const other of grid.get(`${column + dc} ${row + dr}`) ?? []) {
            if (other > node && push(node, other)) isMoved = true;
          }
        }
      }
    }
    if (!isMoved) return;
  }

  function push(a: number, b: number): boolean {
    const shares = (isFixed[a] ? 0 : 1) + (isFixed[b] ? 0 : 1);
    if (shares === 0) return false;
    const dx = x[b]! - x[a]!;
    const dy = y[b]! - y[a]!;
    const distance = Math.hypot(dx, dy);
    const wanted = radius[a]! + radius[b]!;
    if (distance >= wanted) return false;
    const angle = distance > 1e-6 ? Math.atan2(dy, dx) : b * 2.39996;
    const gap = (wanted - distance + 0.5) / shares;
    if (!isFixed[a]) {
      x[a]! -= Math.cos(angle) * gap;
      y[a]! -= Math.sin(angle) * gap;
    }
    if (!isFixed[b]) {
      x[b]! += Math.cos(angle) * gap;
      y[b]! += Math.sin(angle) * gap;
    }
    return true;
  }
}
