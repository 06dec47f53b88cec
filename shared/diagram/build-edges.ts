import type { Direction } from '../domain/catalogue.ts';
import type { Link } from '../domain/product.ts';
import type { Stack } from '../stack/stack.ts';
import { bundleLinks } from './bundle-links.ts';
import type { Box } from '../stack/layout.ts';
import { displayText, measureText, truncateText, type FontStyle } from './measure-text.ts';
import { pointAt, routeEdges, type Route } from './route-edge.ts';
import type { SceneCard, SceneEdge } from './scene.ts';
import { kindLabels, userConnectionLabel, type DiagramTheme } from './theme.ts';

const labelFont: FontStyle = { size: 11, weight: 500 };
const LABEL = { most: 140, height: 18, padding: 6 } as const;

type Ends = Pick<SceneEdge, 'id' | 'from' | 'to' | 'kind' | 'direction' | 'furtherKinds'> & {
  readonly label: string;
};

const arrows: Readonly<Record<Direction, string>> = { forward: '→', both: '↔', none: '–' };

/** Where along an edge a label may stand, and how far beside it, best first. */
const places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const shifts = [0, 8, -8, 16, -16, 24, -24, 32, -32];
/** What a unit of distance from its edge counts against a label, in units of covered area. */
const DISTANCE_COST = 14;

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Puts a label on its edge where it covers least of what is there already. */
function placeLabel(
  full: string,
  route: Route,
  taken: readonly Box[],
  theme: DiagramTheme,
): SceneEdge['label'] {
  if (full === '') return null;
  const text = truncateText(full, LABEL.most, labelFont);
  const width = measureText(text, labelFont) + 2 * LABEL.padding;
  const candidates = places.flatMap((share) =>
    shifts.map((shift) => {
      const { x, y } = pointAt(route, share);
      const top = y + shift - LABEL.height / 2;
      const box = { x: x - width / 2, y: top, width, height: LABEL.height };
      const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
      return { box, cost: covered + Math.abs(shift) * DISTANCE_COST };
    }),
  );
  const best = candidates.reduce((p, q) => (q.cost < p.cost ? q : p));
  const { box } = best;
  return {
    box,
    text: {
      text,
      at: { x: box.x + width / 2, y: box.y + LABEL.height / 2 + labelFont.size * 0.36 },
      font: labelFont,
      colour: theme.text,
      anchor: 'middle',
    },
    full,
  };
}

/**
 * The edges of a scene: one for each pair of products that the catalogue knows to integrate, and
 * every connection that a person drew. Known ones first, so that the person's own lie on top.
 */
export function buildEdges(
  { stack, links }: { readonly stack: Stack; readonly links: readonly Link[] },
  cards: readonly SceneCard[],
  theme: DiagramTheme,
): SceneEdge[] {
  const byProduct = new Map(cards.map((card) => [card.productId, card]));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const known: Ends[] = bundleLinks(links).flatMap((bundle) => {
    const from = byProduct.get(bundle.from);
    const to = byProduct.get(bundle.to);
    if (!from || !to) return [];
    return [{ ...bundle, from: from.id, to: to.id, label: '' }];
  });
  const drawn: Ends[] = Object.values(stack.connections)
    .sort((p, q) => (p.id < q.id ? -1 : 1))
    .map((connection) => ({
      // A blank keeps ids apart from those of pairs, which hold one in the middle.
      id: ` ${connection.id}`,
      from: connection.fromNodeId,
      to: connection.toNodeId,
      kind: 'user',
      direction: connection.direction,
      furtherKinds: 0,
      label: displayText(connection.label),
    }));
  const all = [...known, ...drawn];
  const routes = routeEdges(all, new Map(cards.map((card) => [card.id, card.box])));
  const taken = cards.map((card) => card.box);
  return all.flatMap(({ label, ...edge }) => {
    const route = routes.get(edge.id);
    const from = byId.get(edge.from)?.fullName;
    const to = byId.get(edge.to)?.fullName;
    if (!route || from === undefined || to === undefined) return [];
    const kind = edge.kind === 'user' ? userConnectionLabel : kindLabels[edge.kind];
    const placed = placeLabel(label, route, taken, theme);
    if (placed) taken.push(placed.box);
    const further = edge.furtherKinds > 0 ? ` and ${edge.furtherKinds} more` : '';
    return [
      {
        ...edge,
        route,
        style: edge.kind === 'user' ? theme.user : theme.kinds[edge.kind],
        label: placed,
        description: `${from} ${arrows[edge.direction]} ${to}: ${label || kind}${further}`,
      },
    ];
  });
}
