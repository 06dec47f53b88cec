import type { Point } from '../../shared/diagram/route-edge.ts';
import { nodeBox, type Box } from '../../shared/stack/layout.ts';
import type { ActionBinding } from '../state/actions.ts';
import { useStacks } from '../state/stacks.ts';
import { useToasts } from '../state/toasts.ts';
import { alignedTo, distributed } from './align.ts';
import { useCanvas } from './canvas-state.ts';
import type { Way } from './canvas-nodes.ts';
import { pickUpFocused } from './carry-edits.ts';
import { clipOf, pastingOf, type Clip } from './clip.ts';
import { chosenIds, showNodes } from './stack-edits.ts';

/** Canvas units between a thing and its copy. */
const COPY_SHIFT = 24;

function say(text: string): void {
  useToasts.getState().show({ tone: 'info', text });
  useCanvas.getState().announce(text);
}

function alreadyThere(names: readonly string[]): string {
  const [only] = names;
  return names.length === 1 && only !== undefined
    ? `${only} is on this stack already; a product stands once on a stack.`
    : `${names.length} products are on this stack already; a product stands once on a stack.`;
}

/** Puts a clip on the current stack as one step; products that are there already are named. */
export async function pasteClip(clip: Clip): Promise<void> {
  const stack = useStacks.getState().current?.stack;
  if (!stack) return;
  const shift = clip.stackId === stack.id ? COPY_SHIFT : 0;
  const pasting = pastingOf(stack, clip, shift, () => crypto.randomUUID());
  if (pasting.present.length > 0) say(alreadyThere(pasting.present));
  if (pasting.ids.length === 0) return;
  if (await useStacks.getState().apply(pasting.command)) showNodes(pasting.ids);
}

/** What is selected as a clip, or null where nothing is. */
export function selectedClip(): Clip | null {
  const stack = useStacks.getState().current?.stack;
  const { selection } = useCanvas.getState();
  if (!stack || selection.size === 0) return null;
  const clip = clipOf(stack, selection);
  return clip.nodes.length + clip.items.length === 0 ? null : clip;
}

export async function duplicateSelection(): Promise<void> {
  const clip = selectedClip();
  if (clip) await pasteClip(clip);
}

function selectedBoxes(): ReadonlyMap<string, Box> {
  const { selection } = useCanvas.getState();
  const { nodes = {}, items = {} } = useStacks.getState().current?.stack ?? {};
  const boxes = new Map<string, Box>();
  for (const id of selection) {
    const node = nodes[id];
    const box = node ? nodeBox(node) : items[id];
    // What is locked stays, and is nothing to line up with that others could see moving.
    if (box && !(node ?? items[id])?.locked) boxes.set(id, box);
  }
  return boxes;
}

async function place(
  places: ReadonlyMap<string, Point>,
  reason: 'align' | 'distribute',
): Promise<void> {
  const { nodes = {}, items = {} } = useStacks.getState().current?.stack ?? {};
  const moved = [...places].filter(([id, { x, y }]) => {
    const before = nodes[id] ?? items[id];
    return before && (before.x !== x || before.y !== y);
  });
  if (moved.length === 0) return useCanvas.getState().announce('They stand like that already.');
  await useStacks.getState().apply({
    type: 'move-nodes',
    moves: moved.flatMap(([nodeId, at]) => (nodes[nodeId] ? [{ nodeId, ...at }] : [])),
    items: moved.flatMap(([itemId, at]) => (items[itemId] ? [{ itemId, ...at }] : [])),
    reason,
  });
}

export const alignSelection = (side: Way): Promise<void> =>
  place(alignedTo(selectedBoxes(), side), 'align');

export function distributeSelection(along: 'across' | 'down'): Promise<void> {
  const boxes = selectedBoxes();
  if (boxes.size < 3) say('Select three or more things to distribute them.');
  return boxes.size < 3 ? Promise.resolve() : place(distributed(boxes, along), 'distribute');
}

function groupSelection(): void {
  const { selection } = useCanvas.getState();
  if (selection.size < 2) return say('Select two or more things to group them.');
  const clusterId = crypto.randomUUID();
  void useStacks.getState().apply({ type: 'cluster', ...chosenIds(selection), clusterId });
}

function ungroupSelection(): void {
  const { selection } = useCanvas.getState();
  void useStacks.getState().apply({ type: 'cluster', ...chosenIds(selection), clusterId: null });
}

/** Locks what is selected, or unlocks it where all of it is locked. */
function toggleLock(): void {
  const { selection } = useCanvas.getState();
  const { nodes = {}, items = {} } = useStacks.getState().current?.stack ?? {};
  const locked = ![...selection].every((id) => (nodes[id] ?? items[id])?.locked);
  void useStacks.getState().apply({ type: 'lock', ...chosenIds(selection), locked });
}

/** What can be done with whatever is selected, by the id of the action. */
export function selectionBindings(hasSelection: boolean): Readonly<Record<string, ActionBinding>> {
  const runs: Readonly<Record<string, () => void>> = {
    'edit.duplicate': () => void duplicateSelection(),
    'edit.group': groupSelection,
    'edit.ungroup': ungroupSelection,
    'edit.lock': toggleLock,
    'edit.align-left': () => void alignSelection('left'),
    'edit.align-right': () => void alignSelection('right'),
    'edit.align-top': () => void alignSelection('up'),
    'edit.align-bottom': () => void alignSelection('down'),
    'edit.distribute-across': () => void distributeSelection('across'),
    'edit.distribute-down': () => void distributeSelection('down'),
  };
  return {
    // The focused card can be picked up without being selected.
    'edit.carry': { run: () => void pickUpFocused() },
    ...Object.fromEntries(
      Object.entries(runs).map(([id, run]) => [id, { run, isEnabled: hasSelection }]),
    ),
  };
}
