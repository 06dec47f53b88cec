import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  cardBoxes,
  cardTowards,
  createCardCache,
  firstCard,
  type CardInput,
} from '../../../renderer/stack/canvas-nodes.ts';
import {
  countData,
  countKinds,
  knownEdges,
  userEdges,
} from '../../../renderer/stack/canvas-edges.ts';
import { showsMinimap } from '../../../renderer/stack/canvas-state.ts';
import { fitInto } from '../../../renderer/stack/fit-into.ts';
import { panInto } from '../../../renderer/stack/pan-into.ts';
import { placementsOf, settle } from '../../../renderer/stack/placement.ts';
import { buildScene } from '../../../shared/diagram/build-scene.ts';
import type { EdgeFilter } from '../../../shared/diagram/edge-filter.ts';
import { routeEdges } from '../../../shared/diagram/route-edge.ts';
import { applyCommand } from '../../../shared/stack/apply-command.ts';
import { StackCommand } from '../../../shared/stack/commands.ts';
import { CARD, LANE, nodeBox, ROW_PITCH } from '../../../shared/stack/layout.ts';
import { unwrap } from '../../../shared/result.ts';
import type { DataKind } from '../../../shared/stack/vocabulary.ts';
import { aConnection, aLink, aNode, aRow, aStack } from './builders.ts';

const nodes = [
  aNode('segment', { x: 0, y: 0 }),
  aNode('braze', { x: 300, y: 0 }),
  aNode('snowflake', { x: 300, y: 200 }),
];
const stack = aStack(nodes, [aConnection('segment', 'snowflake', 'Exports')]);

function anInput(change: Partial<CardInput> = {}): CardInput {
  return {
    nodes: stack.nodes,
    rows: {},
    categoryName: (id) => id.toUpperCase(),
    selection: new Set(),
    moving: new Set(),
    showOwners: true,
    isInFocus: () => true,
    ...change,
  };
}

describe('the cards of the canvas', () => {
  it('are the same objects as before, but for the one that moves', () => {
    const cards = createCardCache();
    const before = cards(anInput());
    const moved = { ...stack.nodes, 'node-braze': { ...stack.nodes['node-braze']!, x: 310, y: 5 } };
    const after = cards(anInput({ nodes: moved }));
    expect(after.map((card, index) => card === before[index])).toEqual([true, false, true]);
    expect(after[1]?.position).toEqual({ x: 310, y: 5 });
    expect(after[1]?.data).toBe(before[1]?.data);
  });

  it('stay where they stand while they are carried, and are kept on the page', () => {
    const card = createCardCache()(anInput({ moving: new Set(['node-braze']) }))[1];
    expect(card?.position).toEqual({ x: 300, y: 0 });
    expect(card?.dragging).toBe(true);
  });

  it('mark a product that the catalogue no longer knows, and not one that is still on its way', () => {
    const cards = createCardCache()(
      anInput({ rows: { segment: null, braze: aRow('braze', { status: 'discontinued' }) } }),
    );
    expect(cards.map((card) => card.data.mark)).toEqual(['gone', 'discontinued', 'none']);
    expect(cards[0]?.ariaLabel).toBe('segment, CDP, no longer in the catalogue');
  });

  it('lead by arrow keys to the nearest card that way', () => {
    const boxes = cardBoxes(stack.nodes);
    expect(cardTowards(boxes, 'node-segment', 'right')).toBe('node-braze');
    expect(cardTowards(boxes, 'node-braze', 'down')).toBe('node-snowflake');
    expect(cardTowards(boxes, 'node-segment', 'left')).toBeNull();
    expect(cardTowards(boxes, 'nowhere', 'left')).toBeNull();
    expect(firstCard(boxes)).toBe('node-segment');
    expect(firstCard(new Map())).toBeNull();
  });

  it('have no bounds where there are none', () => {
    expect(boundsOf([])).toBeNull();
    expect(boundsOf([nodeBox({ x: -5, y: 2 }), nodeBox({ x: 100, y: 50 })])).toEqual({
      x: -5,
      y: 2,
      width: 105 + CARD.width,
      height: 48 + CARD.height,
    });
  });
});

