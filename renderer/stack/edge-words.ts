import type { Direction } from '../../shared/domain/catalogue.ts';
import type { Integration } from '../../shared/domain/product.ts';

/** What the catalogue states of one integration, as a sentence. */
export function integrationSentence({ from, to, kind, direction }: Integration): string {
  // An extension and the platform it is installed in; what flows between them is another matter.
  if (kind === 'plugin' && direction !== 'both') return `${from.name} is installed in ${to.name}.`;
  return flowSentence(from.name, to.name, direction);
}

export function flowSentence(from: string, to: string, direction: Direction): string {
  switch (direction) {
    case 'forward':
      return `Data flows from ${from} to ${to}.`;
    case 'both':
      return `Data flows both ways.`;
    case 'none':
      return 'Which way data flows is not stated.';
  }
}

interface Step {
  readonly revision: number;
  readonly history: { readonly undo: string | null; readonly redo: string | null };
}

/** What has just happened to a stack, told from its history before and after; empty for nothing. */
export function stepSentence(before: Step, after: Step): string {
  if (after.revision <= before.revision) return '';
  const { undo, redo } = after.history;
  // Only an undo makes the last step the next one to redo.
  if (redo !== null && redo === before.history.undo) return `Undone: ${redo}.`;
  return undo === null ? '' : `${undo}.`;
}
