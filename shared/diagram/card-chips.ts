import { nodeStateLabels } from '../stack/state-words.ts';
import { CARD, type Box } from '../stack/layout.ts';
import type { NodeState } from '../stack/vocabulary.ts';
import { displayText, measureText, truncateText, type FontStyle } from './measure-text.ts';

/** A small mark on the upper border of a card, in canvas units from the card's corner. */
export interface CardChip {
  /** What it tells: where the product stands, or who answers for it. */
  readonly about: Exclude<NodeState, 'in-use'> | 'owner';
  readonly box: Box;
  readonly text: string;
  /** Before it was cut to fit. */
  readonly full: string;
}

export const chipFont: FontStyle = { size: 10, weight: 600 };
/** `above`: how far a mark stands out over its card, which is less than the gap between two rows. */
export const CHIP = { height: 14, above: 10, padding: 6, gap: 4, right: 8, mostOwner: 88 } as const;

/**
 * The marks of a card from right to left: its state, unless it is in use as most are, and before it
 * the owner. The same on the canvas and in every export.
 */
export function cardChips(node: { readonly state: NodeState; readonly owner: string }): CardChip[] {
  const chips: CardChip[] = [];
  let right = CARD.width - CHIP.right;
  const put = (about: CardChip['about'], full: string, most: number): void => {
    const text = truncateText(full, most, chipFont);
    const width = Math.ceil(measureText(text, chipFont)) + 2 * CHIP.padding;
    const box = { x: right - width, y: -CHIP.above, width, height: CHIP.height };
    chips.push({ about, box, text, full });
    right -= width + CHIP.gap;
  };
  if (node.state !== 'in-use') put(node.state, nodeStateLabels[node.state], CARD.width);
  const owner = displayText(node.owner);
  if (owner !== '') put('owner', owner, CHIP.mostOwner);
  return chips;
}