describe('the edges of the canvas', () => {
  const links = [
    aLink('segment', 'braze', 'events'),
    aLink('segment', 'braze', 'audience'),
    aLink('snowflake', 'segment', 'pipeline'),
    aLink('segment', 'elsewhere'),
  ];

  it('leave out links whose other end is not on the stack', () => {
    const ends = knownEdges(stack.nodes, links, new Set()).map(({ from, to }) => [from, to]);
    expect(ends).toEqual([
      ['node-segment', 'node-braze'],
      ['node-snowflake', 'node-segment'],
    ]);
  });

  it('show another kind of a pair when the first is hidden, and nothing when all are', () => {
    const [shown] = knownEdges(stack.nodes, links, new Set(['audience']));
    expect(shown).toMatchObject({ kind: 'events', furtherKinds: 0 });
    expect(knownEdges(stack.nodes, links, new Set(['audience', 'events']))).toHaveLength(1);
    expect(userEdges(stack.connections, new Set(['live']))).toEqual([]);
  });

  it('leave out those of the person’s own whose data is hidden, and not such as carry more', () => {
    const carrying = (id: string, kinds: readonly DataKind[]) => ({
      ...aConnection('segment', 'snowflake', id),
      ...{ id, dataKinds: [...kinds] },
    });
    const connections = {
      a: carrying('a', ['orders']),
      b: carrying('b', ['orders', 'costs']),
      c: carrying('c', []),
    };
    const shown = (hidden: readonly EdgeFilter[]): string[] =>
      userEdges(connections, new Set(hidden)).map(({ id }) => id.trim());
    expect(shown([])).toEqual(['a', 'b', 'c']);
    expect(shown(['data:orders'])).toEqual(['b', 'c']);
    expect(shown(['data:orders', 'data:costs'])).toEqual(['c']);
    expect(countData(connections)).toEqual(
      new Map([
        ['orders', 2],
        ['costs', 1],
      ]),
    );
  });

  it('count pairs for each kind, however many links a pair has', () => {
    const counts = countKinds([...links, aLink('braze', 'segment', 'events')]);
    expect(counts.get('events')).toBe(1);
    expect(counts.get('pipeline')).toBe(1);
    expect(counts.has('workflow')).toBe(false);
  });

  it('go the same ways as in the exported diagram', () => {
    const edges = [
      ...knownEdges(stack.nodes, links, new Set()),
      ...userEdges(stack.connections, new Set()),
    ];
    const boxes = new Map(nodes.map((node) => [node.id, nodeBox(node)]));
    const onCanvas = [...routeEdges(edges, boxes).values()].map(({ path }) => path).sort();
    const scene = buildScene({
      stack,
      links,
      icons: new Map(),
      categories: new Map(),
      theme: 'light',
    });
    const exported = scene.edges.map(({ route }) => route.path).sort();
    expect(onCanvas).toEqual(exported);
    expect(onCanvas).toHaveLength(3);
  });
});

describe('a dropped product', () => {
  const column = (stack.lanes['lane-data']?.x ?? 0) + LANE.padding;

  it('falls into the column of a lane when it is almost there, and stays where it is otherwise', () => {
    expect(settle(stack, { x: column + 12.4, y: 80.6 })).toEqual({ x: column, y: 81 });
    expect(settle(stack, { x: column + 60, y: 80 })).toEqual({ x: column + 60, y: 80 });
    expect(settle(stack, { x: 9_000.2, y: 12 })).toEqual({ x: 9_000, y: 12 });
    expect(settle(stack, { x: 1e9, y: -1e9 })).toEqual({ x: 99_000, y: -99_000 });
  });

  it('is centred under the pointer, with the others of the same drag below it', () => {
    let id = 0;
    const placed = placementsOf(
      stack,
      [aRow('a'), aRow('b')],
      { x: 5_000, y: 700 },
      () => `n${id++}`,
    );
    expect(placed.map(({ position }) => position)).toEqual([
      { x: 5_000 - CARD.width / 2, y: 700 - CARD.height / 2 },
      { x: 5_000 - CARD.width / 2, y: 700 - CARD.height / 2 + ROW_PITCH },
    ]);
    const command = StackCommand.parse({ type: 'add-products', products: placed });
    expect(applyCommand(stack, command).ok).toBe(true);
  });
});

