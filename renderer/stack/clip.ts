import { z } from 'zod';
import type { StackCommandInput } from '../../shared/stack/commands.ts';
import { StackItem } from '../../shared/stack/items.ts';
import { Connection, StackNode, type Stack } from '../../shared/stack/stack.ts';
import { itemText } from './item-nodes.ts';

/** The type of the clipboard's content that another window of ours understands. */
export const CLIP_TYPE = 'application/x-stackscape+json';

/** A part of a stack on its way to another place. */
export const Clip = z.object({
  stackId: z.string().max(100),
  nodes: z.array(StackNode).max(5000),
  items: z.array(StackItem).max(5000),
  connections: z.array(Connection).max(20_000),
});
export type Clip = z.output<typeof Clip>;

/** What is chosen, with the person's own connections among it. */
export function clipOf(stack: Stack, ids: ReadonlySet<string>): Clip {
  return {
    stackId: stack.id,
    nodes: Object.values(stack.nodes).filter(({ id }) => ids.has(id)),
    items: Object.values(stack.items).filter(({ id }) => ids.has(id)),
    connections: Object.values(stack.connections).filter(
      ({ fromNodeId, toNodeId }) => ids.has(fromNodeId) && ids.has(toNodeId),
    ),
  };
}

/** All of a stack. */
export function wholeClip(stack: Stack): Clip {
  return clipOf(stack, new Set([...Object.keys(stack.nodes), ...Object.keys(stack.items)]));
}

/** The same for programs that know nothing of stacks: one name or text a line. */
export function clipText({ nodes, items }: Clip): string {
  return [...nodes.map(({ name }) => name), ...items.map(itemText)]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** @returns null for what is no clip of ours, or is damaged */
export function readClip(text: string): Clip | null {
  try {
    const clip = Clip.safeParse(JSON.parse(text));
    return clip.success ? clip.data : null;
  } catch {
    return null;
  }
}

export interface Pasting {
  readonly command: Extract<StackCommandInput, { type: 'paste' }>;
  /** Ids of what the command puts on the stack. */
  readonly ids: readonly string[];
  /** Names of products that are on the stack already, and so stay out. */
  readonly present: readonly string[];
}

/**
 * A clip as a command for a stack, under new ids. Connections to a product that is there already
 * come to hang on the one that is there.
 * @param shift how far from where it was copied
 */
export function pastingOf(stack: Stack, clip: Clip, shift: number, newId: () => string): Pasting {
  const there = new Map(Object.values(stack.nodes).map((node) => [node.productId, node.id]));
  const ids = new Map<string, string>();
  const clusters = new Map<string, string>();
  const renewed = (clusterId: string | null): string | null => {
    if (clusterId === null) return null;
    const id = clusters.get(clusterId) ?? newId();
    clusters.set(clusterId, id);
    return id;
  };
  const nodes: StackNode[] = [];
  const present: string[] = [];
  for (const node of clip.nodes) {
    const existing = there.get(node.productId);
    const id = existing ?? newId();
    ids.set(node.id, id);
    there.set(node.productId, id);
    if (existing !== undefined) present.push(node.name);
    else {
      const at = { x: node.x + shift, y: node.y + shift };
      nodes.push({ ...node, ...at, id, laneId: null, clusterId: renewed(node.clusterId) });
    }
  }
  const items = clip.items.map((item) => ({
    ...item,
    id: newId(),
    x: item.x + shift,
    y: item.y + shift,
    clusterId: renewed(item.clusterId),
  }));
  const fresh = new Set(nodes.map((node) => node.id));
  const connections = clip.connections.flatMap((connection) => {
    const fromNodeId = ids.get(connection.fromNodeId);
    const toNodeId = ids.get(connection.toNodeId);
    if (fromNodeId === undefined || toNodeId === undefined) return [];
    // Between two that are there already, whatever connects them is there too, or was taken away.
    if (!fresh.has(fromNodeId) && !fresh.has(toNodeId)) return [];
    return [{ ...connection, id: newId(), fromNodeId, toNodeId }];
  });
  return {
    command: { type: 'paste', nodes, items, connections },
    ids: [...nodes, ...items].map(({ id }) => id),
    present,
  };
}
