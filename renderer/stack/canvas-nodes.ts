import type { Node } from '@xyflow/react';
import type { GroupId } from '../../shared/domain/catalogue.ts';
import type { ProductRow } from '../../shared/domain/product.ts';
import { CARD, nodeBox, type Box } from '../../shared/stack/layout.ts';
import type { StackNode } from '../../shared/stack/stack.ts';
import { nodeStateLabels } from '../../shared/stack/state-words.ts';
import type { NodeState } from '../../shared/stack/vocabulary.ts';
import { cardHandles } from './card-handles.ts';

/** `gone`: the catalogue no longer knows the product; its snapshot on the stack still shows. */
export type CardMark = 'none' | 'discontinued' | 'gone';

export interface CardData extends Record<string, unknown> {
  readonly productId: string;
  readonly name: string;
  readonly groupId: GroupId;
  readonly category: string;
  readonly icon: string | null;
  readonly mark: CardMark;
  readonly state: NodeState;
  /** Empty where nobody answers for it, or where that is not shown. */
  readonly owner: string;
  /** Others stand out. */
  readonly isDim: boolean;
}

export type CardNode = Node<CardData, 'product'>;

export interface CardInput {
  readonly nodes: Readonly<Record<string, StackNode>>;
  /** Rows by product id; null for a product that the catalogue does not know. */
  readonly rows: Readonly<Record<string, ProductRow | null>>;
  readonly categoryName: (id: string) => string;
  readonly selection: ReadonlySet<string>;
  /** Those under the hand: they stay on the page, wherever they are carried. */
  readonly moving: ReadonlySet<string>;
  readonly showOwners: boolean;
  readonly isInFocus: (node: StackNode) => boolean;
}

const size = { width: CARD.width, height: CARD.height };

function cardData(node: StackNode, input: CardInput): CardData {
  const row = input.rows[node.productId];
  return {
    productId: node.productId,
    name: row?.name ?? node.name,
    groupId: node.groupId,
    category: input.categoryName(node.categoryId),
    icon: row?.icon ?? null,
    state: node.state,
    owner: input.showOwners ? node.owner : '',
    isDim: !input.isInFocus(node),
    mark: row === null ? 'gone' : row?.status === 'discontinued' ? 'discontinued' : 'none',
  };
}

function sameData(a: CardData, b: CardData): boolean {
  return (Object.keys(a) as (keyof CardData)[]).every((key) => a[key] === b[key]);
}

const markWords: Readonly<Record<CardMark, string>> = {
  none: '',
  discontinued: ', discontinued',
  gone: ', no longer in the catalogue',
};

/** A card in words: "Segment, Customer Data Platforms, planned, owned by Data". */
function cardWords({ name, category, mark, state, owner }: CardData): string {
  const stands = state === 'in-use' ? '' : `, ${nodeStateLabels[state].toLowerCase()}`;
  return `${name}, ${category}${markWords[mark]}${stands}${owner === '' ? '' : `, owned by ${owner}`}`;
}

/**
 * The cards of a stack as React Flow takes them. A card that looks as before is the same object as
 * before, so that moving one card of two hundred draws one card.
 */
export function createCardCache(): (input: CardInput) => CardNode[] {
  let cache = new Map<string, CardNode>();
  return (input) => {
    const next = new Map<string, CardNode>();
    for (const node of Object.values(input.nodes)) {
      const before = cache.get(node.id);
      const { x, y } = node;
      const dragging = input.moving.has(node.id);
      const selected = input.selection.has(node.id);
      const fresh = cardData(node, input);
      const data = before && sameData(before.data, fresh) ? before.data : fresh;
      const isSame =
        before &&
        before.data === data &&
        before.draggable === !node.locked &&
        before.selected === selected &&
        before.dragging === dragging &&
        before.position.x === x &&
        before.position.y === y;
      next.set(
        node.id,
        isSame
          ? before
          : {
              id: node.id,
              type: 'product',
              position: { x, y },
              data,
              selected,
              dragging,
              draggable: !node.locked,
              // Every card has one size, so there is nothing to measure.
              ...size,
              measured: size,
              handles: cardHandles,
              ariaLabel: cardWords(data),
            },
      );
    }
    cache = next;
    return [...next.values()];
  };
}

/** Where the cards stand, by node id. */
export function cardBoxes(nodes: Readonly<Record<string, StackNode>>): ReadonlyMap<string, Box> {
  return new Map(Object.values(nodes).map((node) => [node.id, nodeBox(node)]));
}

/** The smallest box around all of them, or null for none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  if (left === Infinity) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export type Way = 'left' | 'right' | 'up' | 'down';

/**
 * The card one comes to when going from one card in a direction: the nearest of those that lie that
 * way, being off the line counting double.
 */
export function cardTowards(
  boxes: ReadonlyMap<string, Box>,
  fromId: string,
  way: Way,
): string | null {
  const from = boxes.get(fromId);
  if (!from) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const [id, box] of boxes) {
    const dx = box.x - from.x;
    const dy = box.y - from.y;
    const along = { left: -dx, right: dx, up: -dy, down: dy }[way];
    const aside = Math.abs(way === 'left' || way === 'right' ? dy : dx);
    if (id === fromId || along <= 0) continue;
    const distance = along + 2 * aside;
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best;
}

/** The card in the upper left, where a walk over the canvas begins; null on an empty one. */
export function firstCard(boxes: ReadonlyMap<string, Box>): string | null {
  let first: string | null = null;
  let least = Infinity;
  for (const [id, { x, y }] of boxes) {
    if (x + y >= least) continue;
    least = x + y;
    first = id;
  }
  return first;
}
