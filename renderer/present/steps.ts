import { FRAME } from '../../shared/diagram/build-items.ts';
import { byFrameOrder, contains } from '../../shared/diagram/frames.ts';
import { displayText } from '../../shared/diagram/measure-text.ts';
import type { FrameItem } from '../../shared/stack/items.ts';
import { CARD, LANE, laneBox, lanesInOrder, nodeBox, type Box } from '../../shared/stack/layout.ts';
import type { Stack, StackNode } from '../../shared/stack/stack.ts';
import { counted } from '../product/words.ts';

export interface PresentStep {
  /** Id of the frame or lane; the same while the stack changes. */
  readonly id: string;
  readonly kind: 'whole' | 'frame' | 'lane';
  readonly title: string;
  /** What is shown, in canvas units; null for all there is. */
  readonly box: Box | null;
  /** The products on it, as one reads. */
  readonly nodes: readonly StackNode[];
}

/** Shown around a frame or lane, in canvas units; less than what is between two lanes. */
const MARGIN = 6;

function widened({ x, y, width, height }: Box, above: number): Box {
  return {
    x: x - MARGIN,
    y: y - above - MARGIN,
    width: width + 2 * MARGIN,
    height: height + above + 2 * MARGIN,
  };
}

/** Free space around what a step shows, in canvas units. */
const ROOM = 18;

/** What the screen is filled with to show a step's box. */
export function withRoom({ x, y, width, height }: Box): Box {
  return { x: x - ROOM, y: y - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM };
}

type Shown = Pick<Stack, 'name' | 'lanes' | 'nodes' | 'items'>;

/** A lane down to its last product: the empty rest would only make the letters smaller. */
function filledPart(lane: Box, nodes: readonly StackNode[]): Box {
  const bottom = Math.max(...nodes.map((node) => node.y)) + CARD.height + LANE.padding;
  return { ...lane, height: Math.min(lane.height, Math.max(bottom - lane.y, LANE.header)) };
}

function readingOrder(nodes: readonly StackNode[]): StackNode[] {
  return [...nodes].sort((p, q) => p.y - q.y || p.x - q.x || (p.id < q.id ? -1 : 1));
}

function frameSteps(stack: Shown, nodes: readonly StackNode[]): PresentStep[] {
  return Object.values(stack.items)
    .filter((item): item is FrameItem => item.type === 'frame')
    .map((frame) => ({ ...frame, box: frame }))
    .sort(byFrameOrder)
    .map(({ id, title, x, y, width, height }, index) => {
      const box = { x, y, width, height };
      return {
        id,
        kind: 'frame',
        title: displayText(title) || `Frame ${index + 1}`,
        box: widened(box, FRAME.titleHeight),
        nodes: nodes.filter((node) => contains(box, nodeBox(node))),
      };
    });
}

/**
 * What a presentation goes through: the frames in their order; without frames the whole stack, then
 * lane by lane, as far as a lane has products. Never empty.
 */
export function presentSteps(stack: Shown): readonly PresentStep[] {
  const nodes = readingOrder(Object.values(stack.nodes));
  const frames = frameSteps(stack, nodes);
  if (frames.length > 0) return frames;
  const lanes = lanesInOrder(stack.lanes).flatMap((lane): PresentStep[] => {
    const inside = nodes.filter(({ laneId }) => laneId === lane.id);
    if (inside.length === 0) return [];
    const title = displayText(lane.title);
    const box = filledPart(laneBox(lane, stack), inside);
    return [{ id: lane.id, kind: 'lane', title, box: widened(box, 0), nodes: inside }];
  });
  return [
    { id: 'whole', kind: 'whole', title: displayText(stack.name), box: null, nodes },
    ...lanes,
  ];
}

/** Where a presentation is: at a step, and at the place that it had when it was last seen. */
export interface PresentPlace {
  readonly id: string;
  readonly index: number;
}

/** The step of a place, also after the stack has changed: the same one, or what took its place. */
export function indexOfPlace(steps: readonly PresentStep[], { id, index }: PresentPlace): number {
  const found = steps.findIndex((step) => step.id === id);
  return found >= 0 ? found : Math.max(0, Math.min(index, steps.length - 1));
}

/** Names read out for a step; more are counted only. */
const MAX_NAMES = 12;

/** A step in words, for people who do not see it. */
export function stepWords(step: PresentStep, index: number, count: number): string {
  const names = step.nodes.slice(0, MAX_NAMES).map(({ name }) => displayText(name));
  const more = step.nodes.length - names.length;
  const list = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const products = counted(step.nodes.length, 'product', 'products');
  return `${index + 1} of ${count}: ${step.title}. ${products}${list === '' ? '' : `: ${list}`}.`;
}
