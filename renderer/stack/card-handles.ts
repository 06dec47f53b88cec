import { Position, type NodeHandle } from '@xyflow/react';
import { CARD } from '../../shared/stack/layout.ts';

/** Side of the dot that a connection is drawn from, in canvas units; its style says the same. */
const DOT = 11;

const middles: readonly (readonly [Position, number, number])[] = [
  [Position.Top, CARD.width / 2, 0],
  [Position.Right, CARD.width, CARD.height / 2],
  [Position.Bottom, CARD.width / 2, CARD.height],
  [Position.Left, 0, CARD.height / 2],
];

export const handleSides: readonly Position[] = middles.map(([side]) => side);

/**
 * Where the dots of every card are. React Flow would measure them, and so need them on the page;
 * told, it is content with those of the cards that a pointer has been on.
 */
export const cardHandles: NodeHandle[] = middles.map(([position, x, y]) => ({
  ...{ id: position, type: 'source', position, width: DOT, height: DOT },
  x: x - DOT / 2,
  y: y - DOT / 2,
}));
