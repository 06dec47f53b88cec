/** Cells of a square that is cut in four wherever two points share it; all in arrays, by number. */
export interface QuadTree {
  /** Four children of each cell, -1 for none. */
  readonly children: Int32Array;
  /** The point of a cell that holds one only, -1 else. */
  readonly point: Int32Array;
  readonly mass: Float64Array;
  /** Middle of what is inside, weighted. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Side of each cell. */
  readonly side: Float64Array;
  cells: number;
}

/** Deeper than this, points count as one: they lie on one another. */
const DEEPEST = 24;

/** Room for a tree of so many points, which is filled anew for every round. */
export function makeQuadTree(points: number): QuadTree {
  const most = Math.max(8, points * DEEPEST);
  return {
    children: new Int32Array(most * 4),
    point: new Int32Array(most),
    mass: new Float64Array(most),
    x: new Float64Array(most),
    y: new Float64Array(most),
    side: new Float64Array(most),
    cells: 0,
  };
}

function addCell(tree: QuadTree, side: number): number {
  const cell = tree.cells++;
  tree.children.fill(-1, cell * 4, cell * 4 + 4);
  tree.point[cell] = -1;
  tree.mass[cell] = 0;
  tree.x[cell] = 0;
  tree.y[cell] = 0;
  tree.side[cell] = side;
  return cell;
}

/** Sorts all points into the tree. O(points · depth). */
export function fillQuadTree(
  tree: QuadTree,
  x: Float64Array,
  y: Float64Array,
  mass: Float64Array,
): void {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < x.length; at++) {
    left = Math.min(left, x[at]!);
    right = Math.max(right, x[at]!);
    top = Math.min(top, y[at]!);
    bottom = Math.max(bottom, y[at]!);
  }
  const whole = Math.max(right - left, bottom - top, 1);
  tree.cells = 0;
  addCell(tree, whole);
  for (let at = 0; at < x.length; at++) insert(at);
  for (let cell = 0; cell < tree.cells; cell++) {
    const inside = tree.mass[cell]!;
    if (inside === 0) continue;
    tree.x[cell]! /= inside;
    tree.y[cell]! /= inside;
  }

  function note(cell: number, at: number): void {
    const own = mass[at]!;
    tree.mass[cell]! += own;
    tree.x[cell]! += own * x[at]!;
    tree.y[cell]! += own * y[at]!;
  }

  function insert(at: number): void {
    let cell = 0;
    let [cellLeft, cellTop, side] = [left, top, whole];
    for (let depth = 0; ; depth++) {
      const isEmpty = tree.mass[cell] === 0;
      const other = tree.point[cell]!;
      note(cell, at);
      if (isEmpty) {
        tree.point[cell] = at;
        return;
      }
      if (depth >= DEEPEST - 2) {
        tree.point[cell] = -1;
        return;
      }
      if (other >= 0) {
        // The one that was here alone moves one step down first.
        tree.point[cell] = -1;
        const child = childFor(cell, other, cellLeft, cellTop, side);
        note(child, other);
        tree.point[child] = other;
      }
      const child = childFor(cell, at, cellLeft, cellTop, side);
      side /= 2;
      if (x[at]! >= cellLeft + side) cellLeft += side;
      if (y[at]! >= cellTop + side) cellTop += side;
      cell = child;
    }
  }

  function childFor(
    cell: number,
    at: number,
    cellLeft: number,
    cellTop: number,
    side: number,
  ): number {
    const half = side / 2;
    const quarter = (x[at]! >= cellLeft + half ? 1 : 0) + (y[at]! >= cellTop + half ? 2 : 0);
    const place = cell * 4 + quarter;
    const known = tree.children[place]!;
    if (known >= 0) return known;
    return (tree.children[place] = addCell(tree, half));
  }
}
