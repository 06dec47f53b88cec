import type { Direction } from '../domain/catalogue.ts';
import { bundleLinks } from './bundle-links.ts';
import type { SceneInput } from './build-scene.ts';
import { displayText, measureText, truncateText, type FontStyle } from './measure-text.ts';
import { routeEdges, type Route } from './route-edge.ts';
import type { SceneCard, SceneEdge } from './scene.ts';
import { kindLabels, userConnectionLabel, type DiagramTheme } from './theme.ts';

const labelFont: FontStyle = { size: 11, weight: 500 };
const LABEL = { most: 140, height: 18, padding: 6 } as const;

type Ends = Pick<SceneEdge, 'id' | 'from' | 'to' | 'kind' | 'direction' | 'furtherKinds'> & {
  readonly label: string;
};

const arrows: Readonly<Record<Direction, string>> = { forward: '→', both: '↔', none: '–' };

function placeLabel(full: string, route: Route, theme: DiagramTheme): SceneEdge['label'] {
  if (full === '') return null;
  const text = truncateText(full, LABEL.most, labelFont);
  const width = measureText(text, labelFont) + 2 * LABEL.padding;
  const { x, y } = route.middle;
  return {
    box: { x: x - width / 2, y: y - LABEL.height / 2, width, height: LABEL.height },
    text: {
      text,
      at: { x, y: y + labelFont.size * 0.36 },
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
  { stack, links }: Pick<SceneInput, 'stack' | 'links'>,
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
  return all.flatMap(({ label, ...edge }) => {
    const route = routes.get(edge.id);
    const from = byId.get(edge.from)?.fullName;
    const to = byId.get(edge.to)?.fullName;
    if (!route || from === undefined || to === undefined) return [];
    const kind = edge.kind === 'user' ? userConnectionLabel : kindLabels[edge.kind];
    const further = edge.furtherKinds > 0 ? ` and ${edge.furtherKinds} more` : '';
    return [
      {
        ...edge,
        route,
        style: edge.kind === 'user' ? theme.user : theme.kinds[edge.kind],
        label: placeLabel(label, route, theme),
        description: `${from} ${arrows[edge.direction]} ${to}: ${label || kind}${further}`,
      },
    ];
  });
}
