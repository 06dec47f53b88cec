import {
  CARD,
  COLUMN_GAP,
  COLUMN_PITCH,
  freePlaceInLane,
  LANE,
  laneFor,
  ROW_PITCH,
} from '../layout.ts';
import type { Lane, Stack, StackNode } from '../stack.ts';
import { templateLanes, type StackTemplate, type TemplateLane } from './template.ts';

/** A stack's products in the lanes of a template: what the command `restructure` takes. */
export interface Structure {
  readonly templateId: string;
  readonly title: string;
  readonly lanes: Lane[];
  /** Where the products go that may move. */
  readonly moves: { readonly nodeId: string; readonly x: number; readonly y: number }[];
}

/** Cards side by side, at least, so that an empty template looks like itself: in all, and in bands. */
const LEAST_ACROSS = { all: 5, bands: 3 } as const;
/** Least rows of a band. */
const LEAST_ROWS = 2;
/** Width to height of the whole, as screens and slides have it. */
const ASPECT = 16 / 9;

type Nodes = Record<string, StackNode>;

/** Cards side by side over all bands, for a picture that is about as wide as a screen. */
function acrossFor(products: number, columns: number): number {
  const square = Math.ceil(Math.sqrt((products * ROW_PITCH * ASPECT) / COLUMN_PITCH));
  return Math.max(LEAST_ACROSS.bands, LEAST_ACROSS.all - columns, square - columns);
}

const widthOf = (across: number): number => across * COLUMN_PITCH - COLUMN_GAP + 2 * LANE.padding;

function laneOf(spec: TemplateLane, place: Pick<Lane, 'x' | 'y' | 'width' | 'height' | 'shape'>) {
  const lane: Lane = {
    id: `lane-${spec.id}`,
    title: spec.title,
    groups: [...spec.groups],
    categories: [...spec.categories],
    ...place,
  };
  return lane;
}

/** What goes into a lane together stands together: by category, then as it stood before. */
function inOrder(lane: Lane, nodes: readonly StackNode[]): StackNode[] {
  const rank = new Map(lane.categories.map((id, index) => [id, index]));
  const rankOf = (node: StackNode): number => rank.get(node.categoryId) ?? rank.size;
  return [...nodes].sort(
    (p, q) =>
      rankOf(p) - rankOf(q) ||
      (p.categoryId === q.categoryId ? 0 : p.categoryId < q.categoryId ? -1 : 1) ||
      p.y - q.y ||
      p.x - q.x ||
      (p.id < q.id ? -1 : 1),
  );
}

/**
 * Where lanes side by side have to end together for the cards standing in them, locked ones
 * included. A locked card may stand beside what its own lane needs, and yet within what the tallest
 * of them needs.
 */
function commonBottom(lanes: readonly Lane[], nodes: Nodes): number {
  const bottoms = lanes.map((lane) => bottomOf(lane, nodes));
  const bottom = Math.max(...bottoms);
  const isSettled = lanes.every((lane) => lane.y + lane.height === bottom);
  if (isSettled) return bottom;
  const stretched = lanes.map((lane) => ({ ...lane, height: bottom - lane.y }));
  return commonBottom(stretched, nodes);
}

/** Where a lane has to end for the cards standing in it, locked ones included. */
function bottomOf(lane: Lane, nodes: Nodes): number {
  let bottom = lane.y + lane.height;
  for (const node of Object.values(nodes)) {
    const isPlaced = !node.locked && node.laneId === lane.id;
    if (isPlaced) bottom = Math.max(bottom, node.y + CARD.height + LANE.padding);
  }
  // A card that makes the lane taller may bring the next one inside.
  for (let before = -1; before !== bottom;) {
    before = bottom;
    for (const node of Object.values(nodes)) {
      const middle = { x: node.x + CARD.width / 2, y: node.y + CARD.height / 2 };
      const inside =
        middle.x >= lane.x &&
        middle.x <= lane.x + lane.width &&
        middle.y >= lane.y &&
        middle.y <= bottom;
      if (inside) bottom = Math.max(bottom, node.y + CARD.height + LANE.padding);
    }
  }
  return bottom;
}

