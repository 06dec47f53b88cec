import type { Direction, GroupId } from '../../../shared/domain/catalogue.ts';
import { StackItem } from '../../../shared/stack/items.ts';
import type { Connection, Lane, StackNode } from '../../../shared/stack/stack.ts';
import type {
  ConnectionState,
  DataKind,
  LaneShape,
  NodeState,
} from '../../../shared/stack/vocabulary.ts';

/** How the parts of a stack lie in the workspace, and the way there and back. */

export type LaneRow = Omit<Lane, 'groups' | 'categories' | 'shape'> & {
  groups: string;
  categories: string;
  shape: string;
};

export type NodeRow = {
  id: string;
  product_id: string;
  name: string;
  category_id: string;
  group_id: GroupId;
  lane_id: string | null;
  x: number;
  y: number;
  state: string;
  owner: string;
  locked: number;
  cluster_id: string | null;
  yearly_cost: number | null;
  processor_agreement: number | null;
};

export type ConnectionRow = {
  id: string;
  from_node_id: string;
  to_node_id: string;
  label: string;
  direction: Direction;
  state: string;
  data_kinds: string;
};

export type ItemRow = { id: string; content: string };

export const laneFromRow = (row: LaneRow): Lane => ({
  ...row,
  groups: JSON.parse(row.groups) as GroupId[],
  categories: JSON.parse(row.categories) as string[],
  shape: row.shape as LaneShape,
});

export const laneToRow = (lane: Lane): LaneRow => ({
  ...lane,
  groups: JSON.stringify(lane.groups),
  categories: JSON.stringify(lane.categories),
});

export const nodeFromRow = (row: NodeRow): StackNode => ({
  id: row.id,
  productId: row.product_id,
  name: row.name,
  categoryId: row.category_id,
  groupId: row.group_id,
  laneId: row.lane_id,
  x: row.x,
  y: row.y,
  state: row.state as NodeState,
  owner: row.owner,
  locked: row.locked === 1,
  clusterId: row.cluster_id,
  yearlyCost: row.yearly_cost,
  hasProcessorAgreement: row.processor_agreement === null ? null : row.processor_agreement === 1,
});

export const nodeToRow = (node: StackNode): NodeRow => ({
  id: node.id,
  product_id: node.productId,
  name: node.name,
  category_id: node.categoryId,
  group_id: node.groupId,
  lane_id: node.laneId,
  x: node.x,
  y: node.y,
  state: node.state,
  owner: node.owner,
  locked: node.locked ? 1 : 0,
  cluster_id: node.clusterId,
  yearly_cost: node.yearlyCost,
  processor_agreement:
    node.hasProcessorAgreement === null ? null : Number(node.hasProcessorAgreement),
});

export const connectionFromRow = (row: ConnectionRow): Connection => ({
  id: row.id,
  fromNodeId: row.from_node_id,
  toNodeId: row.to_node_id,
  label: row.label,
  direction: row.direction,
  state: row.state as ConnectionState,
  dataKinds: JSON.parse(row.data_kinds) as DataKind[],
});

export const connectionToRow = (connection: Connection): ConnectionRow => ({
  id: connection.id,
  from_node_id: connection.fromNodeId,
  to_node_id: connection.toNodeId,
  label: connection.label,
  direction: connection.direction,
  state: connection.state,
  data_kinds: JSON.stringify(connection.dataKinds),
});

export const itemFromRow = (row: ItemRow): StackItem => StackItem.parse(JSON.parse(row.content));

export const itemToRow = (item: StackItem): ItemRow => ({
  id: item.id,
  content: JSON.stringify(item),
});
