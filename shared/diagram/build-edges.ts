import type { Direction } from '../domain/catalogue.ts';
import type { Link } from '../domain/product.ts';
import type { Stack } from '../stack/stack.ts';
import { connectionText } from '../stack/state-words.ts';
import { bundleLinks } from './bundle-links.ts';
import { displayText } from './measure-text.ts';
import { LABEL, placeLabel } from './place-label.ts';
import { edgeStyle } from './edge-style.ts';
import { edgeKindWords } from './edge-words.ts';
import { SIGN_RADIUS } from './edge-sign.ts';
import { possibleLinks } from './possible-links.ts';
import { routeEdges, type Point, type Route } from './route-edge.ts';
import type { SceneCard, SceneEdge } from './scene.ts';
import type { DiagramTheme } from './theme.ts';

type Ends = Omit<SceneEdge, 'route' | 'style' | 'label' | 'sign' | 'description'> & {
  readonly label: string;
};

const arrows: Readonly<Record<Direction, string>> = { forward: '→', both: '↔', none: '–' };

/** Where the sign of an edge stands: at the beginning of its label, or in the middle. */
function placeSign(label: SceneEdge['label'], route: Route): Point {
  if (!label) return route.middle;
  const { x, y, height } = label.box;
  return { x: x + LABEL.padding + SIGN_RADIUS - 3, y: y + height / 2 };
}

interface EdgeInput {
  readonly stack: Stack;
  readonly links: readonly Link[];
  /** Whether connections are drawn that a hub on the canvas would make possible. */
  readonly showPossible?: boolean;
}

/** What is to be drawn, in the order of drawing: the person's own lie on top. */
function collectEdges(
  { stack, links, showPossible = false }: EdgeInput,
  cards: readonly SceneCard[],
): Ends[] {
  const byProduct = new Map(cards.map((card) => [card.productId, card]));
  const plain = { label: '', furtherKinds: 0, state: null, dataKinds: [] };
  const possible: Ends[] = (showPossible ? possibleLinks(stack, links) : []).map((link) => ({
    ...plain,
    ...{ id: link.id, from: link.from, to: link.to, direction: link.direction },
    kind: 'possible',
    label: `via ${displayText(stack.nodes[link.via]?.name ?? '')}`,
  }));
  const known: Ends[] = bundleLinks(links).flatMap(({ id, from, to, kind, ...bundle }) => {
    const [fromCard, toCard] = [byProduct.get(from), byProduct.get(to)];
    if (!fromCard || !toCard) return [];
    const { direction, furtherKinds } = bundle;
    const ends = { id, from: fromCard.id, to: toCard.id };
    return [{ ...plain, ...ends, kind, direction, furtherKinds }];
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
      state: connection.state,
      dataKinds: connection.dataKinds,
      label: displayText(connectionText(connection)),
    }));
  return [...possible, ...known, ...drawn];
}

/**
 * The edges of a scene: one for each pair of products that the catalogue knows to integrate, and
 * every connection that a person drew. Known ones first, so that the person's own lie on top.
 */
export function buildEdges(
  input: EdgeInput,
  cards: readonly SceneCard[],
  theme: DiagramTheme,
): SceneEdge[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const all = collectEdges(input, cards);
  const routes = routeEdges(all, new Map(cards.map((card) => [card.id, card.box])));
  const taken = cards.map((card) => card.box);
  return all.flatMap(({ label, ...edge }) => {
    const route = routes.get(edge.id);
    const from = byId.get(edge.from)?.fullName;
    const to = byId.get(edge.to)?.fullName;
    if (!route || from === undefined || to === undefined) return [];
    const style = edgeStyle(theme, edge);
    const hasSign = style.sign !== undefined;
    const placed = placeLabel(label, route, taken, { colour: theme.text, hasSign });
    if (placed) taken.push(placed.box);
    const further = edge.furtherKinds > 0 ? ` and ${edge.furtherKinds} more` : '';
    const isMarked = edge.state !== null && edge.state !== 'live';
    const kind = edgeKindWords(edge);
    const words =
      label === '' ? kind : isMarked || edge.kind === 'possible' ? `${label}, ${kind}` : label;
    return [
      {
        ...edge,
        route,
        style,
        label: placed,
        sign: hasSign ? placeSign(placed, route) : null,
        description: `${from} ${arrows[edge.direction]} ${to}: ${words}${further}`,
      },
    ];
  });
}
