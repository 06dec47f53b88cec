import type { StackItem } from '../stack/items.ts';
import type { Connection, Lane, StackNode } from '../stack/stack.ts';

interface Parts {
  readonly lanes: readonly Lane[];
  readonly nodes: readonly StackNode[];
  readonly connections: readonly Connection[];
  readonly items: readonly StackItem[];
}

function firstDuplicate(values: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(value).size);
}

/**
 * What holds between the parts of a stack file, beyond what each part must look like by itself.
 * @returns a sentence on the first rule that is broken, or null
 */
export function findBrokenRule(file: Parts): string | null {
  for (const part of ['lanes', 'nodes', 'connections', 'items'] as const) {
    const twice = firstDuplicate(file[part].map((entity) => entity.id));
    if (twice !== undefined) {
      return `This stack file is damaged: the id “${twice}” occurs twice among its ${part}.`;
    }
  }
  const product = firstDuplicate(file.nodes.map((node) => node.productId));
  if (product !== undefined) {
    return `This stack file is damaged: the product “${product}” stands on the stack twice.`;
  }
  const laneIds = new Set(file.lanes.map((lane) => lane.id));
  for (const { id, laneId } of file.nodes) {
    if (laneId !== null && !laneIds.has(laneId)) {
      return `This stack file is damaged: the product “${id}” stands in a lane that is missing.`;
    }
  }
  const nodeIds = new Set(file.nodes.map((node) => node.id));
  for (const { id, fromNodeId, toNodeId } of file.connections) {
    if (!nodeIds.has(fromNodeId) || !nodeIds.has(toNodeId)) {
      return `This stack file is damaged: the connection “${id}” leads to a product that is missing.`;
    }
    if (fromNodeId === toNodeId) {
      return `This stack file is damaged: the connection “${id}” joins a product to itself.`;
    }
  }
  return null;
}
