import { CHIP, chipFont } from '../diagram/card-chips.ts';
import { looks } from '../diagram/looks.ts';
import { measureText } from '../diagram/measure-text.ts';
import type { EdgeStyle } from '../diagram/theme.ts';
import type { Scene, SceneCard, SceneChip, SceneEdge } from '../diagram/scene.ts';
import type { Stack } from '../stack/stack.ts';
import type { VersionChanges } from './compare.ts';

export const changeMarks = ['added', 'removed', 'replaced'] as const;
export type ChangeMark = (typeof changeMarks)[number];

/** A sign and a word, so that nothing is told by colour alone. */
const words: Readonly<Record<ChangeMark, string>> = {
  added: '+ Added',
  removed: '− Removed',
  replaced: '⇄ New here',
};
const colours = {
  light: { added: '#1b6e3c', removed: '#b3261e', replaced: '#8a5a00' },
  dark: { added: '#7fd6a0', removed: '#ff9a90', replaced: '#f2c265' },
} as const;

/**
 * Both versions on one canvas: everything of the later one, and beside it what went, where it stood.
 * What stood on the same spot is moved a little, so that both can be read.
 */
export function overlayOf(before: Stack, after: Stack, changes: VersionChanges): Stack {
  const gone = new Set([
    ...changes.removed.map(({ id }) => id),
    ...changes.replaced.map(({ before: old }) => old.id),
  ]);
  const nodes = { ...after.nodes };
  const taken = new Set(Object.values(nodes).map(({ x, y }) => `${x} ${y}`));
  const idOf = new Map<string, string>();
  for (const node of Object.values(before.nodes)) {
    if (!gone.has(node.productId)) continue;
    const id = nodes[node.id] ? `gone-${node.id}` : node.id;
    idOf.set(node.id, id);
    const shift = taken.has(`${node.x} ${node.y}`) ? 30 : 0;
    nodes[id] = {
      ...node,
      id,
      x: node.x + shift,
      y: node.y + shift,
      laneId: null,
      clusterId: null,
    };
  }
  const idAfter = new Map(Object.values(after.nodes).map((node) => [node.productId, node.id]));
  const endOf = (nodeId: string): string | undefined => {
    const productId = before.nodes[nodeId]?.productId;
    return idOf.get(nodeId) ?? (productId === undefined ? undefined : idAfter.get(productId));
  };
  const connections = { ...after.connections };
  for (const connection of Object.values(before.connections)) {
    if (
      connections[connection.id] &&
      !idOf.has(connection.fromNodeId) &&
      !idOf.has(connection.toNodeId)
    )
      continue;
    const [fromNodeId, toNodeId] = [endOf(connection.fromNodeId), endOf(connection.toNodeId)];
    if (fromNodeId === undefined || toNodeId === undefined) continue;
    const id = `gone-${connection.id}`;
    connections[id] = { ...connection, id, fromNodeId, toNodeId };
  }
  return { ...after, nodes, connections };
}

function marksOf(changes: VersionChanges): ReadonlyMap<string, ChangeMark> {
  return new Map([
    ...changes.added.map(({ id }) => [id, 'added'] as const),
    ...changes.removed.map(({ id }) => [id, 'removed'] as const),
    ...changes.replaced.flatMap(({ before, after }) => [
      [before.id, 'removed'] as const,
      [after.id, 'replaced'] as const,
    ]),
  ]);
}

function chipOf(card: SceneCard, mark: ChangeMark, colour: string): SceneChip {
  const text = words[mark];
  const width = Math.ceil(measureText(text, chipFont)) + 2 * CHIP.padding;
  const box = {
    x: card.box.x + card.box.width - CHIP.right - width,
    y: card.box.y - CHIP.above,
    width,
    height: CHIP.height,
  };
  return {
    box,
    full: text,
    line: colour,
    text: {
      text,
      at: { x: box.x + CHIP.padding, y: box.y + box.height / 2 + chipFont.size * 0.36 },
      font: chipFont,
      colour,
      anchor: 'start',
    },
  };
}

/** The drawing of an overlay with a mark on every product and line that is not in both versions. */
export function markScene(scene: Scene, changes: VersionChanges): Scene {
  const palette = colours[scene.theme === 'dark' ? 'dark' : 'light'];
  const quiet = looks[scene.theme].mutedText;
  const marks = marksOf(changes);
  const productOf = new Map(scene.cards.map(({ id, productId }) => [id, productId]));
  const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const gained = new Set(changes.gained.map(({ a, b }) => key(a, b)));
  const lost = new Set(changes.lost.map(({ a, b }) => key(a, b)));
  const edge = (each: SceneEdge): SceneEdge => {
    const pair = key(productOf.get(each.from) ?? '', productOf.get(each.to) ?? '');
    const drawn = (change: Partial<EdgeStyle>, word: string): SceneEdge => ({
      ...each,
      style: { ...each.style, ...change },
      sign: each.route.middle,
      description: `${each.description} (${word})`,
    });
    if (lost.has(pair)) {
      return drawn({ colour: palette.removed, width: 1.8, dash: [3, 5], sign: 'minus' }, 'lost');
    }
    if (gained.has(pair)) {
      return drawn({ colour: palette.added, width: 2.6, dash: [], sign: 'plus' }, 'gained');
    }
    const { cap, arrow } = each.style;
    return { ...each, sign: null, style: { cap, arrow, colour: quiet, width: 1, dash: [] } };
  };
  return {
    ...scene,
    cards: scene.cards.map((card) => {
      const mark = marks.get(card.productId);
      if (!mark) return { ...card, chips: [] };
      const colour = palette[mark];
      return {
        ...card,
        chips: [chipOf(card, mark, colour)],
        outline: { colour, dash: mark === 'removed' ? [5, 4] : [] },
      };
    }),
    edges: scene.edges.map(edge),
    legend: [],
  };
}
