import type { ProductRow } from '../domain/product.ts';
import { GivenName } from '../domain/ids.ts';
import { visibleText } from '../diagram/measure-text.ts';
import { CARD, freePlace, LANE, laneAt } from '../stack/layout.ts';
import { newStack } from '../stack/new-stack.ts';
import { Connection, Lane, StackNode } from '../stack/stack.ts';
import { StackItem } from '../stack/items.ts';
import { CANVAS_ZOOM } from './write-json-canvas.ts';
import type { ImportedDiagram, ImportedShape } from './imported-diagram.ts';
import type { StackContent } from './stack-file.ts';

const FURTHEST = 90_000;
const within = (value: number): number =>
  Math.round(Math.min(FURTHEST, Math.max(-FURTHEST, value)));

/** A size that notes and lanes may have. */
const sized = (value: number, least: number): number =>
  Math.round(Math.min(20_000, Math.max(least, value)));

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return [...numbers].sort((p, q) => p - q)[Math.floor(numbers.length / 2)]!;
}

/**
 * From the file's units to ours, so that its usual shape becomes as large as a card: shapes that did
 * not cover one another then do not cover one another as cards.
 */
function scaleOf(shapes: readonly ImportedShape[]) {
  const boxes = shapes.flatMap(({ role, box }) => (role === 'shape' && box ? [box] : []));
  const width = median(boxes.map((box) => box.width));
  const height = median(boxes.map((box) => box.height));
  // Cards of ours, in a format of whole numbers: the exact factor, so that places come back exactly.
  if (width === Math.round(CARD.width * CANVAS_ZOOM))
    return { x: 1 / CANVAS_ZOOM, y: 1 / CANVAS_ZOOM };
  const factor = (own: number | null, ours: number): number =>
    own === null ? 1 : Math.min(4, Math.max(0.1, ours / own));
  const x = factor(width, CARD.width);
  const y = factor(height, CARD.height);
  return { x, y };
}

/**
 * A stack of a diagram that was made here or elsewhere: shapes that are products become products in
 * their places, regions become lanes, arrows become connections, and whatever else has words becomes
 * a note, so that nothing is lost that somebody wrote.
 * @param products  what each shape is, by its id; those that are missing are no product
 */
export function diagramToStack(
  diagram: ImportedDiagram,
  products: ReadonlyMap<string, ProductRow>,
  name: string,
): StackContent {
  const given = GivenName.safeParse(visibleText(name).slice(0, 200));
  const stack = newStack('imported', given.success ? given.data : 'Imported stack');
  const scale = scaleOf(diagram.shapes);
  const hasPlaces = diagram.shapes.some(({ box }) => box !== null);
  const lanes: Record<string, Lane> = hasPlaces ? {} : { ...stack.lanes };
  diagram.shapes
    .filter(({ role, box }) => role === 'lane' && box)
    .slice(0, 200)
    .forEach(({ label, box }, index) => {
      const title = GivenName.safeParse(visibleText(label).slice(0, 200));
      if (!box) return;
      const id = `lane-${index + 1}`;
      const width = sized(box.width * scale.x, 80);
      const height = sized(box.height * scale.y, 80);
      lanes[id] = Lane.parse({
        ...{
          id,
          title: title.success ? title.data : `Lane ${index + 1}`,
          groups: [],
          width,
          height,
        },
        ...{ x: within(box.x * scale.x), y: within(box.y * scale.y) },
        shape: width >= 2 * (CARD.width + LANE.padding) && width > height ? 'row' : 'column',
      });
    });

  const nodes: Record<string, StackNode> = {};
  const nodeOf = new Map<string, string>();
  const byProduct = new Map<string, string>();
  const items: Record<string, StackItem> = {};
  diagram.shapes.forEach((shape, index) => {
    if (shape.role === 'lane') return;
    const row = products.get(shape.id);
    const twin = row ? byProduct.get(row.id) : undefined;
    if (twin !== undefined) {
      // A product stands once on a stack; arrows of its second shape go to the first.
      nodeOf.set(shape.id, twin);
      return;
    }
    if (row) {
      const id = `node-${index + 1}`;
      const product = {
        ...{ id, productId: row.id, name: row.name, categoryId: row.categoryId },
        groupId: row.groupId,
      };
      const at = shape.box
        ? { x: within(shape.box.x * scale.x), y: within(shape.box.y * scale.y) }
        : null;
      const place = at
        ? { ...at, laneId: laneAt({ lanes, nodes }, at) }
        : freePlace({ lanes, nodes }, product);
      nodes[id] = StackNode.parse({ ...product, ...place });
      nodeOf.set(shape.id, id);
      byProduct.set(row.id, id);
      return;
    }
    if (shape.label.trim() === '') return;
    const id = `note-${index + 1}`;
    const count = Object.keys(items).length;
    const free = { x: (count % 6) * 200, y: LANE.minHeight + 60 + Math.floor(count / 6) * 110 };
    items[id] = StackItem.parse({
      ...{ type: 'note', id, text: shape.label.slice(0, 5000), colour: 'grey' },
      x: shape.box ? within(shape.box.x * scale.x) : free.x,
      y: shape.box ? within(shape.box.y * scale.y) : free.y,
      width: sized(shape.box ? shape.box.width * scale.x : CARD.width, 80),
      height: sized(shape.box ? shape.box.height * scale.y : 90, 44),
    });
  });

  const connections: Record<string, Connection> = {};
  diagram.edges.forEach(({ from, to, label, direction, isKnown }, index) => {
    const a = nodeOf.get(from);
    const b = nodeOf.get(to);
    if (isKnown || a === undefined || b === undefined || a === b) return;
    const id = `connection-${index + 1}`;
    connections[id] = Connection.parse({
      ...{ id, fromNodeId: a, toNodeId: b, direction },
      label: visibleText(label).slice(0, 200),
    });
  });
  return {
    name: stack.name,
    lanes,
    nodes,
    connections,
    items,
    templateId: hasPlaces ? null : stack.templateId,
  };
}
