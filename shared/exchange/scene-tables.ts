import { edgeKindWords } from '../diagram/edge-words.ts';
import { groupLabels } from '../diagram/theme.ts';
import type { Scene, SceneCard, SceneEdge } from '../diagram/scene.ts';

/** Products of one lane, in the order a person reads them; those outside of all lanes come last. */
export interface LaneOfCards {
  readonly title: string;
  readonly cards: readonly SceneCard[];
}

export const OUTSIDE = 'Outside of the lanes';

/** The cards of a scene by lane, from top to bottom. Lanes without any are left out. */
export function cardsByLane(scene: Scene): LaneOfCards[] {
  const known = new Set(scene.lanes.map((lane) => lane.id));
  const readingOrder = (p: SceneCard, q: SceneCard): number =>
    p.box.y - q.box.y || p.box.x - q.box.x || (p.id < q.id ? -1 : 1);
  const sorted = (belongs: (card: SceneCard) => boolean): SceneCard[] =>
    scene.cards.filter(belongs).sort(readingOrder);
  return [
    ...scene.lanes.map((lane) => ({
      title: lane.fullTitle,
      cards: sorted((card) => card.laneId === lane.id),
    })),
    {
      title: OUTSIDE,
      cards: sorted((card) => card.laneId === null || !known.has(card.laneId)),
    },
  ].filter(({ cards }) => cards.length > 0);
}

export function groupOf(card: SceneCard): string {
  return groupLabels[card.groupId];
}

/** What an edge is, in words: its kind, or what the person wrote on it. */
export function kindOf(edge: SceneEdge): string {
  return edgeKindWords(edge);
}