describe('bringing a card into view', () => {
  const screen = { width: 800, height: 600 };
  const viewport = { x: 0, y: 0, zoom: 1 };

  it('moves nothing when it is in view already', () => {
    expect(panInto(viewport, { x: 100, y: 100, width: 184, height: 52 }, screen)).toBeNull();
  });

  it('moves just as far as needed and keeps the zoom', () => {
    const next = panInto(viewport, { x: 780, y: 100, width: 184, height: 52 }, screen);
    expect(next).toEqual({ x: 800 - 24 - 184 - 780, y: 0, zoom: 1 });
    const back = panInto(viewport, { x: 100, y: -40, width: 184, height: 52 }, screen);
    expect(back).toEqual({ x: 0, y: 64, zoom: 1 });
  });
});

describe('fitting into view', () => {
  const screen = { width: 848, height: 648 };
  const zoom = { least: 0.1, most: 1.6 };
  const boxes = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 1, max: 30_000 }),
    height: fc.integer({ min: 1, max: 30_000 }),
  });

  it('shows all of what fits at some zoom, and the beginning of what does not', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 0, max: 300 }), (bounds, headRoom) => {
        const view = fitInto({ bounds, screen, headRoom, zoom });
        const shown = {
          left: bounds.x * view.zoom + view.x,
          top: bounds.y * view.zoom + view.y,
          width: bounds.width * view.zoom,
          height: bounds.height * view.zoom,
        };
        const isWhole = view.zoom > zoom.least;
        expect(shown.left).toBeGreaterThanOrEqual(24 - 1e-6);
        expect(shown.top).toBeGreaterThanOrEqual(24 - 1e-6);
        if (!isWhole) return;
        expect(shown.left + shown.width).toBeLessThanOrEqual(848 - 24 + 1e-6);
        expect(shown.top + shown.height).toBeLessThanOrEqual(648 - 24 + 1e-6);
      }),
    );
  });

  it('begins at the top with room above, where there is room', () => {
    const bounds = { x: 0, y: 0, width: 500, height: 100 };
    expect(fitInto({ bounds, screen, headRoom: 20, zoom })).toEqual({
      x: 24,
      y: 24 + 20 * 1.6,
      zoom: 1.6,
    });
    const tall = { x: 0, y: 0, width: 100, height: 30_000 };
    expect(fitInto({ bounds: tall, screen, headRoom: 150, zoom })).toEqual({
      x: (848 - 10) / 2,
      y: 24 + 15,
      zoom: 0.1,
    });
  });
});

describe('a connection of a person’s own', () => {
  it('is turned round by exchanging its ends, and back by the inverse', () => {
    const command = StackCommand.parse({
      type: 'edit-connection',
      connectionId: 'own-segment-snowflake',
      reverse: true,
    });
    const { stack: turned, inverse } = unwrap(applyCommand(stack, command));
    expect(turned.connections['own-segment-snowflake']).toMatchObject({
      fromNodeId: 'node-snowflake',
      toNodeId: 'node-segment',
      label: 'Exports',
    });
    expect(inverse.connections?.set).toEqual([stack.connections['own-segment-snowflake']]);
  });
});

describe('the overview map', () => {
  it('comes by itself with large stacks, until somebody has chosen', () => {
    expect(showsMinimap(null, 20)).toBe(false);
    expect(showsMinimap(null, 60)).toBe(true);
    expect(showsMinimap(false, 500)).toBe(false);
    expect(showsMinimap(true, 1)).toBe(true);
  });
});
