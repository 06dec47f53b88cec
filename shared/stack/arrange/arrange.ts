import { CARD, laneBox, LANE, lanesInOrder } from '../layout.ts';
import type { Lane, Stack, StackNode } from '../stack.ts';
import { laneSlots } from './lane-slots.ts';
import { countCrossings } from './crossings.ts';
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

interface LaneToFill {
  readonly lane: Lane;
  /** Along which its products are in an order. */
  readonly axis: 'x' | 'y';
  readonly movable: readonly StackNode[];
  /** What stands in other lanes makes room when a lane grows; what stands free does not. */
  readonly staying: readonly StackNode[];
}

type Order = ReadonlyMap<string, number>;

/** Products of a lane, in the order that was found for them, in the places that are free. */
function fillLane({ lane, axis, movable, staying }: LaneToFill, order: Order): Move[] {
  const sorted = [...movable].sort(
    (p, q) => (order.get(p.id) ?? 0) - (order.get(q.id) ?? 0) || (p.id < q.id ? -1 : 1),
  );
  const slots = laneSlots(lane, sorted.length, staying, axis);
  return sorted.flatMap((node, index) => {
    const slot = slots[index];
    return slot ? [{ nodeId: node.id, ...slot }] : [];
  });
}

/** Enough edges to tell which of two arrangements crosses less; all of them would take longer. */
const MOST_COUNTED = 700;

function sample(edges: readonly ArrangeEdge[]): readonly ArrangeEdge[] {
  const step = Math.ceil(edges.length / MOST_COUNTED);
  return step <= 1 ? edges : edges.filter((_, index) => index % step === 0);
}

/** The best of several arrangements of the lanes: what the engine found, improved, and as it was. */
async function arrangeLanes(
  { stack, edges }: ArrangeRequest,
  lanes: readonly LaneToFill[],
  layout: LayoutEngine,
): Promise<Move[]> {
  const along = (axis: 'x' | 'y'): Lane[] =>
    lanes
      .filter((each) => each.axis === axis)
      .map(({ lane }) => lane)
      .sort((p, q) => (axis === 'y' ? p.x - q.x || p.y - q.y : p.y - q.y || p.x - q.x));
  const found: Order = new Map([
    ...(await orderInLanes(along('y'), stack, edges, layout)),
    ...(await orderInLanes(along('x'), stack, edges, layout)),
  ]);
  const fill = (order: Order): Move[] => lanes.flatMap((each) => fillLane(each, order));
  const asItIs = fill(
    new Map(
      lanes.flatMap(({ axis, movable }) =>
        [...movable]
          .sort((p, q) => p[axis] - q[axis] || p.x - q.x || p.y - q.y || (p.id < q.id ? -1 : 1))
          .map(({ id }, index): [string, number] => [id, index]),
      ),
    ),
  );
  const improved = (moves: readonly Move[]): Move[] =>
    fill(settleOrder({ stack, edges, moves, lanes }));
  const candidates = [asItIs, fill(found), improved(fill(found)), improved(asItIs)];
  const counted = sample(edges);
  const scored = candidates.map((moves) => {
    const nodes = { ...stack.nodes, ...Object.fromEntries(moves.map((m) => [m.nodeId, m])) };
    return { moves, crossings: countCrossings(nodes, counted) };
  });
  return scored.reduce((best, each) => (each.crossings < best.crossings ? each : best)).moves;
}

/**
 * New places for products so that their edges cross little: in lanes each product stays in its lane
 * and only the order changes; outside of lanes they stand in layers along the flow of data. Nobody
 * covers another. Only products that move are in the answer.
 * @param layout the engine; its failure is passed on
 */
export async function arrange(request: ArrangeRequest, layout: LayoutEngine): Promise<Move[]> {
  const { stack, nodeIds } = request;
  const all = Object.values(stack.nodes);
  const mayMove = (node: StackNode): boolean =>
    !node.locked && (nodeIds === undefined || nodeIds.has(node.id));
  const staying = all.filter((node) => !mayMove(node));
  const lanes = lanesInOrder(stack.lanes).map((lane): LaneToFill => {
    const { width, height } = laneBox(lane, stack);
    return {
      lane,
      axis: lane.shape === 'column' || height > width ? 'y' : 'x',
      movable: all.filter((node) => node.laneId === lane.id && mayMove(node)),
      staying: staying.filter((node) => node.laneId === lane.id || node.laneId === null),
    };
  });
  const inLanes = await arrangeLanes(request, lanes, layout);
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
