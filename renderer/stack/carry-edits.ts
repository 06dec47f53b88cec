import { create } from 'zustand';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { nodeBox } from '../../shared/stack/layout.ts';
import type { Stack } from '../../shared/stack/stack.ts';
import { useStacks } from '../state/stacks.ts';
import { useToasts } from '../state/toasts.ts';
import type { Way } from './canvas-nodes.ts';
import { useCanvas } from './canvas-state.ts';
import {
  carriedTo,
  nextPlace,
  pickUp,
  placeWords,
  roomFor,
  startOf,
  type Carry,
  type CarryPlace,
} from './carry-places.ts';
import { itemWords } from './item-nodes.ts';
import { commitMoves, showNodes } from './stack-edits.ts';
import { focusCard, focusedCard } from './card-focus.ts';

interface Carrying {
  readonly carry: Carry | null;
  /** Where the leader would be put down now. */
  readonly place: CarryPlace | null;
  /** Both in words, for those who see: "HubSpot: Engagement, place 3 of 8". */
  readonly words: string;
}

const nothing: Carrying = { carry: null, place: null, words: '' };

/** What the keyboard carries, if anything; nothing of it is stored before it is put down. */
export const useCarrying = create<Carrying>()(() => nothing);

export const isCarrying = (): boolean => useCarrying.getState().carry !== null;

const stackNow = (): Stack | null => useStacks.getState().current?.stack ?? null;

const say = (sentence: string): void => useCanvas.getState().announce(sentence);

/** Says and shows why something is not done. */
function refuse(text: string): false {
  useToasts.getState().show({ tone: 'info', text });
  say(text);
  return false;
}

function nameOf(stack: Stack, id: string): string {
  const node = stack.nodes[id];
  if (node) return displayText(node.name);
  const item = stack.items[id];
  return item ? itemWords(item) : '';
}

function wordsOf(stack: Stack, { leaderId, from }: Carry): string {
  const others = from.size - 1;
  const name = nameOf(stack, leaderId);
  return others === 0 ? name : `${name} and ${others} more`;
}

function show(stack: Stack, carry: Carry, place: CarryPlace): void {
  const words = `${wordsOf(stack, carry)}: ${placeWords(stack, carry, place)}`;
  useCarrying.setState({ carry, place, words });
  useCanvas.setState({ moved: carriedTo(carry, place.at) });
}

/** Picks up the focused card, with the whole selection if it is part of it. */
export async function pickUpFocused(): Promise<void> {
  const leaderId = focusedCard() ?? [...useCanvas.getState().selection].at(-1);
  // The palette that it may have been asked from gives the focus back first.
  if (await pickUpThing(leaderId)) requestAnimationFrame(() => focusCard(leaderId ?? ''));
}

/** Picks up one thing, wherever the keyboard is. @returns whether it could be picked up */
export async function pickUpThing(leaderId: string | undefined): Promise<boolean> {
  // A burst of arrow keys before it is a step of its own.
  await commitMoves();
  const stack = stackNow();
  const { selection, select } = useCanvas.getState();
  if (!stack || leaderId === undefined || !(stack.nodes[leaderId] ?? stack.items[leaderId])) {
    return refuse('Focus or select what you want to carry, then press G.');
  }
  if (!selection.has(leaderId)) select([leaderId]);
  const carry = pickUp(stack, leaderId, useCanvas.getState().selection);
  if (!carry) return refuse(`${nameOf(stack, leaderId)} is locked. Unlock it to carry it.`);
  const place = startOf(stack, carry);
  show(stack, carry, place);
  say(
    `Carrying ${wordsOf(stack, carry)}. ${placeWords(stack, carry, place)}. Arrow keys carry, Enter puts down, Escape puts back.`,
  );
  return true;
}

/** Carries on to the next place one way. */
export function carryOn(way: Way): void {
  const stack = stackNow();
  const { carry, place } = useCarrying.getState();
  if (!stack || !carry || !place) return;
  const next = nextPlace(stack, carry, place, way);
  if (!next) return say(`No further place that way. ${placeWords(stack, carry, place)}.`);
  show(stack, carry, next);
  const { width, height } = stack.items[carry.leaderId] ?? nodeBox(next.at);
  useCanvas.setState({ reveal: { box: { ...next.at, width, height } } });
  say(`Carrying ${wordsOf(stack, carry)}. ${placeWords(stack, carry, next)}.`);
}

/** Puts down what is carried where it is, as one step. */
export async function putDown(): Promise<void> {
  const stack = stackNow();
  const { carry, place } = useCarrying.getState();
  if (!stack || !carry || !place) return;
  // Carried from the outline, the keyboard stays there.
  const isOnCanvas = focusedCard() !== undefined;
  useCarrying.setState(nothing);
  const start = startOf(stack, carry);
  const words = wordsOf(stack, carry);
  if (start.at.x === place.at.x && start.at.y === place.at.y) {
    useCanvas.setState({ moved: new Map() });
    return say(`${words} stays where it was.`);
  }
  const sentence = `${words} put down. ${placeWords(stack, carry, place)}.`;
  const lanes = carry.from.size === 1 ? roomFor(stack, carry.leaderId, place) : [];
  if (!(await commitMoves(lanes))) return;
  say(sentence);
  showNodes([...useCanvas.getState().selection]);
  if (isOnCanvas) focusCard(carry.leaderId);
}

/** Lets go of what is carried; everything is where it was. @param why said before it */
export function putBack(why = ''): void {
  const stack = stackNow();
  const { carry } = useCarrying.getState();
  if (!carry) return;
  useCarrying.setState(nothing);
  useCanvas.setState({ moved: new Map() });
  if (!stack) return;
  say(`${why}${wordsOf(stack, carry)} is back where it was.`);
}
