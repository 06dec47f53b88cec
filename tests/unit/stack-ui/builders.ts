import type { Direction, GroupId, IntegrationKind } from '../../../shared/domain/catalogue.ts';
import type { Link, ProductRow } from '../../../shared/domain/product.ts';
import { newStack } from '../../../shared/stack/new-stack.ts';
import type { Connection, Stack, StackNode } from '../../../shared/stack/stack.ts';

export function aNode(productId: string, change: Partial<StackNode> = {}): StackNode {
  return {
    id: `node-${productId}`,
    productId,
    name: productId,
    categoryId: 'cdp',
    groupId: 'data',
    laneId: 'lane-data',
    x: 0,
    y: 0,
    state: 'in-use',
    owner: '',
    locked: false,
    clusterId: null,
    yearlyCost: null,
    hasProcessorAgreement: null,
    ...change,
  };
}

export function aRow(id: string, change: Partial<ProductRow> = {}): ProductRow {
  return {
    id,
    name: id,
    homepage: null,
    domain: null,
    description: null,
    categoryId: 'cdp',
    groupId: 'data' satisfies GroupId,
    kind: 'product',
    status: 'active',
    pricing: [],
    oss: null,
    saas: null,
    tcfVendorId: null,
    icon: null,
    sources: 1,
    integrations: 0,
    ...change,
  };
}

export function aLink(
  from: string,
  to: string,
  kind: IntegrationKind = 'native',
  direction: Direction = 'forward',
): Link {
  return { from, to, kind, direction, sources: 1 };
}

export function aConnection(from: string, to: string, label = ''): Connection {
  return {
    id: `own-${from}-${to}`,
    fromNodeId: `node-${from}`,
    toNodeId: `node-${to}`,
    label,
    direction: 'forward',
    state: 'live',
    dataKinds: [],
  };
}

export function aStack(
  nodes: readonly StackNode[],
  connections: readonly Connection[] = [],
): Stack {
  return {
    ...newStack('stack', 'Test'),
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    connections: Object.fromEntries(connections.map((each) => [each.id, each])),
  };
}