/**
 * The lanes of a template with the products of a stack in them, each in the lane of its category.
 * Locked products stay where they are and no other covers them. O(products²) at worst.
 */
export function structureAs(template: StackTemplate, stack: Pick<Stack, 'nodes'>): Structure {
  const { left, bands, right } = template.arrangement;
  const specs = templateLanes(template);
  const draft = Object.fromEntries(
    specs.map((spec, index) => {
      const place = { x: index, y: 0, width: LANE.width, height: LANE.minHeight };
      const lane = laneOf(spec, { ...place, shape: 'column' });
      return [lane.id, lane];
    }),
  );
  const nodes = Object.values(stack.nodes);
  const settled: Nodes = {};
  const byLane = new Map<string, StackNode[]>(Object.keys(draft).map((id) => [id, []]));
  for (const node of nodes) {
    // Its lane of before is none of these.
    if (node.locked) settled[node.id] = { ...node, laneId: null };
    else byLane.get(laneFor(draft, node)?.id ?? '')?.push(node);
  }

  const lanes: Lane[] = [];
  const fill = (lane: Lane): Lane => {
    for (const node of inOrder(lane, byLane.get(lane.id) ?? [])) {
      settled[node.id] = { ...node, ...freePlaceInLane({ nodes: settled }, lane) };
    }
    return { ...lane, height: bottomOf(lane, settled) - lane.y };
  };
  const columns = (column: readonly TemplateLane[], from: number): number => {
    let x = from;
    for (const spec of column) {
      const place = { x, y: 0, width: LANE.width, height: LANE.minHeight };
      lanes.push(fill(laneOf(spec, { ...place, shape: 'column' })));
      x += LANE.width + LANE.gap;
    }
    return x;
  };

  let x = columns(left, 0);
  const most = acrossFor(nodes.length, left.length + right.length);
  if (bands.length > 0) {
    const parts = Math.max(...bands.map((band) => band.reduce((sum, { share }) => sum + share, 0)));
    // A whole number of cards for each part of the band with most parts.
    const width = bandWidth(bands, Math.max(1, Math.round(most / parts)) * parts);
    let y = 0;
    for (const band of bands) y = fillBand(band, { x, y, width });
    x += width + LANE.gap;
  }
  columns(right, x);

  function fillBand(
    band: readonly TemplateLane[],
    at: { readonly x: number; readonly y: number; readonly width: number },
  ): number {
    const height = LANE.header + LEAST_ROWS * ROW_PITCH - 12 + LANE.padding;
    const parts = band.reduce((sum, { share }) => sum + share, 0);
    const free = at.width - (band.length - 1) * LANE.gap;
    let from = at.x;
    const filled = band.map((spec) => {
      const width = Math.floor((free * spec.share) / parts);
      const lane = fill(laneOf(spec, { x: from, y: at.y, width, height, shape: 'row' }));
      from += width + LANE.gap;
      return lane;
    });
    const common = commonBottom(filled, settled) - at.y;
    lanes.push(...filled.map((lane) => ({ ...lane, height: common })));
    return at.y + common + LANE.gap;
  }

  // Columns beside bands end where the bands end.
  const end = Math.max(...lanes.map((lane) => lane.y + lane.height));
  return {
    templateId: template.id,
    title: template.title,
    lanes: lanes.map((lane) =>
      lane.shape === 'column' && bands.length > 0 ? { ...lane, height: end - lane.y } : lane,
    ),
    moves: nodes.flatMap(({ id, locked }) => {
      const place = settled[id];
      return locked || !place ? [] : [{ nodeId: id, x: place.x, y: place.y }];
    }),
  };
}

/** A width in which every lane of every band has room for its share of the cards. */
function bandWidth(bands: readonly (readonly TemplateLane[])[], across: number): number {
  return Math.max(
    ...bands.map((band) => {
      const parts = band.reduce((sum, { share }) => sum + share, 0);
      const part = across / parts;
      // The narrowest lane for its share decides.
      const least = Math.max(
        ...band.map(({ share }) => widthOf(Math.max(1, Math.floor(part * share))) / share),
      );
      return Math.ceil(least * parts) + (band.length - 1) * LANE.gap;
    }),
  );
}
