import { CARD, laneBox, LANE, lanesInOrder } from '../layout.ts';
import type { Lane, Stack, StackNode } from '../stack.ts';
import { laneSlots } from './lane-slots.ts';
import { layoutFree, orderInLanes, type ArrangeEdge, type LayoutEngine } from './lane-order.ts';
import { settleOrder } from './settle-order.ts';

export interface ArrangeRequest {
  readonly stack: Pick<Stack, 'nodes' | 'lanes'>;
  readonly edges: readonly ArrangeEdge[];
  /** The products that may move; all of them where nothing is said. Locked ones never do. */
  readonly nodeIds?: ReadonlySet<string>;
}

export interface Move {
  readonly nodeId: string;
  readonly x: number;
  readonly y: number;
}

/** Far-off products that stand outside of the lanes come to stand this far right of them. */
const ASIDE = 48;

/** Products of a lane, in the order that was found for them, in the places that are free. */
function fillLane(
  lane: Lane,
  movable: readonly StackNode[],
  staying: readonly StackNode[],
  order: ReadonlyMap<string, number>,
): Move[] {
  const sorted = [...movable].sort(
    (p, q) => (order.get(p.id) ?? 0) - (order.get(q.id) ?? 0) || (p.id < q.id ? -1 : 1),
  );
  const slots = laneSlots(lane, sorted.length, staying);
  return sorted.flatMap((node, index) => {
    const slot = slots[index];
    return slot ? [{ nodeId: node.id, ...slot }] : [];
  });
}

/**
 * New places for products so that their edges cross little: in lanes each product stays in its lane
 * and only the order changes; outside of lanes they stand in layers along the flow of data. Nobody
 * covers another. Only products that move are in the answer.
 * @param layout the engine; its failure is passed on
 */
export async function arrange(request: ArrangeRequest, layout: LayoutEngine): Promise<Move[]> {
  const { stack, edges, nodeIds } = request;
  const all = Object.values(stack.nodes);
  const mayMove = (node: StackNode): boolean =>
    !node.locked && (nodeIds === undefined || nodeIds.has(node.id));
  const staying = all.filter((node) => !mayMove(node));
  const lanes = lanesInOrder(stack.lanes);
  const columns = lanes.filter((lane) => lane.shape === 'column');
  const rows = [...lanes.filter((lane) => lane.shape === 'row')].sort(
    (p, q) => p.y - q.y || p.x - q.x,
  );
  const order = new Map([
    ...(await orderInLanes(columns, stack, edges, layout)),
    ...(await orderInLanes(rows, stack, edges, layout)),
  ]);
  const lanesWith = lanes.map((lane) => ({
    lane,
    movable: all.filter((node) => node.laneId === lane.id && mayMove(node)),
    // What stands in other lanes makes room when a lane grows; what stands free does not.
    staying: staying.filter((node) => node.laneId === lane.id || node.laneId === null),
  }));
  const fill = (ordered: ReadonlyMap<string, number>): Move[] =>
    lanesWith.flatMap(({ lane, ...nodes }) =>
      fillLane(lane, nodes.movable, nodes.staying, ordered),
    );
  const inLanes = fill(settleOrder({ stack, edges, moves: fill(order), lanes: lanesWith }));

  const free = all.filter((node) => mayMove(node) && !stack.lanes[node.laneId ?? '']);
  const outside = free.length === 0 ? [] : await placeFree(free, request, staying, layout);
  return [...inLanes, ...outside].filter(({ nodeId, x, y }) => {
    const node = stack.nodes[nodeId];
    return node !== undefined && (node.x !== x || node.y !== y);
  });
}

async function placeFree(
  free: readonly StackNode[],
  { stack, edges }: ArrangeRequest,
  staying: readonly StackNode[],
  layout: LayoutEngine,
): Promise<Move[]> {
  const places = await layoutFree(free, edges, layout, { width: CARD.width, height: CARD.height });
  const lanes = Object.values(stack.lanes).map((lane) => laneBox(lane, stack));
  const left = Math.min(...free.map((node) => node.x));
  const top = Math.min(...free.map((node) => node.y));
  const obstacles = [...lanes, ...staying.map((node) => ({ x: node.x, width: CARD.width }))];
  // Where something else stands they begin right of everything.
  const x =
    obstacles.length === 0 ? left : Math.max(...obstacles.map((box) => box.x + box.width)) + ASIDE;
  const y = lanes.length === 0 ? top : Math.min(...lanes.map((box) => box.y)) + LANE.header;
  return free.flatMap(({ id }) => {
    const place = places.get(id);
    return place ? [{ nodeId: id, x: Math.round(x + place.x), y: Math.round(y + place.y) }] : [];
  });
}
