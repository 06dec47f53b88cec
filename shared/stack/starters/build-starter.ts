import type { ProductRow } from '../../domain/product.ts';
import type { StackItem } from '../items.ts';
import { laneAt } from '../layout.ts';
import { Connection, StackNode, type Stack } from '../stack.ts';
import { structureAs } from '../templates/arrange-lanes.ts';
import type { StackTemplate } from '../templates/template.ts';
import type { StarterStack } from './starter.ts';

const NOTE = { width: 420, height: 100, above: 24 } as const;

/** Says on the canvas what kind of stack this is, for as long as the person leaves it there. */
function exampleNote(starter: StarterStack, id: string): StackItem {
  return {
    ...{ type: 'note', id, colour: 'yellow', locked: false, clusterId: null },
    text: `Example: ${starter.title}. ${starter.about} Made of real products to start from; no advice, and nobody’s actual stack.`,
    x: 0,
    y: -NOTE.height - NOTE.above,
    width: NOTE.width,
    height: NOTE.height,
  };
}

/**
 * An example as a stack of its own, in the lanes of a template.
 * @param rows what the catalogue says of the products; those it does not know are left out
 */
export function buildStarter(
  starter: StarterStack,
  options: {
    readonly name: string;
    readonly template: StackTemplate;
    readonly rows: readonly ProductRow[];
    readonly newId: () => string;
  },
): Omit<Stack, 'id'> {
  const { name, template, rows, newId } = options;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const nodes: Record<string, StackNode> = {};
  const nodeOf = new Map<string, string>();
  for (const { id: productId, owner, state } of starter.products) {
    const row = rowOf.get(productId);
    if (!row || nodeOf.has(productId)) continue;
    const { categoryId, groupId } = row;
    const node = StackNode.parse({
      ...{ id: newId(), productId, name: row.name, categoryId, groupId },
      ...{ owner, state, laneId: null, x: 0, y: 0 },
    });
    nodes[node.id] = node;
    nodeOf.set(productId, node.id);
  }
  const { lanes, moves } = structureAs(template, { nodes });
  const byId = Object.fromEntries(lanes.map((lane) => [lane.id, lane]));
  const placed: Record<string, StackNode> = {};
  for (const { nodeId, x, y } of moves) {
    const node = nodes[nodeId];
    const laneId = laneAt({ lanes: byId, nodes: placed }, { x, y });
    if (node) placed[nodeId] = { ...node, x, y, laneId };
  }
  const connections = starter.connections.flatMap(({ from, to, ...rest }) => {
    const [fromNodeId, toNodeId] = [nodeOf.get(from), nodeOf.get(to)];
    if (fromNodeId === undefined || toNodeId === undefined) return [];
    return [Connection.parse({ id: newId(), fromNodeId, toNodeId, label: '', ...rest })];
  });
  const note = exampleNote(starter, newId());
  return {
    name,
    templateId: template.id,
    lanes: byId,
    nodes: placed,
    connections: Object.fromEntries(connections.map((each) => [each.id, each])),
    items: { [note.id]: note },
  };
}
