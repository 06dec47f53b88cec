import type { Point } from '../../shared/diagram/route-edge.ts';
import { nodeBox, type Box } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';

type Content = Pick<Stack, 'nodes' | 'items'>;

function isInside(inner: Box, outer: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

/** All that belongs to the groups of what is chosen, and what is chosen. */
export function withClusters(stack: Content, ids: Iterable<string>): ReadonlySet<string> {
  const chosen = new Set(ids);
  const clusters = new Set<string>();
  for (const id of chosen) {
    const clusterId = (stack.nodes[id] ?? stack.items[id])?.clusterId;
    if (typeof clusterId === 'string') clusters.add(clusterId);
  }
  if (clusters.size === 0) return chosen;
  for (const { id, clusterId } of [...Object.values(stack.nodes), ...Object.values(stack.items)]) {
    if (clusterId !== null && clusters.has(clusterId)) chosen.add(id);
  }
  return chosen;
}

/**
 * All that moves when these do: their groups, and what stands on a frame among them (its middle
 * lies within). What is locked stays where it is.
 */
export function carriedBy(stack: Content, ids: Iterable<string>): ReadonlySet<string> {
  const carried = new Set(withClusters(stack, ids));
  // A set takes what is added while it is walked: a frame on a frame brings its own along.
  for (const id of carried) {
    const frame = stack.items[id];
    if (frame?.type !== 'frame' || frame.locked) continue;
    for (const node of Object.values(stack.nodes)) {
      if (isInside(nodeBox(node), frame)) carried.add(node.id);
    }
    for (const item of Object.values(stack.items)) {
      if (isInside(item, frame)) carried.add(item.id);
    }
  }
  for (const id of carried) {
    if ((stack.nodes[id] ?? stack.items[id])?.locked !== false) carried.delete(id);
  }
  return carried;
}

/** Where things come to stand that move along with one that was dragged to a place. */
export function carriedPlaces(
  stack: Content,
  dragged: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const places = new Map(dragged);
  const [first] = dragged;
  const start = first && (stack.nodes[first[0]] ?? stack.items[first[0]]);
  if (!first || !start) return places;
  const dx = first[1].x - start.x;
  const dy = first[1].y - start.y;
  for (const id of carriedBy(stack, dragged.keys())) {
    const rest = stack.nodes[id] ?? stack.items[id];
    if (rest && !places.has(id)) places.set(id, { x: rest.x + dx, y: rest.y + dy });
  }
  return places;
}
