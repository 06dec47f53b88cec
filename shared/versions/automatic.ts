import type { StackCommand } from '../stack/commands.ts';

/** Products and items that one step has to touch to count as large. */
export const LARGE = 8;
/** Automatic versions of a stack that are kept; the oldest go. Those with a name stay. */
export const MOST_AUTOMATIC = 20;

/**
 * What a version that is taken by itself is called, where a step is large enough to deserve one:
 * other lanes, an arrangement of many, a version restored, a product swapped, many pasted or removed.
 * @returns null for a step that undo alone is enough for
 */
export function automaticName(command: StackCommand): string | null {
  switch (command.type) {
    case 'restructure':
      return `Before lanes by ${command.title}`;
    case 'restore':
      return `Before restoring ${command.title}`;
    case 'swap-product':
      return `Before swapping in ${command.product.name}`;
    case 'move-nodes':
      return command.reason === 'arrange' && command.moves.length >= LARGE
        ? 'Before arranging'
        : null;
    case 'remove': {
      const count = command.nodeIds.length + command.itemIds.length;
      return count >= LARGE ? `Before removing ${count}` : null;
    }
    case 'paste': {
      const count = command.nodes.length + command.items.length;
      return count >= LARGE ? `Before pasting ${count}` : null;
    }
    default:
      return null;
  }
}
