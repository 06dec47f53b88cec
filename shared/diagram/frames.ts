import type { Box } from '../stack/layout.ts';
import type { Scene, SceneFrame } from './scene.ts';

/** Whether the middle of a box is inside another. */
export function contains(outer: Box, inner: Box): boolean {
  const x = inner.x + inner.width / 2;
  const y = inner.y + inner.height / 2;
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

interface Ordered {
  readonly order: number;
  readonly box: Pick<Box, 'x' | 'y'>;
}

/** Compares frames by their number, then from left to right, then down. */
export function byFrameOrder(p: Ordered, q: Ordered): number {
  return p.order - q.order || p.box.x - q.box.x || p.box.y - q.box.y;
}

/** Frames in the order in which they are shown. */
export function framesInOrder(scene: Scene): SceneFrame[] {
  return scene.items.filter((item): item is SceneFrame => item.type === 'frame').sort(byFrameOrder);
}

/** What of a scene stands in a frame: things whose middle is inside, edges with both their ends. */
export function partInFrame(scene: Scene, frame: SceneFrame): Scene {
  const cards = scene.cards.filter((card) => contains(frame.box, card.box));
  const ids = new Set(cards.map((card) => card.id));
  return {
    ...scene,
    bounds: frame.box,
    cards,
    lanes: scene.lanes.filter((lane) => cards.some((card) => card.laneId === lane.id)),
    edges: scene.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)),
    items: scene.items.filter((item) => item.type !== 'frame' && contains(frame.box, item.box)),
  };
}
